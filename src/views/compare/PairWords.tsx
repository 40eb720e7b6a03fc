import { narrate } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';
import type { Step } from '#engine/trace.ts';
import type { Pair } from '#study/compare/alignSteps.ts';
import { isAlike } from '#study/compare/parting.ts';

import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Compare.module.css';

interface PairWordsProps {
  readonly pair: Pair;
  readonly telling: Telling;
}

/** A row in words: one card where the runs are alike, else one for each. */
export function PairWords({ pair, telling }: PairWordsProps) {
  return isAlike(pair, telling) ? (
    <Card run="Both runs" step={pair.now} telling={telling} />
  ) : (
    <>
      <Card run="Kept run" step={pair.was} telling={telling} />
      <Card run="New run" step={pair.now} telling={telling} />
    </>
  );
}

interface CardProps {
  readonly run: string;
  readonly step: Step | undefined;
  readonly telling: Telling;
}

function Card({ run, step, telling }: CardProps) {
  const told = step && narrate(step, telling);
  return (
    <div className={styles.card} data-both={run === 'Both runs'}>
      <h3>
        <span className={styles.run}>{run}</span> {told?.title ?? 'No such step'}
      </h3>
      {told ? (
        <>
          {told.verdict && <VerdictBar verdict={told.verdict} />}
          {told.because === '' ? (
            <p>{told.caption}</p>
          ) : (
            <p className={styles.because}>
              <strong>Because: </strong>
              {told.because}
            </p>
          )}
        </>
      ) : (
        <p>This run does not take the step that the other one takes here.</p>
      )}
    </div>
  );
}
