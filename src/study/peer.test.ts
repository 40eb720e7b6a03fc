import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  MOST_HANDS,
  phaseBeside,
  roundOf,
  counted,
  gainOf,
  handsIn,
  shareOf,
  withCount,
} from './peer.ts';

const FIRST = { a: 12, b: 4, c: 4 };

test('phases have ends, and two of them count', () => {
  expect(phaseBeside('ask', -1)).toBeUndefined();
  expect(phaseBeside('reveal', 1)).toBe('run');
  expect(phaseBeside('run', 1)).toBeUndefined();
  expect([roundOf('vote'), roundOf('vote-again'), roundOf('shift')]).toEqual([
    'before',
    'after',
    undefined,
  ]);
});

describe('hands', () => {
  test('they are counted up and down, never below none', () => {
    expect(counted(FIRST, 'b', 1)).toEqual({ a: 12, b: 5, c: 4 });
    expect(counted({}, 'd', 1)).toEqual({ d: 1 });
    expect(counted({}, 'd', -1)).toEqual({ d: 0 });
    expect(withCount(FIRST, 'a', 1e6)['a']).toBe(MOST_HANDS);
    expect(withCount(FIRST, 'a', 2.7)['a']).toBe(2);
  });

  test('shares are of all hands', () => {
    expect(handsIn(FIRST)).toBe(20);
    expect(shareOf(FIRST, 'a')).toBe(0.6);
    expect(shareOf(FIRST, 'd')).toBe(0);
    expect(shareOf({}, 'a')).toBe(0);
  });
});

describe('the normalised gain', () => {
  test('it is the part of what was missing', () => {
    expect(gainOf({ a: 10, b: 10 }, { a: 15, b: 5 }, 'a')).toEqual({
      before: 0.5,
      after: 0.75,
      gain: 0.5,
    });
  });

  test('there is none where nothing was missing, or right answers were lost', () => {
    expect(gainOf({ a: 9 }, { a: 9 }, 'a')).toEqual({ before: 1, after: 1 });
    expect(gainOf({ a: 8, b: 2 }, { a: 5, b: 5 }, 'a')).toEqual({ before: 0.8, after: 0.5 });
  });

  test('one vote alone says nothing', () => {
    expect(gainOf(FIRST, {}, 'a')).toBeUndefined();
    expect(gainOf({}, FIRST, 'a')).toBeUndefined();
  });

  test('it lies between nothing and all, whatever the votes', () => {
    const votes = fc.record({ a: fc.nat(60), b: fc.nat(60), c: fc.nat(60) });
    fc.assert(
      fc.property(votes, votes, (first, second) => {
        const { gain = 0 } = gainOf(first, second, 'a') ?? {};
        return gain >= 0 && gain <= 1;
      }),
      { numRuns: 200 },
    );
  });
});
