import type { ExamState } from '#study/exam.ts';

import styles from './Exam.module.css';

/** How far somebody is with a question: a shape for each, and none of those that verdicts have. */
const SHAPES: Readonly<Record<ExamState, React.ReactNode>> = {
  open: <circle cx="8" cy="8" r="6" fill="none" strokeDasharray="3 2.4" />,
  begun: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentcolor" />
    </>
  ),
  answered: <circle cx="8" cy="8" r="6" fill="currentcolor" />,
};

/** The words that stand beside the shapes. */
export const STATE_WORDS: Readonly<Record<ExamState, string>> = {
  open: 'open',
  begun: 'not complete',
  answered: 'answered',
};

/** A shape; the word beside it says the same. */
export function ExamMark({ state }: { readonly state: ExamState }) {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

/** A flag; the word beside it says the same. */
export function FlagMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.5 15V1.8" fill="none" />
      <path d="M3.5 2h9l-2.4 3.4L12.5 9h-9z" fill="currentcolor" />
    </svg>
  );
}
