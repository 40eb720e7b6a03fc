import { sayElapsed, sayLeft, sayPace } from '#study/pace.ts';
import type { Planned } from '#study/pace.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Presenter.module.css';

interface ClassTimerProps {
  /** In milliseconds. */
  readonly elapsed: number;
  readonly isRunning: boolean;
  /** How long the class should be; 0 where nobody has said. */
  readonly minutes: number;
  /** When the part one is in should begin and end; absent without a lesson. */
  readonly planned?: Planned | undefined;
  readonly onToggle: () => void;
  readonly onReset: () => void;
  readonly onMinutes: (minutes: number) => void;
}

/** How long the class has run, and whether it keeps to its plan. */
export function ClassTimer(props: ClassTimerProps) {
  const { elapsed, isRunning, minutes, planned, onToggle, onReset, onMinutes } = props;
  return (
    <section className={styles.timer} aria-label="Time">
      <strong className={styles.elapsed} role="timer">
        {sayElapsed(elapsed)}
      </strong>
      <Button onClick={onToggle}>{isRunning ? 'Pause' : 'Start'}</Button>
      <Button onClick={onReset} aria-disabled={elapsed === 0}>
        Reset
      </Button>
      {planned ? (
        // A class that has not begun is neither early nor late.
        (isRunning || elapsed > 0) && <span>{sayPace(elapsed, planned)}</span>
      ) : (
        <>
          <label>
            of{' '}
            <input
              type="number"
              min={0}
              max={600}
              value={minutes === 0 ? '' : minutes}
              onChange={({ target }) => onMinutes(Number(target.value))}
            />{' '}
            minutes
          </label>
          {minutes > 0 && <span>{sayLeft(elapsed, minutes)}</span>}
        </>
      )}
    </section>
  );
}
