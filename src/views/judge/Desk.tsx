import type { Pile } from '#content/judge/papers/paper.ts';
import type { Instant } from '#engine/time.ts';

import { Piles } from '../papers/Piles.tsx';
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
      <Piles
        clock={{ name: 'Your clock', now }}
        piles={piles}
        isOpen={(title, index) => index === 0 || (!isNarrow && OPEN.includes(title))}
      />
    </section>
  );
}
