import type { Question } from '#content/question.ts';

import { isComplete } from './answer.ts';
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
  /** When it was given up: then nothing of it counts. */
  readonly gaveUpAt?: string;
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
): Readonly<Record<string, Said<T>>> => ({ ...all, [id]: { value, at: latest(at, all[id]?.at) } });

/** The latest of some moments: where a clock was put back, what is said later still holds. */
const latest = (...moments: readonly (string | undefined)[]): string =>
  moments
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1) ?? '';

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

/** An exam that is handed in, with all its answers; what was handed in stays as it was. */
export const submitted = (exam: Exam, at: string): Exam =>
  exam.submittedAt === undefined
    ? { ...exam, submittedAt: latest(at, ...Object.values(exam.answers).map((one) => one.at)) }
    : exam;

/** An exam that nobody goes on with; one that was handed in counts all the same. */
export const givenUp = (exam: Exam, at: string): Exam =>
  exam.gaveUpAt === undefined ? { ...exam, gaveUpAt: at } : exam;

/** Whether an exam is still being taken. */
const isOpen = ({ submittedAt, gaveUpAt }: Exam): boolean =>
  submittedAt === undefined && gaveUpAt === undefined;

/** The exam that is being taken: the one begun last, if two tabs began one each. */
export const openExam = (exams: readonly Exam[]): Exam | undefined => exams.findLast(isOpen);

/** The exams that were handed in, the latest first. */
export const handedIn = (exams: readonly Exam[]): readonly Exam[] =>
  exams.filter(({ submittedAt }) => submittedAt !== undefined).toReversed();

/** Seconds that are left. */
export const leftIn = ({ limit, spent }: Pick<Exam, 'limit' | 'spent'>): number =>
  Math.max(0, limit - spent);

/** What can be said of a question of an exam: nothing chosen, something missing, or all there. */
export type ExamState = 'open' | 'begun' | 'answered';

/** How far somebody is with a question. */
export function stateIn(exam: Exam, question: Question): ExamState {
  const answer = answerIn(exam, question.id);
  if (answer.length === 0) return 'open';
  return isComplete(question, answer) ? 'answered' : 'begun';
}

/** The answer to a question of an exam; nothing at first. */
export const answerIn = (exam: Exam, id: string): Answer => exam.answers[id]?.value ?? [];

/** The earliest of some moments. */
const first = (...ends: readonly (string | undefined)[]): string | undefined =>
  ends.filter((end) => end !== undefined).toSorted()[0];

/** Of each answer the later one; what came after the end does not count. */
const newest = <T>(
  some: Readonly<Record<string, Said<T>>>,
  others: Readonly<Record<string, Said<T>>>,
  end = '~',
): Readonly<Record<string, Said<T>>> => {
  const ids = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const said = [some[id], others[id]]
        .filter((one) => one !== undefined)
        .filter(({ at }) => at <= end)
        .toSorted((a, b) => b.at.localeCompare(a.at))[0];
      return said ? [[id, said]] : [];
    }),
  );
};

/** Joins what two tabs did to one exam: of every answer the later, of the time the longer. */
export function joined(exam: Exam, other: Exam): Exam {
  const submittedAt = first(exam.submittedAt, other.submittedAt);
  const gaveUpAt = first(exam.gaveUpAt, other.gaveUpAt);
  return {
    ...exam,
    answers: newest(exam.answers, other.answers, submittedAt),
    flags: newest(exam.flags, other.flags, submittedAt),
    spent: Math.max(exam.spent, other.spent),
    ...(submittedAt !== undefined && { submittedAt }),
    ...(gaveUpAt !== undefined && { gaveUpAt }),
  };
}
