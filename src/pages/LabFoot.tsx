import { memo, useDeferredValue } from 'react';

import { weakestAt } from '#content/weakest.ts';
import { countOf } from '#engine/cursor.ts';
import { SPEEDS, setOverlay, setPlaying, setSpeed } from '#stores/stage.ts';
import type { Speed } from '#stores/stage.ts';
import { Timeline } from '#views/timeline/Timeline.tsx';
import { Transport } from '#views/transport/Transport.tsx';

import { endOf, moveCursor, turnClock } from './labActions.ts';
import styles from './LabPage.module.css';
import type { Scene } from './useRun.ts';

interface LabFootProps {
  readonly scene: Scene;
  readonly isPlaying: boolean;
  readonly speed: Speed;
}

/** Transport and timeline: where one is in the run, and when. */
export function LabFoot({ scene, isPlaying, speed }: LabFootProps) {
  const later = useDeferredValue(scene);
  return (
    <section className={styles.foot} aria-label="Steps and time">
      <LabControls {...{ scene, isPlaying, speed }} />
      <SceneTimeline scene={later} />
    </section>
  );
}

/** The stepper, and what the clock is about. */
export function LabControls({ scene, isPlaying, speed }: LabFootProps) {
  const { scenario, run, cursor, isResting } = scene;
  return (
    <div className={styles.controls}>
      <Transport
        count={isResting ? undefined : countOf(run.trace)}
        end={endOf(scene)}
        speeds={SPEEDS}
        onMove={(to) => {
          setPlaying(false);
          moveCursor(scene, to);
        }}
        onPlay={setPlaying}
        onSpeed={(to) => setSpeed(SPEEDS.find((one) => one === to) ?? speed)}
        onGoTo={() => setOverlay('go-to')}
        {...{ cursor, isPlaying, speed }}
      />
      <p className={styles.clockSays}>Drag the clock: {scenario.clockSays}</p>
    </div>
  );
}

/** The timeline, drawn right after the step itself: a key press waits for the words alone. */
const SceneTimeline = memo(function SceneTimeline({ scene }: { readonly scene: Scene }) {
  const { scenario, run, cursor, clock } = scene;
  const weakest = scenario.namesWeakest ? weakestAt(run.trace, cursor) : '';
  return (
    <>
      {weakest !== '' && <p className={styles.weakest}>{weakest}</p>}
      <Timeline
        trace={run.trace}
        onClock={(at) => turnClock(scene, at)}
        {...{ scenario, cursor, clock }}
      />
    </>
  );
});
