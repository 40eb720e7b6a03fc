import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { writtenKey } from '#content/questions/entries.ts';
import { keyOf } from '#content/questions/keyOf.ts';

import type { Answer } from './answer.ts';
import type { Attempt } from './attempt.ts';

/** What is right, by the run or by what is written, and what an answer is worth: all or nothing, as in the exam. */

export interface Grade {
  readonly isCorrect: boolean;
  /** What is right. */
  readonly key: Answer;
}

const hasSame = (some: Answer, others: Answer): boolean =>
  new Set(some).size === some.length &&
  some.length === others.length &&
  some.every((part) => others.includes(part));

const isRight = ({ type }: Question, answer: Answer, key: Answer): boolean =>
  hasSame(answer, key) && (type !== 'ordering' || key.every((part, at) => answer[at] === part));

/** Compares an answer with what is right: everything, in order where the order counts, or nothing. */
export function grade(question: Question, answer: Answer): Grade {
  const key = isPlayed(question) ? [keyOf(question)] : writtenKey(question);
  return { isCorrect: isRight(question, answer, key), key };
}

/** The record of an answer given at a moment. */
export const attempted = (
  question: Question,
  given: Pick<Attempt, 'answer' | 'at' | 'mode' | 'certainty'>,
): Attempt => ({
  questionId: question.id,
  contentVersion: question.version,
  isCorrect: grade(question, given.answer).isCorrect,
  ...given,
});
