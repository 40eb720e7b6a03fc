import type { PlayedQuestion } from '#content/question.ts';
import { keyOf } from '#content/questions/keyOf.ts';

/** What a learner did with a question, and what the run says to it. */

/** An answer somebody gave. It is written once and never changed. */
export interface Attempt {
  readonly questionId: string;
  /** The option that was chosen. */
  readonly choice: string;
  readonly isCorrect: boolean;
  /** When, by the learner's clock: `2026-11-22T18:30:00.000Z`. */
  readonly at: string;
  /** The question's version at that time. */
  readonly contentVersion: number;
}

export interface Grade {
  readonly isCorrect: boolean;
  /** The option that is right. */
  readonly key: string;
}

/** Compares a choice with what the run says. */
export function grade(question: PlayedQuestion, choice: string): Grade {
  const key = keyOf(question);
  return { isCorrect: choice === key, key };
}

/** The record of a choice made at a moment. */
export const attempted = (question: PlayedQuestion, choice: string, at: string): Attempt => ({
  questionId: question.id,
  choice,
  isCorrect: grade(question, choice).isCorrect,
  at,
  contentVersion: question.version,
});
