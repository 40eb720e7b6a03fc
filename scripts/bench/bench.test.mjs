import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { median, percentile, rotated, sideBySide } from './measure.mjs';
import { versionOf } from './peers.mjs';
import { markdown, ms, perSecond } from './table.mjs';

test('it takes the middle of the rounds, and the value that most lie below', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([7], 0.95)]).toEqual([
    50, 95, 7,
  ]);
});

test('it lets another contender begin each round', () => {
  expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
});

test('it measures what is done at once and what is promised', async () => {
  let counted = 0;
  const found = await sideBySide([
    { name: 'at once', once: () => (counted += 1) },
    { name: 'promised', once: () => Promise.resolve() },
  ]);
  expect(counted).toBeGreaterThan(100);
  expect(
    found.map(({ name, low, rate, high }) => [name, low > 0, low <= rate, rate <= high]),
  ).toEqual([
    ['at once', true, true, true],
    ['promised', true, true, true],
  ]);
});

test('it writes one table, with what is missed plain to see', () => {
  const table = markdown([
    { what: 'a', budget: '1', measured: '2', isMet: false },
    { what: 'b', budget: '–', measured: '3', peers: ['c 4', 'd 5'] },
  ]).split('\n');
  expect(table).toHaveLength(4);
  expect(new Set(table.map((line) => line.length)).size).toBe(1);
  expect(table[2]).toContain('MISSED');
  expect(table[3]).toContain('c 4; d 5');
});

test('it writes numbers as people read them', () => {
  expect([perSecond(12), perSecond(25_340), perSecond(1_500_000), ms(0.2934), ms(49.96)]).toEqual([
    '12',
    '25.3 k',
    '1.50 M',
    '0.293 ms',
    '50.0 ms',
  ]);
});

test('it names exact versions of its peers and no address to download them from', () => {
  expect(versionOf('aws4fetch')).toMatch(/^aws4fetch \d+\.\d+\.\d+$/);
  expect(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8')).not.toContain(
    '"resolved"',
  );
});
