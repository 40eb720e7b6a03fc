import type { Paper, Pile } from '#content/judge/papers/paper.ts';
import { isoDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import { PaperBody } from './PaperBody.tsx';
import styles from './Papers.module.css';

interface PilesProps {
  /** The clock of whoever reads them. */
  readonly clock?: { readonly name: string; readonly now: Instant };
  readonly piles: readonly Pile[];
  /** Which lie open at first. */
  readonly isOpen: (title: string, index: number) => boolean;
}

/** What lies before a service: its clock, and papers in piles that fold away. */
export const Piles = ({ clock, piles, isOpen }: PilesProps) => (
  <>
    {clock && (
      <p className={styles.clock}>
        {clock.name}: <strong>{isoDate(clock.now)}</strong>
      </p>
    )}
    {piles.map(({ title, papers }, index) => (
      <details key={title} className={styles.pile} open={isOpen(title, index)}>
        <summary>
          <h3>{title}</h3>{' '}
          {papers.length > 1 && <span className={styles.count}>{papers.length}</span>}
        </summary>
        {papers.map((paper) => (
          <PaperView key={nameOf(paper)} paper={paper} />
        ))}
      </details>
    ))}
  </>
);

/** What no other paper of a pile has: two profiles may share a title, and policies a name. */
const nameOf = ({ title, rows = [], text = '' }: Paper): string =>
  [title, ...(rows[0] ?? []), text].join(' ');

const PaperView = ({ paper }: { readonly paper: Paper }) => (
  <section className={styles.paper}>
    <h4>{paper.title}</h4>
    {paper.says !== undefined && <p className={styles.says}>{paper.says}</p>}
    <PaperBody {...paper} />
  </section>
);
