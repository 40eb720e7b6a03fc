import { useState } from 'react';

import styles from './Lessons.module.css';

interface CommittedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  /** More lines than one. */
  readonly rows?: number;
  /** Whether nothing may stand in it. */
  readonly mayBeEmpty?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A field whose text counts once one leaves it; where something must stand in it, an empty one keeps what it had. */
export function CommittedField(props: CommittedFieldProps) {
  const { label, value, most, rows, mayBeEmpty = false, onCommit } = props;
  const [typed, setTyped] = useState<string>();
  const leave = (): void => {
    setTyped(undefined);
    const text = typed?.trim();
    if (text !== undefined && text !== value && (mayBeEmpty || text !== '')) onCommit(text);
  };
  const common = {
    value: typed ?? value,
    maxLength: most,
    autoComplete: 'off',
    onBlur: leave,
  };
  return (
    <label className={styles.field}>
      {label}
      {rows === undefined ? (
        <input {...common} onChange={({ target }) => setTyped(target.value)} />
      ) : (
        <textarea {...common} rows={rows} onChange={({ target }) => setTyped(target.value)} />
      )}
    </label>
  );
}
