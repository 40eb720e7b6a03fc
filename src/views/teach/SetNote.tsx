import type { OpenedSet } from '#content/own/set.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Teach.module.css';

interface SetNoteProps {
  readonly set: OpenedSet;
  /** The link to all questions. */
  readonly allHref: string;
  /** Keeps the questions that came with the set; absent where there are none, or they are here already. */
  readonly onKeep: (() => void) | undefined;
}

/** What a set is that came by a link, and what of it could not be asked. */
export function SetNote({ set, allHref, onKeep }: SetNoteProps) {
  const { questions, brought, missing, damaged } = set;
  return (
    <aside className={styles.set} aria-label="A shared set">
      <p>
        A shared set of {counted(questions.length, 'question')}
        {brought.length > 0 && `, ${brought.length} of them written by whoever shared it`}.{' '}
        <a href={allHref}>Ask all questions instead</a>
      </p>
      {missing > 0 && <p>{counted(missing, 'question')} of it cannot be found here.</p>}
      {damaged > 0 && (
        <p>{questions.length === 0 ? 'The link is damaged.' : 'A part of the link is damaged.'}</p>
      )}
      {onKeep && (
        <p>
          <Button onClick={onKeep}>
            Keep the added {brought.length === 1 ? 'one' : `${brought.length}`} in this browser
          </Button>
        </p>
      )}
    </aside>
  );
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
