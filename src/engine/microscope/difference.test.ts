import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { difference } from './difference.ts';
import type { Piece } from './difference.ts';

/** Changed pieces in brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');

const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

describe('a difference', () => {
  test.each([
    ['abc', 'abc', 'abc', 'abc'],
    ['', '', '', ''],
    ['', 'a', '[]', '[a]'],
    ['/test.txt', '/test.txu', '/test.tx[t]', '/test.tx[u]'],
    ['a=1&c=3', 'a=1&b=2&c=3', 'a=1&[]c=3', 'a=1&[b=2&]c=3'],
    ['a=1&b=2&c=3', 'a=1&c=3', 'a=1&[b=2&]c=3', 'a=1&[]c=3'],
    ['GET\n/', 'HEAD\n/', '[G]E[T]\n/', '[H]E[AD]\n/'],
    // Two digests that share a digit share it by chance, so only what stands in the same place is the same.
    ['12ab', '2ab1', '[12ab]', '[2ab1]'],
    ['12ab', '1x9b', '1[2a]b', '1[x9]b'],
    ['a😀b', 'a😁b', 'a[😀]b', 'a[😁]b'],
  ])('it marks what changed from %j to %j', (before, after, old, now) => {
    expect(difference(before, after).map(shown)).toEqual([old, now]);
  });

  test('it gives both texts back, and what is the same is the same in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const [old, now] = difference(before, after);
        expect([plain(old), plain(now)]).toEqual([before, after]);
        const kept = (pieces: readonly Piece[]): string =>
          plain(pieces.filter(({ isChanged }) => !isChanged));
        expect(kept(old)).toBe(kept(now));
        expect(old.some(({ isChanged }) => isChanged)).toBe(before !== after);
      }),
    );
  });

  test('it marks long texts whole rather than let a browser stop', () => {
    const [old] = difference(`<${'ab'.repeat(2000)}>`, `<${'ba'.repeat(2001)}>`);
    expect(old.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  });
});
