import { useLayoutEffect, useRef } from 'react';

import { ButtonLink } from '../ui/Button.tsx';
import styles from './Exam.module.css';
import { ExamMark, FlagMark, STATE_WORDS } from './ExamMark.tsx';
import { sayTaken } from './sayExam.ts';
import type { Asked } from './sayExam.ts';

interface ExamGridProps {
  readonly asked: readonly Asked[];
  /** The number of the question that is shown, if one is. */
  readonly current?: number;
  /** Whether the questions' titles stand beside their numbers. */
  readonly hasTitles: boolean;
  readonly hrefOf: (number: number) => string;
  /** The list with the way to hand in; absent on that list itself. */
  readonly reviewHref?: string;
}

/** Every question of the exam: how far one is with it, in a word and a shape, and whether it is flagged. */
export function ExamGrid({ asked, current, hasTitles, hrefOf, reviewHref }: ExamGridProps) {
  const list = useRef<HTMLOListElement>(null);
  const place = asked.findIndex(({ number }) => number === current);
  useLayoutEffect(() => {
    // Only the list scrolls, and only where it is too long for the window.
    const cell = list.current?.children[place];
    if (list.current && cell instanceof HTMLElement) {
      list.current.scrollTop = cell.offsetTop - list.current.clientHeight / 2;
    }
  }, [place]);
  return (
    <nav className={styles.nav} aria-label="Questions of the exam">
      <p className={styles.small}>{sayTaken(asked)}</p>
      <ol className={styles.grid} ref={list} data-titles={hasTitles}>
        {asked.map(({ number, question, state, isFlagged }) => (
          <li key={question.id}>
            <a
              className={styles.cell}
              href={hrefOf(number)}
              data-state={state}
              aria-current={number === current ? 'page' : undefined}
            >
              <span className={styles.number}>
                <span className="visually-hidden">Question </span>
                {number}
              </span>
              {hasTitles && <span className={styles.title}>{question.title}</span>}
              <span className={styles.state}>
                <ExamMark state={state} />
                {STATE_WORDS[state]}
              </span>
              {isFlagged && (
                <span className={styles.state}>
                  <FlagMark />
                  flagged
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
      {reviewHref !== undefined && (
        <ButtonLink href={reviewHref}>See the list, and hand in</ButtonLink>
      )}
    </nav>
  );
}
