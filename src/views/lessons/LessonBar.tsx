import { Button } from '../ui/Button.tsx';
import styles from './Lessons.module.css';

interface LessonBarProps {
  readonly title: string;
  /** The number of the stop, from one. */
  readonly at: number;
  readonly count: number;
  readonly href: string;
  readonly onGo: (to: number) => void;
}

/** Where in a lesson one is, on a page that is no slide. */
export function LessonBar({ title, at, count, href, onGo }: LessonBarProps) {
  return (
    <section className={styles.bar} aria-label="Lesson">
      <a href={href}>{title}</a>
      <span>
        Stop {at} of {count}
      </span>
      <Button aria-disabled={at === 1} aria-keyshortcuts="PageUp" onClick={() => onGo(at - 1)}>
        Previous stop
      </Button>
      <Button
        kind="strong"
        aria-disabled={at === count}
        aria-keyshortcuts="PageDown"
        onClick={() => onGo(at + 1)}
      >
        Next stop
      </Button>
    </section>
  );
}
