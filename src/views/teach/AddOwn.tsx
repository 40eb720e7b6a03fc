import { useRef } from 'react';

import type { ReadQuestions } from '#content/own/readFile.ts';

import { Button } from '../ui/Button.tsx';
import { Faults, goToLine } from './Faults.tsx';
import styles from './Teach.module.css';

interface AddOwnProps {
  readonly text: string;
  /** What the text holds; undefined while there is none. */
  readonly read: ReadQuestions | undefined;
  /** How many questions would be replaced. */
  readonly replaced: number;
  /** What became of the last file, in a sentence. */
  readonly said: string;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onExample: () => void;
  readonly onAdd: () => void;
}

/** Where a file of questions is read, and put right where it has faults. */
export function AddOwn(props: AddOwnProps) {
  const { text, read, replaced, said, onText, onFile, onExample, onAdd } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const count = read?.questions.length ?? 0;
  return (
    <div className={styles.add}>
      <label htmlFor="own-text" className={styles.label}>
        A file of questions
      </label>
      <textarea
        ref={box}
        id="own-text"
        className={styles.paste}
        value={text}
        rows={text === '' ? 4 : 14}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder="Paste it, choose it, or begin with the example."
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
        {text === '' ? (
          <Button onClick={onExample}>Begin with the example</Button>
        ) : (
          <Button onClick={() => onText('')}>Empty the box</Button>
        )}
        {count > 0 && (
          <Button kind="strong" onClick={onAdd}>
            Add {count === 1 ? 'one question' : `${count} questions`}
          </Button>
        )}
      </div>
      <p role="status">
        {said}
        {read && ` ${sayRead(read, replaced)}`}
      </p>
      {read && read.faults.length > 0 && (
        <Faults all={read.faults} onLine={(line) => goToLine(box.current, line)} />
      )}
    </div>
  );
}

function sayRead({ questions, faults }: ReadQuestions, replaced: number): string {
  const good =
    questions.length === 0
      ? 'No question can be added yet.'
      : `${questions.length === 1 ? 'One question has' : `${questions.length} questions have`} no fault.`;
  const again =
    replaced === 0
      ? ''
      : ` ${replaced === 1 ? 'One of them takes' : `${replaced} of them take`} the place of one you have.`;
  const bad =
    faults.length === 0
      ? ''
      : ` ${faults.length === 1 ? 'One fault was' : `${faults.length} faults were`} found.`;
  return `${good}${again}${bad}`;
}
