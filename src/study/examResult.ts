import type { Question } from '#content/question.ts';

import type { Answer } from './answer.ts';
import type { Attempt } from './attempt.ts';
import { answerIn, handedIn } from './exam.ts';
import type { Exam } from './exam.ts';

/** What became of an exam. Its answers are attempts like all others: their grades are read, not worked out anew. */

/** What became of a question: `waiting` until its answer is graded, `changed` where it is not the one that was asked. */
export type ExamVerdict = 'right' | 'wrong' | 'blank' | 'waiting' | 'changed';

export interface ExamRow {
  /** Its place in the exam. */
  readonly number: number;
  readonly id: string;
  /** The question; undefined when it is gone, or another one by now. */
  readonly question: Question | undefined;
  readonly answer: Answer;
  readonly isFlagged: boolean;
  readonly verdict: ExamVerdict;
}

export interface ExamResult {
  readonly rows: readonly ExamRow[];
  /** Those that count. */
  readonly total: number;
  readonly right: number;
  readonly blank: number;
  /** Whether every answer is graded. */
  readonly isGraded: boolean;
}

/** The answer as an attempt names it: given in an exam, when it was given. */
const keyOf = ({ questionId, at }: Pick<Attempt, 'questionId' | 'at'>): string =>
  `${at} ${questionId}`;

const examAttempts = (attempts: readonly Attempt[]): ReadonlyMap<string, Attempt> =>
  new Map(attempts.filter(({ mode }) => mode === 'exam').map((one) => [keyOf(one), one]));

const asAsked = (questions: readonly Question[]) => {
  const all = new Map(questions.map((question) => [question.id, question]));
  return ({ id, version }: Exam['questions'][number]): Question | undefined => {
    const question = all.get(id);
    return question?.version === version ? question : undefined;
  };
};

/** Says of any exam what became of each question, and of all. A question that was left blank is wrong. */
export function examResults(
  questions: readonly Question[],
  attempts: readonly Attempt[],
): (exam: Exam) => ExamResult {
  const graded = examAttempts(attempts);
  const questionOf = asAsked(questions);
  const rowOf = (exam: Exam, asked: Exam['questions'][number], index: number): ExamRow => {
    const question = questionOf(asked);
    const given = exam.answers[asked.id];
    const attempt = given && graded.get(keyOf({ questionId: asked.id, at: given.at }));
    return {
      number: index + 1,
      id: asked.id,
      question,
      answer: answerIn(exam, asked.id),
      isFlagged: exam.flags[asked.id]?.value ?? false,
      verdict: verdictOf(given?.value ?? [], attempt, question),
    };
  };
  return (exam) => counted(exam.questions.map((asked, index) => rowOf(exam, asked, index)));
}

function counted(rows: readonly ExamRow[]): ExamResult {
  const count = (verdict: ExamVerdict): number =>
    rows.filter((row) => row.verdict === verdict).length;
  return {
    rows,
    total: rows.length - count('changed'),
    right: count('right'),
    blank: count('blank'),
    isGraded: count('waiting') === 0,
  };
}

function verdictOf(
  answer: Answer,
  attempt: Attempt | undefined,
  question: Question | undefined,
): ExamVerdict {
  if (answer.length === 0) return 'blank';
  if (attempt) return attempt.isCorrect ? 'right' : 'wrong';
  return question ? 'waiting' : 'changed';
}

/** The share that was right, in whole percent. */
export const percentOf = ({ right, total }: Pick<ExamResult, 'right' | 'total'>): number =>
  total === 0 ? 0 : Math.round((100 * right) / total);

/** What still has to be graded of the exams that were handed in: each answer with the moment it was given. */
export function ungraded(
  exams: readonly Exam[],
  questions: readonly Question[],
  attempts: readonly Attempt[],
): readonly { readonly question: Question; readonly answer: Answer; readonly at: string }[] {
  const resultOf = examResults(questions, attempts);
  return handedIn(exams).flatMap((exam) =>
    resultOf(exam).rows.flatMap(({ id, question, answer, verdict }) => {
      const at = exam.answers[id]?.at;
      return verdict === 'waiting' && question && at !== undefined
        ? [{ question, answer, at }]
        : [];
    }),
  );
}
