import type { Pile } from '#content/judge/papers/paper.ts';
import type { Instant } from '#engine/time.ts';

import { Piles } from '../papers/Piles.tsx';
import styles from './GatePapers.module.css';

interface GatePapersProps {
  /** Who decides: `AWS STS`; undefined where nobody is asked. */
  readonly by: string | undefined;
  readonly now: Instant;
  readonly piles: readonly Pile[];
  readonly isOpen: boolean;
  /** Whether a room reads it. */
  readonly isLarge: boolean;
}

/** What one must have read to predict: it lies under the question, and pushes nothing away when it opens. */
export const GatePapers = ({ by, now, piles, isOpen, isLarge }: GatePapersProps) => (
  <details
    className={styles.papers}
    open={isOpen}
    data-large={isLarge}
    onToggle={({ currentTarget, target }) => {
      // In a room it opens below the edge of the screen.
      if (isLarge && target === currentTarget && currentTarget.open) currentTarget.scrollIntoView();
    }}
  >
    <summary>
      <h2>{by === undefined ? 'What is known by now' : `What ${by} has before it decides`}</h2>
    </summary>
    <div className={styles.inside}>
      <Piles
        // A room sees the time at the foot of its screen.
        {...(!isLarge && { clock: { name: by === undefined ? 'AWS’s clock' : 'Its clock', now } })}
        piles={piles}
        isOpen={(title, index) => index === 0 || (isLarge && title === 'Settings')}
      />
    </div>
  </details>
);
