import { CERTAINTIES } from '#study/answer.ts';
import type { Certainty } from '#study/answer.ts';

import styles from './Quiz.module.css';

const WORDS: Readonly<Record<Certainty, string>> = {
  sure: 'Sure',
  unsure: 'Unsure',
  guess: 'A guess',
};

interface SurePickerProps {
  readonly certainty: Certainty | undefined;
  readonly onCertainty: (certainty: Certainty) => void;
}

/** One tap before the answer is checked: what one was sure of and got wrong is worth most. */
export function SurePicker({ certainty, onCertainty }: SurePickerProps) {
  return (
    <fieldset className={styles.sure}>
      <legend>How sure are you? Skip it if you like.</legend>
      {CERTAINTIES.map((one) => (
        <span key={one} data-chosen={one === certainty}>
          {/* Beside the label, not in it: Enter on it checks the answer. */}
          <input
            type="radio"
            id={`certainty.${one}`}
            name="certainty"
            value={one}
            checked={one === certainty}
            onChange={() => onCertainty(one)}
          />
          <label htmlFor={`certainty.${one}`}>{WORDS[one]}</label>
        </span>
      ))}
    </fieldset>
  );
}
