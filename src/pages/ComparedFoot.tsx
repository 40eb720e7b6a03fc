import { useDeferredValue } from 'react';

import { worldAt } from '#engine/cursor.ts';
import type { Speed } from '#stores/stage.ts';
import { EndsOfLife } from '#views/compare/EndsOfLife.tsx';
import { keptBars } from '#views/compare/keptBars.tsx';
import { livesBeside } from '#views/compare/livesBeside.ts';
import { Timeline } from '#views/timeline/Timeline.tsx';

import { turnClock } from './labActions.ts';
import { LabControls } from './LabFoot.tsx';
import styles from './LabPage.module.css';
import type { Comparison } from './useComparison.ts';

interface ComparedFootProps {
  readonly comparison: Comparison;
  readonly isPlaying: boolean;
  readonly speed: Speed;
}

/** Transport and timeline of two runs: the bars of the kept one lie over those of the new one. */
export function ComparedFoot({ comparison, isPlaying, speed }: ComparedFootProps) {
  const { scene, kept, now, cursors } = useDeferredValue(comparison);
  const { scenario, clock } = now;
  const lives = livesBeside(
    scenario,
    worldAt(kept.run.trace, cursors.was),
    worldAt(now.run.trace, cursors.now),
  );
  const end = kept.run.trace.steps.at(-1)?.world ?? kept.run.trace.start;
  return (
    <section className={styles.foot} aria-label="Steps and time">
      <LabControls scene={comparison.scene} isPlaying={isPlaying} speed={speed} />
      <Timeline
        trace={now.run.trace}
        cursor={cursors.now}
        onClock={(at) => turnClock(scene, at)}
        beside={{ world: end, draw: keptBars(lives) }}
        {...{ scenario, clock }}
      />
      <EndsOfLife lives={lives} />
    </section>
  );
}
