import { useRef } from 'react';
import type { ReactNode } from 'react';

import type { Fault } from '#content/own/issues.ts';

import { Faults, goToLine } from './Faults.tsx';
import styles from './Teach.module.css';

interface FileBoxProps {
  /** Names the box in the page. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly faults: readonly Fault[];
  /** What became of the file, or would become of it. */
  readonly said: ReactNode;
  /** What can be done with the file, beside choosing another. */
  readonly children: ReactNode;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Where a JSON file is pasted or chosen, and put right where it has faults. */
export function FileBox(props: FileBoxProps) {
  const { id, label, placeholder, text, faults, said, children, onText, onFile } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div className={styles.add}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        className={styles.paste}
        value={text}
        rows={text === '' ? 4 : 14}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={placeholder}
        onChange={({ target }) => onText(target.value)}
      />
      <div className={styles.actions}>
        <label className={styles.file}>
          Choose a file
          <input
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onFile(file);
              target.value = '';
            }}
          />
        </label>
        {children}
      </div>
      <p role="status">{said}</p>
      {faults.length > 0 && <Faults all={faults} onLine={(line) => goToLine(box.current, line)} />}
    </div>
  );
}
