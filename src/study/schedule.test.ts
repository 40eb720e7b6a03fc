import { describe, expect, test } from 'vitest';

import { SAMPLES } from '#content/questions/samples.fixture.ts';

import type { Attempt } from './attempt.ts';
import { dueAt, dueTimes } from './schedule.ts';
import { countsOf, selected } from './selected.ts';

const START = '2026-11-22T18:00:00.000Z';

const attempt = (change: Partial<Attempt>): Attempt => ({
  questionId: 'sample-choice',
  answer: ['refused'],
  isCorrect: true,
  at: START,
  contentVersion: 1,
  mode: 'practice',
  ...change,
});

const dueAfter = (...attempts: readonly Attempt[]): string =>
  dueTimes(SAMPLES, attempts).get('sample-choice') ?? 'never';

describe('when a question is asked again', () => {
  test('the surer and the righter, the later', () => {
    const times = [
      dueAfter(attempt({ isCorrect: false, certainty: 'sure' })),
      dueAfter(attempt({ certainty: 'guess' })),
      dueAfter(attempt({ certainty: 'unsure' })),
      dueAfter(attempt({ certainty: 'sure' })),
    ];
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(4);
    expect(dueAfter(attempt({}))).toBe(times[2]);
  });

  test('what is known for long comes back within the weeks one studies', () => {
    const days = Array.from({ length: 12 }, (_, month) => month + 1).map((month) =>
      attempt({ certainty: 'sure', at: `2027-${String(month).padStart(2, '0')}-01T00:00:00.000Z` }),
    );
    expect(dueAfter(...days) < '2028-02-02').toBe(true);
  });

  test('an answer to another version counts for nothing', () =>
    expect(dueAfter(attempt({ contentVersion: 2 }))).toBe('never'));

  test('the longest overdue comes first, and what is not due does not come', () => {
    const attempts = [
      attempt({ questionId: 'sample-ordering', isCorrect: false, at: '2026-11-22T18:02:00.000Z' }),
      attempt({ isCorrect: false }),
      attempt({ questionId: 'sample-response', certainty: 'sure' }),
    ];
    const due = dueAt(SAMPLES, attempts, '2026-11-22T20:00:00.000Z');
    expect(due.map(({ id }) => id)).toEqual(['sample-choice', 'sample-ordering']);
  });
});

test('lists follow from the latest answers', () => {
  const attempts = [
    attempt({ certainty: 'sure' }),
    attempt({ questionId: 'sample-response', certainty: 'sure', isCorrect: false }),
    attempt({ questionId: 'sample-ordering', isCorrect: false }),
  ];
  const now = '2026-11-22T20:00:00.000Z';
  expect(countsOf(SAMPLES, attempts, now)).toEqual({
    due: 2,
    wrong: 2,
    'sure-and-wrong': 1,
    open: 1,
  });
  const idsOf = (selection: Parameters<typeof selected>[1]) =>
    selected(SAMPLES, selection, attempts, now).map(({ id }) => id);
  expect(idsOf({ list: 'sure-and-wrong' })).toEqual(['sample-response']);
  expect(idsOf({ list: 'open' })).toEqual(['sample-matching']);
  expect(idsOf({ topic: 'presigned' })).toEqual([]);
  expect(idsOf({ trap: 'A1', skill: '4.1.2', list: 'wrong' })).toHaveLength(2);
  expect(idsOf({ trap: 'A2' })).toEqual([]);
});
