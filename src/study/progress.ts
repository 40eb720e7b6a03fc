import type { Question } from '#content/question.ts';

import type { Attempt } from './grade.ts';

/** How far somebody has come. The latest answer to a question counts. */
export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly right: number;
  /** The answers that count, by question. */
  readonly latest: ReadonlyMap<string, Attempt>;
}

/** Folds attempts over questions. Answers to questions that are gone, or have changed since, do not count. */
export function progressOf(questions: readonly Question[], attempts: readonly Attempt[]): Progress {
  const versions = new Map(questions.map(({ id, version }) => [id, version]));
  const latest = new Map<string, Attempt>();
  for (const attempt of attempts) {
    const counts = versions.get(attempt.questionId) === attempt.contentVersion;
    if (counts) latest.set(attempt.questionId, attempt);
  }
  const right = [...latest.values()].filter(({ isCorrect }) => isCorrect).length;
  return { total: questions.length, answered: latest.size, right, latest };
}

/** The first question nobody has answered yet; the first of all when everything is answered. */
export const firstOpen = <Q extends Question>(
  questions: readonly Q[],
  { latest }: Progress,
): Q | undefined => questions.find(({ id }) => !latest.has(id)) ?? questions[0];
