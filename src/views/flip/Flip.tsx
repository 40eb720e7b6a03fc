import type { ChangeWords } from '#study/flip/sayChange.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Flip.module.css';

interface FlipProps {
  /** What it would do: “flips it”, “stops it”. */
  readonly does: string;
  /** The changes found, none where there are none; undefined while they are looked for. */
  readonly changes: readonly ChangeWords[] | undefined;
  readonly onApply: () => void;
}

/** The smallest change that turns the end of a run around, and the way to make it. */
export function Flip({ does, changes, onApply }: FlipProps) {
  const [first, ...others] = changes ?? [];
  return (
    <section className={styles.flip} aria-label={`Smallest change that ${does}`}>
      <h3 className={styles.title}>Smallest change that {does}</h3>
      <div role="status">
        {changes === undefined && <p className={styles.quiet}>Searching…</p>}
        {changes !== undefined && !first && (
          <p className={styles.quiet}>None was found with one change or two.</p>
        )}
        {first && (
          <ul className={styles.changes}>
            <Line change={first} />
            {others.map((change) => (
              <Line key={change.what} change={change} also />
            ))}
          </ul>
        )}
      </div>
      {first && (
        <p className={styles.way}>
          <Button onClick={onApply}>
            {others.length > 0 ? 'Make both changes' : 'Make this change'}
          </Button>
        </p>
      )}
    </section>
  );
}

function Line({ change, also = false }: { readonly change: ChangeWords; readonly also?: boolean }) {
  const { what, becomes, insteadOf } = change;
  return (
    <li>
      {also && 'and '}
      {what}: <strong>{becomes}</strong>
      {insteadOf !== undefined && <span className={styles.quiet}>, instead of {insteadOf}</span>}
    </li>
  );
}
