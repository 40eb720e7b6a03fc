import { CATALOGUE } from '#content/scenarios/catalogue.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';

import type { Attempt } from '../attempt.ts';
import { dueAt } from '../schedule.ts';
import { shuffled } from '../shuffle.ts';
import { isPredictionId, readPredictionId } from './prediction.ts';
import type { Asked } from './asked.ts';
import type { Scope } from './scope.ts';

/** Which prediction comes next, by what somebody wants and what they have predicted before. */

/** What of a log was about predictions. */
export const predicted = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.filter(({ questionId }) => isPredictionId(questionId));

/** The predictions that are due again, the longest overdue first. */
export function duePredictions(attempts: readonly Attempt[], now: string): readonly Asked[] {
  const own = predicted(attempts);
  const asked = [...new Set(own.map(({ questionId }) => questionId))];
  const items = asked.map((id) => ({ id, version: 1 }));
  return dueAt(items, own, now).flatMap(({ id }) => readPredictionId(id) ?? []);
}

const isWithin = (scope: Scope, { lab, id }: Listed): boolean => {
  if (scope.of === 'story') return lab === scope.lab && id === scope.scenario;
  return scope.of !== 'lab' || lab === scope.lab;
};

/** The story that comes at a turn: all of a scope once, mixed, before one comes again. */
export function storyAt(scope: Scope, turn: number): Listed | undefined {
  const listed = CATALOGUE.filter((one) => isWithin(scope, one));
  const round = Math.floor(turn / listed.length);
  return shuffled(listed, `round ${round}`)[turn % listed.length];
}
