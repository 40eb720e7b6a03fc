import { TAMPERS } from '#content/microscope/tampers.ts';
import type { TamperId } from '#content/microscope/tampers.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Microscope.module.css';

interface TamperBarProps {
  /** What there is something to change by. */
  readonly possible: readonly TamperId[];
  readonly count: number;
  readonly onTamper: (id: TamperId) => void;
  readonly onReset: (() => void) | undefined;
}

/** What can happen to the request, each by one click, and the way back. */
export function TamperBar({ possible, count, onTamper, onReset }: TamperBarProps) {
  return (
    <section className={styles.group} aria-labelledby="microscope-tampers">
      <h2 id="microscope-tampers" className={styles.label}>
        After it was signed
      </h2>
      <ul className={styles.chips}>
        {possible.map((id) => (
          <li key={id}>
            <Button kind="chip" onClick={() => onTamper(id)}>
              {TAMPERS[id].label}
            </Button>
          </li>
        ))}
        {onReset && (
          <li>
            <Button onClick={onReset}>
              {count > 1 ? `Undo all ${count} changes` : 'Undo the change'}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
