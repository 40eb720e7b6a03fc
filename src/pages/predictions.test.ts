import { expect, test } from 'vitest';

import type { Attempt } from '#study/attempt.ts';
import { predictionId } from '#study/predict/prediction.ts';

import { nextAsked } from './predictions.ts';

const attempt = (questionId: string, at: number): Attempt => ({
  questionId,
  answer: ['stops-nowhere'],
  isCorrect: false,
  at: new Date(Date.UTC(2026, 10, 22, 18, at)).toISOString(),
  contentVersion: 1,
  mode: 'practice',
});

const NOW = '2026-12-22T18:30:00.000Z';

test('a story that has been asked out asks again what was answered longest ago, and never ends', async () => {
  const scope = { of: 'story', lab: 'sts', scenario: 'outbound-token' } as const;
  let attempts: readonly Attempt[] = [];
  for (let made = 0; made < 60; made += 1) {
    const asked = await nextAsked(scope, attempts, NOW);
    expect(asked, `after ${made}`).toBeDefined();
    const id = asked ? predictionId(asked) : '';
    expect(attempts.slice(-2).map(({ questionId }) => questionId)).not.toContain(id);
    attempts = [...attempts, attempt(id, made)];
  }
  expect(new Set(attempts.map(({ questionId }) => questionId)).size).toBeLessThan(60);
});

test('what is due but can be made no more is passed over', async () => {
  const gone = 'predict/presigned/no-such-story/open-url.stops?';
  const there = 'predict/presigned/seven-days/open-url.stops?expires=259200';
  const attempts = [attempt(gone, 0), attempt(there, 1)];
  expect(await nextAsked({ of: 'due' }, attempts, NOW)).toMatchObject({ scenario: 'seven-days' });
  expect(await nextAsked({ of: 'due' }, [attempt(gone, 0)], NOW)).toBeUndefined();
});
