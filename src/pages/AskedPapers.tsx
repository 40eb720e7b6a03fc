import { useMemo } from 'react';

import type { LabPlace } from '#stores/stage.ts';
import { papersAt } from '#study/gate/papersAt.ts';
import { GatePapers } from '#views/gate/GatePapers.tsx';
import { useNarrow } from '#views/ui/useNarrow.ts';

import type { Asking, Scene } from './useRun.ts';

interface AskedPapersProps {
  readonly scene: Scene;
  readonly asking: Asking;
  readonly mode: LabPlace['mode'];
}

/** What lies before whoever decides on the act that is asked about. */
export function AskedPapers({ scene, asking, mode }: AskedPapersProps) {
  const { scenario, knobs, run } = scene;
  const { act, cursor } = asking;
  const { by, now, piles } = useMemo(
    () => papersAt({ scenario, knobs, trace: run.trace }, { act, cursor }),
    [scenario, knobs, run.trace, act, cursor],
  );
  const isNarrow = useNarrow();
  return (
    <GatePapers
      by={scenario.parties.find(({ id }) => id === by)?.name}
      isOpen={mode === 'study' && !isNarrow}
      isLarge={mode === 'present'}
      {...{ now, piles }}
    />
  );
}
