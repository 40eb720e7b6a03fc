import { Suspense, lazy } from 'react';

import type { Entry } from '#content/question.ts';

import styles from './Quiz.module.css';

// Loaded when an answer is wrong: every wrong idea comes with the function that holds it.
const Idea = lazy(() => import('./Idea.tsx').then((module) => ({ default: module.Idea })));

interface WhyProps {
  readonly id?: string;
  readonly entry: Pick<Entry, 'why' | 'belief' | 'misconception'>;
  /** Whether it was chosen and is wrong: then the idea behind it is named. */
  readonly isMissed: boolean;
  /** The place in the simulator that refutes it. */
  readonly href?: string | undefined;
}

/** Why something is right or wrong and, where it was chosen, the wrong idea behind it. */
export function Why({ id, entry, isMissed, href }: WhyProps) {
  const { why, belief, misconception } = entry;
  return (
    <div className={styles.why} id={id}>
      <p>{why}</p>
      {isMissed && (belief !== undefined || misconception !== undefined) && (
        <Suspense>
          <p className={styles.idea}>
            The idea behind it: “
            {misconception === undefined ? belief : <Idea id={misconception} />}”
          </p>
        </Suspense>
      )}
      {href !== undefined && (
        <p>
          <a href={href}>See the step that refutes it</a>
        </p>
      )}
    </div>
  );
}
