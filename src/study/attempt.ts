import type { Answer, Certainty } from './answer.ts';

/** Where an answer was given. */
export const MODES = ['practice', 'review', 'exam', 'prediction'] as const;
export type AnswerMode = (typeof MODES)[number];

/** Wrong ideas that a prediction offered as answers, by their names, and the one that was taken. */
export interface IdeasMet {
  readonly offered: readonly string[];
  readonly taken?: string;
}

/** An answer somebody gave. It is written once and never changed. */
export interface Attempt {
  readonly questionId: string;
  readonly answer: Answer;
  readonly isCorrect: boolean;
  /** When, by the learner's clock: `2026-11-22T18:30:00.000Z`. */
  readonly at: string;
  /** The question's version at that time. */
  readonly contentVersion: number;
  readonly mode: AnswerMode;
  readonly certainty?: Certainty;
  /** Of predictions alone: what these offered cannot be looked up later. */
  readonly ideas?: IdeasMet;
  /** Where the error was asked for: the check that led to it. */
  readonly rule?: string;
}
