import { useId } from 'react';

import styles from './Microscope.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, in a sentence. */
  readonly problem?: string | undefined;
  readonly isLit?: boolean;
}

/** A line of text under its label. */
export function TextField({ label, value, onChange, hint, problem, isLit }: TextFieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={styles.labelled} data-lit={isLit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note} data-bad={problem !== undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
