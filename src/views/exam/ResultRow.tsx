import type { Question } from '#content/question.ts';
import { choicesOf } from '#study/answer.ts';
import type { ExamRow, ExamVerdict } from '#study/examResult.ts';
import type { Grade } from '#study/grade.ts';

import { AnswerForm } from '../quiz/AnswerForm.tsx';
import type { RefutedHref } from '../quiz/AnswerForm.tsx';
import { Backing } from '../quiz/Backing.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import type { Tone } from '../ui/Mark.tsx';
import styles from './Exam.module.css';
import { FlagMark } from './ExamMark.tsx';
import { VERDICT_WORDS } from './sayExam.ts';

/** What is right, and where it can be seen. */
export interface Explained {
  readonly grade: Grade;
  /** The place in the simulator that shows it, if there is one. */
  readonly labHref: string | undefined;
  readonly refutedHref?: RefutedHref;
}

interface ResultRowProps {
  readonly row: ExamRow;
  /** The order in which the exam showed what there was to choose. */
  readonly seed: string;
  readonly isOpen: boolean;
  readonly explain: ((row: ExamRow) => Explained | undefined) | undefined;
  readonly onToggle: (isOpen: boolean) => void;
}

const TONES: Readonly<Record<ExamVerdict, Tone>> = {
  right: 'good',
  wrong: 'bad',
  blank: 'bad',
  waiting: 'work',
  changed: 'not-reached',
};

/** A question of an exam that was handed in: its verdict, and behind it the answer, the right one and all reasons. */
export function ResultRow({ row, seed, isOpen, explain, onToggle }: ResultRowProps) {
  const { number, question, verdict, isFlagged } = row;
  const explained = explain?.(row);
  return (
    <li>
      <details
        className={styles.row}
        data-verdict={verdict}
        open={isOpen}
        onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
      >
        <summary>
          <span className={styles.number}>{number}</span>
          <span className={styles.title}>
            {question?.title ?? 'A question of an earlier version'}
          </span>
          {isFlagged && (
            <span className={styles.state}>
              <FlagMark /> flagged
            </span>
          )}
          <span className={styles.verdict}>
            <Mark tone={TONES[verdict]} size={18} /> {VERDICT_WORDS[verdict]}
          </span>
        </summary>
        {question && explained && <Reasons {...{ row, question, seed }} {...explained} />}
      </details>
    </li>
  );
}

function Reasons({
  row,
  question,
  seed,
  grade,
  labHref,
  refutedHref,
}: Pick<ResultRowProps, 'row' | 'seed'> & Explained & { readonly question: Question }) {
  const stemId = `stem.${question.id}`;
  return (
    <div className={styles.reasons}>
      <p>{question.situation}</p>
      <h3 id={stemId}>{question.stem}</h3>
      <AnswerForm
        choices={choicesOf(question, seed)}
        answer={row.answer}
        onAnswer={() => undefined}
        onCommit={undefined}
        {...{ question, grade, stemId, refutedHref }}
      />
      <Backing question={question} />
      {labHref !== undefined && (
        <p className={styles.actions}>
          <ButtonLink href={labHref}>
            See it happen<span className="visually-hidden">: {question.title}</span>
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
