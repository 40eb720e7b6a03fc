import { CLUE_HINTS, CLUE_LABELS, CLUE_OPTIONS } from '#content/mechanisms/clueWords.ts';
import { NO_CLUES } from '#content/mechanisms/clues.ts';
import { CLUE_NAMES } from '#content/mechanisms/mechanism.ts';
import type { Clue, Clues } from '#content/mechanisms/clues.ts';
import type { Mechanism } from '#content/mechanisms/mechanism.ts';
import type { Verdict, WayOut } from '#content/mechanisms/verdict.ts';

import styles from '../calls/Calls.module.css';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../workbench/Field.tsx';
import { ClueAnswers } from './ClueAnswers.tsx';

interface ClueChooserProps {
  readonly clues: Clues;
  readonly verdicts: readonly Verdict[];
  /** What answers the case: several where the clues do not decide. */
  readonly answers: readonly Mechanism[];
  /** The clue to ask for next. */
  readonly next: Clue | undefined;
  /** What to take back where nothing is left. */
  readonly waysOut: readonly WayOut[];
  readonly onGive: (clues: Clues) => void;
}

/** The clues of a case on one side, the mechanisms that they leave on the other. */
export function ClueChooser({ clues, onGive, ...rest }: ClueChooserProps) {
  return (
    <div className={styles.chooser}>
      <section className={styles.case} aria-labelledby="case">
        <h2 id="case">The clues</h2>
        {CLUE_NAMES.map((clue) => (
          <SelectField<string>
            key={clue}
            label={CLUE_LABELS[clue]}
            hint={CLUE_HINTS[clue]}
            value={clues[clue]}
            options={CLUE_OPTIONS[clue]}
            onChange={(said) => onGive({ ...clues, [clue]: said })}
          />
        ))}
        {CLUE_NAMES.some((clue) => clues[clue] !== 'any') && (
          <p>
            <Button onClick={() => onGive(NO_CLUES)}>Take all clues back</Button>
          </p>
        )}
        <p className={styles.aside}>
          Each clue is asked of each mechanism by itself, so their order does not matter. One that a
          clue strikes out stays out.
        </p>
      </section>
      <ClueAnswers clues={clues} onGive={onGive} {...rest} />
    </div>
  );
}
