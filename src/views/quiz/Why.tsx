import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Entry } from '#content/question.ts';

import styles from './Quiz.module.css';

interface WhyProps {
  readonly id?: string;
  readonly entry: Pick<Entry, 'why' | 'belief' | 'misconception'>;
  /** Whether it was chosen and is wrong: then the idea behind it is named. */
  readonly isMissed: boolean;
}

/** Why something is right or wrong and, where it was chosen, the wrong idea behind it. */
export function Why({ id, entry: { why, belief, misconception }, isMissed }: WhyProps) {
  const idea = misconception === undefined ? belief : MISCONCEPTIONS[misconception].belief;
  return (
    <div className={styles.why} id={id}>
      <p>{why}</p>
      {isMissed && idea !== undefined && (
        <p className={styles.idea}>The idea behind it: “{idea}”</p>
      )}
    </div>
  );
}
