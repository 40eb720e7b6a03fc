import type { Stop } from '#content/lessons/format.ts';

import { Button } from '../ui/Button.tsx';
import { CommittedField } from './CommittedField.tsx';
import styles from './Lessons.module.css';

interface WriteStopProps {
  readonly stop: Stop;
  /** Its number, from one. */
  readonly at: number;
  readonly count: number;
  readonly href: string;
  /** What its link names that is not there. */
  readonly lacks: readonly string[];
  readonly onStop: (stop: Stop) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDelete: () => void;
}

/** Lines with something on them, as many as may be. */
const linesOf = (text: string, most: number): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, most);

function withAsk({ ask: _, ...stop }: Stop, question: string, answers: readonly string[]): Stop {
  if (question === '') return stop;
  const options = [...new Set(answers)].slice(0, 6);
  return { ...stop, ask: { question, ...(options.length >= 2 && { options }) } };
}

/** A stop that is being written. */
export function WriteStop(props: WriteStopProps) {
  const { stop, at, count, href, lacks, onStop, onMove, onDelete } = props;
  const { title, minutes, say, ask, link } = stop;
  const options = ask?.options ?? [];
  return (
    <li className={styles.stop}>
      <h3>
        <a href={href}>
          {at}. {title}
        </a>
      </h3>
      <code className={styles.link}>{link}</code>
      {lacks.length > 0 && (
        <p className={styles.lacks}>The link does not lead where it says. {lacks.join(' ')}</p>
      )}
      <div className={styles.fields}>
        <CommittedField
          label="Title"
          value={title}
          most={120}
          onCommit={(text) => onStop({ ...stop, title: text })}
        />
        <CommittedField
          label="Minutes"
          value={`${minutes}`}
          most={5}
          onCommit={(text) =>
            onStop({ ...stop, minutes: Math.min(120, Math.max(0.5, Number(text) || minutes)) })
          }
        />
        <CommittedField
          label="Say, a thought on each line"
          value={say.join('\n')}
          most={4000}
          rows={3}
          mayBeEmpty
          onCommit={(text) =>
            onStop({ ...stop, say: linesOf(text, 8).map((line) => line.slice(0, 600)) })
          }
        />
        {link.startsWith('#/lab/') && (
          <>
            <CommittedField
              label="Ask the room (a pause before the next step)"
              value={ask?.question ?? ''}
              most={300}
              mayBeEmpty
              onCommit={(text) => onStop(withAsk(stop, text, options))}
            />
            {ask && (
              <CommittedField
                label="Answers, one on each line, two to six"
                value={options.join('\n')}
                most={700}
                rows={3}
                mayBeEmpty
                onCommit={(text) =>
                  onStop(
                    withAsk(
                      stop,
                      ask.question,
                      linesOf(text, 6).map((line) => line.slice(0, 120)),
                    ),
                  )
                }
              />
            )}
          </>
        )}
      </div>
      <div className={styles.actions}>
        <Button aria-label={`Move ${title} up`} aria-disabled={at === 1} onClick={() => onMove(-1)}>
          Up
        </Button>
        <Button
          aria-label={`Move ${title} down`}
          aria-disabled={at === count}
          onClick={() => onMove(1)}
        >
          Down
        </Button>
        <Button aria-label={`Delete ${title}`} onClick={onDelete}>
          Delete
        </Button>
      </div>
    </li>
  );
}
