import type { Scope } from '#study/predict/scope.ts';
import { formatScope } from '#study/predict/scope.ts';

import styles from './Quiz.module.css';
import { sayMade } from './sayMade.ts';

/** A scope with the words to choose it by. */
export interface ScopeChoice {
  readonly scope: Scope;
  readonly text: string;
}

interface PredictNavProps {
  readonly scope: Scope;
  readonly choices: readonly ScopeChoice[];
  /** How many predictions somebody has made, and how many of them were right. */
  readonly made: number;
  readonly right: number;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
  /** The questions that somebody wrote. */
  readonly questionsHref: string;
  readonly onScope: (scope: Scope) => void;
}

/** What predictions are about, and how they have gone so far. */
export function PredictNav(props: PredictNavProps) {
  const { scope, choices, made, right, isKept, questionsHref, onScope } = props;
  const nameOf = (one: Scope): string => formatScope(one) ?? '';
  return (
    <nav className={styles.nav} aria-labelledby="predictions">
      <h2 id="predictions">Predictions</h2>
      <p className={styles.progress}>
        Each is made from a run of the simulator, with other settings every time. The engine plays
        it and knows the answer.
      </p>
      <label className={styles.picker}>
        <span>About</span>
        <select
          className={styles.select}
          value={nameOf(scope)}
          onChange={({ target }) => {
            const chosen = choices.find((one) => nameOf(one.scope) === target.value);
            if (chosen) onScope(chosen.scope);
          }}
        >
          {choices.map((one) => (
            <option key={one.text} value={nameOf(one.scope)}>
              {one.text}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.progress}>
        {sayMade(made, right)} <a href={questionsHref}>Back to the questions</a>
      </p>
      {!isKept && (
        <p className={styles.progress}>
          This browser does not keep answers. They end with this page.
        </p>
      )}
    </nav>
  );
}
