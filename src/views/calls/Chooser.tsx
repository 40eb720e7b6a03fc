import { CHOICE_HINTS, CHOICE_LABELS, CHOICE_OPTIONS } from '#content/calls/choiceWords.ts';
import type { Choices } from '#content/calls/choices.ts';
import type { Verdict } from '#content/calls/fit.ts';
import type { WayOut } from '#content/calls/wayOut.ts';

import { Button } from '../ui/Button.tsx';
import { SelectField } from '../workbench/Field.tsx';
import { Answers } from './Answers.tsx';
import styles from './Calls.module.css';

interface ChooserProps {
  readonly choices: Choices;
  readonly verdicts: readonly Verdict[];
  /** What to change where nothing fits. */
  readonly waysOut: readonly WayOut[];
  readonly onChoose: (choices: Choices) => void;
  /** Back to where the page starts; absent where it stands there. */
  readonly onReset: (() => void) | undefined;
}

/** A case on one side, the calls that answer it on the other. */
export function Chooser({ choices, verdicts, waysOut, onChoose, onReset }: ChooserProps) {
  const field = (name: keyof Choices) => (
    <SelectField<string>
      label={CHOICE_LABELS[name]}
      hint={CHOICE_HINTS[name]}
      value={choices[name]}
      options={CHOICE_OPTIONS[name]}
      onChange={(value) => onChoose({ ...choices, [name]: value })}
    />
  );
  return (
    <div className={styles.chooser}>
      <section className={styles.case} aria-labelledby="case">
        <h2 id="case">Your case</h2>
        {field('target')}
        {field('caller')}
        {field('from')}
        {field('mfa')}
        {field('lasts')}
        {onReset && (
          <p>
            <Button onClick={onReset}>Back to the first case</Button>
          </p>
        )}
        <p className={styles.aside}>
          Each call is played by the engine in a tiny world: every role there trusts every caller,
          and every policy allows, unless MFA is demanded. What is refused is refused for what the
          caller is, what it asks for, or what it cannot prove.
        </p>
      </section>
      <Answers verdicts={verdicts} waysOut={waysOut} onChoose={onChoose} />
    </div>
  );
}
