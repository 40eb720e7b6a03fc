import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Entry } from '#content/question.ts';
import type { StepId } from '#engine/trace.ts';

import styles from './Quiz.module.css';

interface WhyProps {
  readonly id?: string;
  readonly entry: Pick<Entry, 'why' | 'belief' | 'misconception' | 'step'>;
  /** Whether it was chosen and is wrong: then the idea behind it is named. */
  readonly isMissed: boolean;
  /** The place in the simulator of a step. */
  readonly stepHref?: ((step: StepId) => string) | undefined;
}

/** Why something is right or wrong and, where it was chosen, the wrong idea behind it. */
export function Why({ id, entry, isMissed, stepHref }: WhyProps) {
  const { why, belief, misconception, step } = entry;
  const idea = misconception === undefined ? belief : MISCONCEPTIONS[misconception].belief;
  return (
    <div className={styles.why} id={id}>
      <p>{why}</p>
      {isMissed && idea !== undefined && (
        <p className={styles.idea}>The idea behind it: “{idea}”</p>
      )}
      {isMissed && step !== undefined && stepHref && (
        <p>
          <a href={stepHref(step)}>See the step that refutes it</a>
        </p>
      )}
    </div>
  );
}
