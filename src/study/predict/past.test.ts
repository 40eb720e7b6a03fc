import { expect, test } from 'vitest';

import { CATALOGUE } from '#content/scenarios/catalogue.ts';

import type { Attempt } from '../attempt.ts';
import { duePredictions, predicted, storyAt } from './past.ts';

const ID = 'predict/presigned/seven-days/open-url.stops?expires=259200';

const attempt = (questionId: string, isCorrect = false): Attempt => ({
  questionId,
  answer: ['stops-nowhere'],
  isCorrect,
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: 1,
  mode: 'practice',
});

test('a prediction that went wrong is due again, and can be made from its name alone', () => {
  const attempts = [attempt(ID), attempt('second-role')];
  expect(predicted(attempts)).toHaveLength(1);
  const [asked] = duePredictions(attempts, '2026-12-22T18:30:00.000Z');
  expect(asked).toEqual({
    lab: 'presigned',
    scenario: 'seven-days',
    act: 'open-url',
    kind: 'stops',
    knobs: { expires: '259200' },
  });
  expect(duePredictions(attempts, '2026-11-22T18:30:01.000Z')).toEqual([]);
});

test('every story of a scope comes once before one comes again', () => {
  const turns = [...CATALOGUE.keys()].map((turn) => storyAt({ of: 'everything' }, turn)?.id);
  expect(new Set(turns).size).toBe(CATALOGUE.length);
  const story = { of: 'story', lab: 'sts', scenario: 'session-tags' } as const;
  expect([0, 1, 2].map((turn) => storyAt(story, turn)?.id)).toEqual(
    Array.from({ length: 3 }, () => 'session-tags'),
  );
  expect(storyAt({ of: 'story', lab: 'sts', scenario: 'no-such' }, 0)).toBeUndefined();
});
