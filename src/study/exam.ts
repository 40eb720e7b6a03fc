import type { Question } from '#content/question.ts';

import type { Answer } from './answer.ts';
import { shuffled } from './shuffle.ts';

/** A timed set of questions. Nothing is graded before it is handed in, and no answer is lost on the way. */

/** Something said at a moment; of two, the later one holds. */
interface Said<T> {
  readonly value: T;
  readonly at: string;
}

export interface Exam {
  /** When it began, which names it: `2026-11-22T18:30:00.000Z`. */
  readonly id: string;
  readonly questions: readonly Readonly<Record<'id', string> & Record<'version', number>>[];
  readonly answers: Readonly<Record<string, Said<Answer>>>;
  readonly flags: Readonly<Record<string, Said<boolean>>>;
  /** Seconds there are, and seconds that are gone. */
  readonly limit: number;
  readonly spent: number;
  readonly submittedAt?: string;
}

/** The exam has 65 questions in 170 minutes; shorter sets have the same time for each. */
const SECONDS_EACH = (170 * 60) / 65;

/** The time for so many questions: seconds, in whole minutes. */
export const limitFor = (count: number): number => Math.round((count * SECONDS_EACH) / 60) * 60;

/** Draws a set: as many of each topic as the bank has, in proportion, mixed. */
export function newExam(questions: readonly Question[], size: number, at: string): Exam {
  const drawn = spread(shuffled(questions, at)).slice(0, size);
  return {
    id: at,
    questions: shuffled(drawn, `${at} order`).map(({ id, version }) => ({ id, version })),
    answers: {},
    flags: {},
    limit: limitFor(drawn.length),
    spent: 0,
  };
}

/** Questions in an order whose every beginning holds the topics in proportion. */
function spread(questions: readonly Question[]): readonly Question[] {
  const placed = questions.map((question) => {
    const alike = questions.filter(({ topic }) => topic === question.topic);
    return { question, place: (alike.indexOf(question) + 0.5) / alike.length };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ question }) => question);
}

const put = <T>(
  all: Readonly<Record<string, Said<T>>>,
  id: string,
  value: T,
  at: string,
): Readonly<Record<string, Said<T>>> => ({ ...all, [id]: { value, at } });

/** An exam with one more answer. */
export const answeredIn = (exam: Exam, id: string, value: Answer, at: string): Exam => ({
  ...exam,
  answers: put(exam.answers, id, value, at),
});

/** An exam with a question marked for another look, or no longer. */
export const flaggedIn = (exam: Exam, id: string, value: boolean, at: string): Exam => ({
  ...exam,
  flags: put(exam.flags, id, value, at),
});

/** An exam in which so many more seconds are gone; never more than there are. */
export const later = (exam: Exam, seconds: number): Exam => ({
  ...exam,
  spent: Math.min(exam.limit, exam.spent + seconds),
});

/** An exam that is handed in; what was handed in stays as it was. */
export const submitted = (exam: Exam, at: string): Exam =>
  exam.submittedAt === undefined ? { ...exam, submittedAt: at } : exam;

/** The answer to a question of an exam; nothing at first. */
export const answerIn = (exam: Exam, id: string): Answer => exam.answers[id]?.value ?? [];

const newest = <T>(
  some: Readonly<Record<string, Said<T>>>,
  others: Readonly<Record<string, Said<T>>>,
): Readonly<Record<string, Said<T>>> => {
  const ids = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const [one, other] = [some[id], others[id]];
      const said = one && other ? (one.at >= other.at ? one : other) : (one ?? other);
      return said ? [[id, said]] : [];
    }),
  );
};

/** Joins what two tabs did to one exam: of every answer the later, of the time the longer. */
export function joined(exam: Exam, other: Exam): Exam {
  const ends = [exam.submittedAt, other.submittedAt].filter((end) => end !== undefined);
  const [first] = ends.toSorted();
  return {
    ...exam,
    answers: newest(exam.answers, other.answers),
    flags: newest(exam.flags, other.flags),
    spent: Math.max(exam.spent, other.spent),
    ...(first !== undefined && { submittedAt: first }),
  };
}
