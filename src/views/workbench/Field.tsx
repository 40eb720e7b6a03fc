import { useId } from 'react';

import styles from './Workbench.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in a sentence. */
  readonly problem?: string | undefined;
  readonly isWide?: boolean | undefined;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  }) => React.ReactNode;
}

/** A labelled control with its hint, or with what is wrong in its place. */
export function Field({ label, hint, problem, isWide = false, children }: FieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={styles.field} data-wide={isWide}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': problem !== undefined,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note} data-bad={problem !== undefined}>
          {note}
        </p>
      )}
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly isFixed?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A choice of a few. */
export function SelectField<Value extends string>({
  label,
  hint,
  value,
  options,
  isFixed = false,
  onChange,
}: SelectFieldProps<Value>) {
  // The keys of a record over a union are that union.
  const values = Object.keys(options) as Value[];
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className={styles.input}
          value={value}
          disabled={isFixed}
          onChange={(event) => {
            const chosen = values.find((each) => each === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {values.map((each) => (
            <option key={each} value={each}>
              {options[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly suggestions?: readonly string[];
  readonly isWide?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line of text, with suggestions where there are some. */
export function TextField({ value, suggestions, onChange, ...rest }: TextFieldProps) {
  const list = useId();
  return (
    <Field {...rest}>
      {(ids) => (
        <>
          <input
            {...ids}
            className={styles.input}
            data-code
            value={value}
            list={suggestions && list}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions && (
            <datalist id={list}>
              {suggestions.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
