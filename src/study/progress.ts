import type { Question } from '#content/question.ts';

import type { Attempt } from './attempt.ts';

/** How far somebody has come. The latest answer to a question counts. */
export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly right: number;
  /** The answers that count, by question. */
  readonly latest: ReadonlyMap<string, Attempt>;
}

/** What tells whether an attempt at a question still counts. */
export type Versioned = Pick<Question, 'id' | 'version'>;

/** The attempts at questions as they are now, oldest first: of others, nobody knows what they would mean. */
export function countingOf(
  questions: readonly Versioned[],
  attempts: readonly Attempt[],
): readonly Attempt[] {
  const versions = new Map(questions.map(({ id, version }) => [id, version]));
  return attempts.filter((one) => versions.get(one.questionId) === one.contentVersion);
}

/** Folds attempts over questions. Answers to questions that are gone, or have changed since, do not count. */
export function progressOf(questions: readonly Question[], attempts: readonly Attempt[]): Progress {
  const latest = new Map(
    countingOf(questions, attempts).map((attempt) => [attempt.questionId, attempt]),
  );
  const right = [...latest.values()].filter(({ isCorrect }) => isCorrect).length;
  return { total: questions.length, answered: latest.size, right, latest };
}

/** The first question nobody has answered yet; the first of all when everything is answered. */
export const firstOpen = (
  questions: readonly Question[],
  { latest }: Progress,
): Question | undefined => questions.find(({ id }) => !latest.has(id)) ?? questions[0];

/** Whether somebody was sure of an answer and it was wrong: what is most worth another look. */
export const isSureAndWrong = (attempt: Attempt | undefined): boolean =>
  attempt?.certainty === 'sure' && !attempt.isCorrect;

/** What to count a question under by skill: added ones may have none. */
export const skillsOf = ({ skill }: Question): readonly string[] =>
  skill === undefined ? [] : [skill];

/** How many of some questions were answered, and how many of those rightly. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly answered: number;
  readonly right: number;
}

/** Counts by what questions have in common, such as skills or traps, in the order of the names. */
export function tallies(
  questions: readonly Question[],
  latest: ReadonlyMap<string, Pick<Attempt, 'isCorrect'>>,
  namesOf: (question: Question) => readonly string[],
): readonly Tally[] {
  const names = [...new Set(questions.flatMap(namesOf))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return names.map((name) => {
    const some = questions.filter((question) => namesOf(question).includes(name));
    const given = some.flatMap(({ id }) => latest.get(id) ?? []);
    return {
      name,
      total: some.length,
      answered: given.length,
      right: given.filter(({ isCorrect }) => isCorrect).length,
    };
  });
}
