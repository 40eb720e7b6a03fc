import { Mark } from '../ui/Mark.tsx';
import styles from './Quiz.module.css';

/** What became of a part of an answer: a mark and a word. */
export function Said({
  tone,
  children,
}: {
  readonly tone: 'good' | 'bad';
  readonly children: React.ReactNode;
}) {
  return (
    <span className={styles.said} data-tone={tone}>
      <Mark tone={tone} />
      {children}
    </span>
  );
}
