import { useMemo, useState } from 'react';

import { lineDiff } from './lineDiff.ts';
import type { DiffLine } from './lineDiff.ts';
import styles from './PolicyEditor.module.css';

const WORDS = {
  added: '+ added',
  removed: '− removed',
  same: '',
} as const;

/** What changed against the original, line by line: each changed line has a sign and a word. */
export function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const lines = useMemo(
    () => (isOpen && before !== after ? lineDiff(before, after) : []),
    [isOpen, before, after],
  );
  if (before === after) return null;
  return (
    <details className={styles.changes} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What changed</summary>
      {lines === undefined ? (
        <p className={styles.hint}>The texts are too long to compare line by line.</p>
      ) : (
        <ol className={styles.diff} data-scrolls>
          {lines.map((line, index) => (
            // Lines have no names: the list is drawn anew with every change.
            // oxlint-disable-next-line react/no-array-index-key
            <Line key={index} line={line} />
          ))}
        </ol>
      )}
    </details>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  if (line.kind === 'gap') {
    return (
      <li data-kind="gap">
        <span className={styles.word}>
          {line.count === 1 ? '1 line' : `${line.count} lines`} as before
        </span>
      </li>
    );
  }
  return (
    <li data-kind={line.kind}>
      <span className={styles.word}>{WORDS[line.kind]}</span>
      <code>{line.text}</code>
    </li>
  );
}
