import { use } from 'react';

import { stepAt } from '#engine/cursor.ts';
import { copyText } from '#platform/clipboard.ts';
import { loadPacking } from '#platform/packing.ts';
import { moveTo, setOverlay } from '#stores/stage.ts';
import type { LabPlace, Overlay } from '#stores/stage.ts';
import { GoTo } from '#views/layers/GoTo.tsx';
import { ReadRun } from '#views/layers/ReadRun.tsx';

import { changedWords } from './changedWords.ts';
import { ShareRun } from './ShareRun.tsx';
import type { Scene } from './useRun.ts';

const close = (): void => setOverlay(undefined);

const packing = loadPacking();

interface LabLayersProps {
  readonly scene: Scene;
  readonly place: LabPlace;
  readonly overlay: Exclude<Overlay, 'help' | 'search' | 'presenter'>;
}

/** The layers that belong to a run: go to a step, read it, share. */
export function LabLayers({ scene, place, overlay }: LabLayersProps) {
  const loaded = use(packing);
  const { scenario, run, cursor } = scene;
  if (overlay === 'go-to') {
    return (
      <GoTo
        trace={run.trace}
        telling={scenario}
        current={stepAt(run.trace, cursor)?.id}
        onStep={moveTo}
        onClose={close}
      />
    );
  }
  if (overlay === 'read') {
    return (
      <ReadRun
        scenario={scenario}
        trace={run.trace}
        cursor={cursor}
        changed={changedWords(scenario, place.knobs)}
        onCopy={copyText}
        onPrint={() => print()}
        onClose={close}
      />
    );
  }
  return <ShareRun scene={scene} place={place} packing={loaded} />;
}
