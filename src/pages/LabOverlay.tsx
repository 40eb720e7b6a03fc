import { Suspense, lazy } from 'react';

import { useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';

import type { Commands } from './useCommands.ts';
import type { Scene } from './useRun.ts';

const LabLayers = lazy(() =>
  import('./LabLayers.tsx').then((module) => ({ default: module.LabLayers })),
);

const LabSearch = lazy(() =>
  import('./LabSearch.tsx').then((module) => ({ default: module.LabSearch })),
);

interface LabOverlayProps {
  readonly scene: Scene;
  readonly place: LabPlace;
  readonly commands: Commands;
}

/** The layer that is open over a lab: it is there as soon as it is loaded. */
export function LabOverlay({ scene, place, commands }: LabOverlayProps) {
  const overlay = useStage((stage) => stage.overlay);
  const { scenario, run, cursor } = scene;
  if (overlay === undefined || overlay === 'help' || overlay === 'presenter') return null;
  return (
    <Suspense>
      {overlay === 'search' ? (
        <LabSearch trace={run.trace} isGated={scene.isGated} {...{ scenario, cursor, commands }} />
      ) : (
        <LabLayers scene={scene} place={place} overlay={overlay} />
      )}
    </Suspense>
  );
}
