import type { Note } from '#content/speakerNotes.ts';

import styles from './Presenter.module.css';

const WORDS: Readonly<Record<Note['kind'], string>> = {
  say: 'Say',
  why: 'Because',
  rule: 'The rule',
  ask: 'Ask',
  choose: 'They choose from',
  key: 'The answer',
  said: 'They said',
  keep: 'Take home',
};

/** What to say and what to ask, each with the word for what it is. */
export function Notes({
  notes,
  label,
}: {
  readonly notes: readonly Note[];
  readonly label: string;
}) {
  return (
    <dl className={styles.notes} aria-label={label}>
      {notes.map(({ kind, text }) => (
        <div key={`${kind} ${text}`} data-kind={kind}>
          <dt>{WORDS[kind]}</dt>
          <dd>
            {kind === 'key' ? (
              // Whoever stands beside the presenter may be one of the room.
              <details>
                <summary>Show it here</summary>
                {text}
              </details>
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
