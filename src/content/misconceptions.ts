import { CALLER_IDEAS } from './misconceptions/callers.ts';
import { CHANGE_IDEAS } from './misconceptions/changes.ts';
import { LINK_DETAILS } from './misconceptions/linkDetails.ts';
import { LINK_LIVES } from './misconceptions/linkLives.ts';
import { LINK_USES } from './misconceptions/linkUses.ts';
import { REFUSAL_IDEAS } from './misconceptions/refusals.ts';
import { SESSION_DETAILS } from './misconceptions/sessionDetails.ts';
import { SESSION_LIVES } from './misconceptions/sessionLives.ts';

export type { Misconception } from './misconception.ts';

/**
 * Wrong ideas that people really have. Each is a function from a run to what somebody who holds the idea would claim
 * about it: distractors of questions and predictions are made of these. An idea that a run gives no occasion for
 * claims nothing.
 */
export const MISCONCEPTIONS = {
  ...LINK_LIVES,
  ...LINK_USES,
  ...CHANGE_IDEAS,
  ...REFUSAL_IDEAS,
  ...SESSION_LIVES,
  ...CALLER_IDEAS,
  ...LINK_DETAILS,
  ...SESSION_DETAILS,
};

export type MisconceptionId = keyof typeof MISCONCEPTIONS;
