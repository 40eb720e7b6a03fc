import { clockFace, sayMinutes, timeNotice } from '#study/examClock.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Exam.module.css';

export interface ExamClockProps {
  /** Seconds there are, and seconds that are left. */
  readonly limit: number;
  readonly left: number;
  readonly isShown: boolean;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
  readonly onShow: (isShown: boolean) => void;
  readonly onPause: () => void;
}

/** The time that is left, for who wants to see it; what is worth hearing of it is said to everybody, and seldom. */
export function ExamClock({ limit, left, isShown, isKept, onShow, onPause }: ExamClockProps) {
  return (
    <section className={styles.clock} aria-label="Time">
      {isShown && (
        <p className={styles.time}>
          <span role="timer" aria-label="Time left" className={styles.face}>
            {clockFace(left)}
          </span>{' '}
          left of {sayMinutes(limit)}
        </p>
      )}
      <p className={styles.notice} role="status" data-testid="time">
        {timeNotice(limit, left)}
      </p>
      {!isKept && (
        <p className={styles.notice}>
          This browser does not keep answers. They end with this page.
        </p>
      )}
      <span className={styles.actions}>
        <Button onClick={() => onShow(!isShown)}>
          {isShown ? 'Hide the clock' : 'Show the clock'}
        </Button>
        <Button onClick={onPause}>Pause</Button>
      </span>
    </section>
  );
}
