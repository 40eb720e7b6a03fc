import type { Paper, Pile } from '#content/judge/papers/paper.ts';
import { isoDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import { useNarrow } from '../ui/useNarrow.ts';
import styles from './Judge.module.css';

interface DeskProps {
  readonly now: Instant;
  readonly piles: readonly Pile[];
}

/** What lies open at first beside what arrived; nothing more on a phone. */
const OPEN: readonly string[] = ['Policies', 'What a machine computed'];

/** What the service has before it: its clock, what arrived, and what it knows. */
export function Desk({ now, piles }: DeskProps) {
  const isNarrow = useNarrow();
  return (
    <section className={styles.desk} aria-labelledby="desk">
      <h2 id="desk">What lies before you</h2>
      <p className={styles.clock}>
        Your clock: <strong>{isoDate(now)}</strong>
      </p>
      {piles.map(({ title, papers }, index) => (
        <details
          key={title}
          className={styles.pile}
          open={index === 0 || (!isNarrow && OPEN.includes(title))}
        >
          <summary>
            <h3>{title}</h3> <span className={styles.count}>{papers.length}</span>
          </summary>
          {papers.map((paper) => (
            <PaperView key={nameOf(paper)} paper={paper} />
          ))}
        </details>
      ))}
    </section>
  );
}

/** What no other paper of a pile has: two profiles may share a title, and policies a name. */
const nameOf = ({ title, rows = [], text = '' }: Paper): string =>
  [title, ...(rows[0] ?? []), text].join(' ');

const PaperView = ({ paper: { title, rows, text } }: { readonly paper: Paper }) => (
  <section className={styles.paper}>
    <h4>{title}</h4>
    {rows && (
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {text !== undefined && <pre>{text}</pre>}
  </section>
);
