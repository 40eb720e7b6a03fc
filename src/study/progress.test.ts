import { expect, test } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';

import type { Attempt } from './attempt.ts';
import { firstOpen, isSureAndWrong, progressOf, tallies } from './progress.ts';

const attempt = (change: Partial<Attempt>): Attempt => ({
  questionId: 'link-and-session',
  answer: ['lasts-3600'],
  mode: 'practice',
  isCorrect: true,
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: 1,
  ...change,
});

const counts = (attempts: readonly Attempt[]): string => {
  const { answered, right, total } = progressOf(PLAYED_QUESTIONS.slice(0, 10), attempts);
  return `${answered} of ${total}, ${right} right`;
};

test.each<[string, readonly Attempt[], string]>([
  ['nothing is answered at first', [], '0 of 10, 0 right'],
  ['an answer counts', [attempt({})], '1 of 10, 1 right'],
  ['a wrong answer is an answer', [attempt({ isCorrect: false })], '1 of 10, 0 right'],
  [
    'the latest answer counts: better',
    [attempt({ isCorrect: false }), attempt({})],
    '1 of 10, 1 right',
  ],
  [
    'the latest answer counts: worse',
    [attempt({}), attempt({ isCorrect: false })],
    '1 of 10, 0 right',
  ],
  [
    'two questions are two',
    [attempt({}), attempt({ questionId: 'second-role' })],
    '2 of 10, 2 right',
  ],
  ['a question that is gone does not count', [attempt({ questionId: 'gone' })], '0 of 10, 0 right'],
  [
    'a question that has changed does not count',
    [attempt({ contentVersion: 0 })],
    '0 of 10, 0 right',
  ],
])('%s', (_, attempts, expected) => expect(counts(attempts)).toBe(expected));

test('the first open question is the first without an answer', () => {
  const after = (ids: readonly string[]) =>
    firstOpen(
      PLAYED_QUESTIONS,
      progressOf(
        PLAYED_QUESTIONS,
        ids.map((questionId) => attempt({ questionId })),
      ),
    )?.id;
  expect(after([])).toBe('link-and-session');
  expect(after(['link-and-session', 'second-role'])).toBe('after-the-session');
  expect(after(PLAYED_QUESTIONS.map(({ id }) => id))).toBe('link-and-session');
});

test('what was sure and wrong is the list to learn from', () => {
  const { certainty: sure } = { certainty: 'sure' } as const;
  expect(isSureAndWrong(attempt({ certainty: sure, isCorrect: false }))).toBe(true);
  expect(isSureAndWrong(attempt({ certainty: sure }))).toBe(false);
  expect(isSureAndWrong(attempt({ certainty: 'guess', isCorrect: false }))).toBe(false);
  expect(isSureAndWrong(undefined)).toBe(false);
});

test('a tally counts by trap, in the order of their numbers', () => {
  const { latest } = progressOf(PLAYED_QUESTIONS, [
    attempt({}),
    attempt({ questionId: 'after-the-session', isCorrect: false }),
  ]);
  const counted = tallies(PLAYED_QUESTIONS, latest, ({ traps }) => traps);
  expect(counted.find(({ name }) => name === 'E1')).toEqual({
    name: 'E1',
    total: PLAYED_QUESTIONS.filter(({ traps }) => traps.includes('E1')).length,
    answered: 2,
    right: 1,
  });
  const names = counted.map(({ name }) => name);
  expect(names.indexOf('E9')).toBeLessThan(names.indexOf('E15'));
  expect(
    counted.every(({ right, answered, total }) => right <= answered && answered <= total),
  ).toBe(true);
});
