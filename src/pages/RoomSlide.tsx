import { Suspense, lazy } from 'react';

import { narrate } from '#content/narrate.ts';
import { isOnTrial } from '#content/trial/onTrial.ts';
import { countOf, stepAt } from '#engine/cursor.ts';
import { useRoom } from '#stores/room.ts';
import { moveTo, useStage } from '#stores/stage.ts';
import { Diagram } from '#views/diagram/Diagram.tsx';
import { endVerdict } from '#views/ending/endVerdict.ts';
import { OpenSafeguards } from '#views/layers/OpenSafeguards.tsx';
import { PointerDot } from '#views/present/PointerDot.tsx';
import { Large, Slide } from '#views/present/Slide.tsx';
import type { SlideLook } from '#views/present/Slide.tsx';

import { moveCursor } from './labActions.ts';
import { openingsIn } from './openingsIn.ts';
import { showAsked } from './showAsked.ts';
import type { Scene } from './useRun.ts';

const LabTrial = lazy(() =>
  import('./LabTrial.tsx').then((module) => ({ default: module.LabTrial })),
);
const RoomCode = lazy(() =>
  import('./RoomCode.tsx').then((module) => ({ default: module.RoomCode })),
);

export interface RoomSlideProps {
  readonly scene: Scene;
  readonly onLeave: () => void;
  readonly onScroll?: SlideLook['onScroll'];
  readonly isPicture?: boolean;
  readonly buttons?: React.ReactNode;
  /** What the run asks where it stands. */
  readonly children?: React.ReactNode;
  /** What the room is asked before the next step. */
  readonly asks?: React.ReactNode;
}

/** The words of the step at the cursor; at the end of a run that somebody attacked, what became of the attack. */
function toldAt({ scenario, run: { trace }, cursor }: Scene) {
  const step = stepAt(trace, cursor);
  const told = step && narrate(step, scenario);
  const isEnd = cursor === countOf(trace) && scenario.attacker !== undefined;
  return told && (isEnd ? { ...told, verdict: endVerdict(scenario, trace) } : told);
}

/** What the room sees of a run: the screen itself, or the presenter's picture of it. */
export function RoomSlide(props: RoomSlideProps) {
  const { scene, onLeave, onScroll, isPicture, buttons, asks, children } = props;
  const { scenario, run, cursor } = scene;
  const isBlank = useStage((stage) => stage.isBlank);
  const { scale, contrast, scroll, isCodeShown, pointer } = useRoom();
  const step = stepAt(run.trace, cursor);
  const open = openingsIn(scene);
  return (
    <Slide
      scenario={scenario}
      trace={run.trace}
      narration={toldAt(scene)}
      look={{ scale, contrast, scroll, ...(onScroll && { onScroll }) }}
      onMove={(to) => {
        if (to < cursor || !showAsked(scene)) moveCursor(scene, to);
      }}
      over={
        <>
          {isCodeShown && (
            <Suspense>
              <RoomCode isPaused={scene.pausesBefore !== undefined} />
            </Suspense>
          )}
          {pointer && <PointerDot at={pointer} />}
        </>
      }
      {...{ cursor, isBlank, onLeave, buttons, asks }}
      {...(isPicture && { isPicture })}
    >
      {isOnTrial(step) ? (
        <Large>
          <Suspense>
            <LabTrial place={{ trace: run.trace, cursor }} heading="h2" />
          </Suspense>
        </Large>
      ) : (
        <Diagram
          // In another size it goes to its step again.
          key={scale}
          title={scenario.title}
          trace={run.trace}
          cursor={cursor}
          telling={scenario}
          onStep={moveTo}
          isLarge
        />
      )}
      <Large>{children}</Large>
      {open.length > 0 && (
        <Large>
          <OpenSafeguards says={open} />
        </Large>
      )}
    </Slide>
  );
}
