import { Suspense, lazy, useEffect } from 'react';

import { narrate } from '#content/narrate.ts';
import { isOnTrial } from '#content/trial/onTrial.ts';
import { stepAt } from '#engine/cursor.ts';
import { enterFullscreen, leaveFullscreen } from '#platform/fullscreen.ts';
import { leavePresenting, moveTo, useStage } from '#stores/stage.ts';
import { Diagram } from '#views/diagram/Diagram.tsx';
import { Large, Slide } from '#views/present/Slide.tsx';

import { moveCursor } from './labActions.ts';
import type { Scene } from './useRun.ts';

const LabTrial = lazy(() =>
  import('./LabTrial.tsx').then((module) => ({ default: module.LabTrial })),
);

/** A lab on the projector: two views, large, driven by a clicker. */
export function Presentation({ scene }: { readonly scene: Scene }) {
  const { scenario, run, cursor } = scene;
  const isBlank = useStage((stage) => stage.isBlank);
  const step = stepAt(run.trace, cursor);
  useEffect(() => {
    void enterFullscreen();
    return () => {
      void leaveFullscreen();
      useStage.setState({ isBlank: false });
    };
  }, []);
  return (
    <Slide
      scenario={scenario}
      trace={run.trace}
      cursor={cursor}
      narration={step && narrate(step, scenario)}
      isBlank={isBlank}
      onMove={(to) => moveCursor(scene, to)}
      onLeave={leavePresenting}
    >
      {isOnTrial(step) ? (
        <Large>
          <Suspense>
            <LabTrial place={{ trace: run.trace, cursor }} heading="h2" />
          </Suspense>
        </Large>
      ) : (
        <Diagram
          title={scenario.title}
          trace={run.trace}
          cursor={cursor}
          telling={scenario}
          onStep={moveTo}
          isLarge
        />
      )}
    </Slide>
  );
}
