import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits } from './pattern.ts';
import { expand } from './variables.ts';

const isFit = (pattern: string, text: string): boolean => {
  const expanded = expand(pattern, { wildcards: true, variables: undefined });
  return 'pattern' in expanded && fits(expanded.pattern, text);
};

test.each([
  ['*', '', true],
  ['*', 'anything/at:all', true],
  ['', '', true],
  ['', 'a', false],
  ['a*', 'a', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abcd', false],
  ['*b*', 'abc', true],
  ['?', '', false],
  ['?', 'a', true],
  ['?', 'ab', false],
  ['a?c*e', 'abcde', true],
  ['a?c', 'ac', false],
  // The first piece and the last must not overlap.
  ['ab*ba', 'aba', false],
  ['ab*ba', 'abba', true],
  ['a*a*a', 'aa', false],
  ['**', 'x', true],
  ['*?', '', false],
  ['?*?', 'ab', true],
  ['a*?b', 'ab', false],
  ['a*?b', 'axb', true],
  ['.', 'x', false],
  ['[a]', 'a', false],
])('it compares %s with %s', (pattern, text, expected) => {
  expect(isFit(pattern, text)).toBe(expected);
});

test('it agrees with a regular expression', () => {
  const small = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(small, word, (pattern, text) => {
      const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
      expect(isFit(pattern, text)).toBe(new RegExp(`^(?:${source})$`).test(text));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['many stars', `${'*a'.repeat(20_000)}b`, 'a'.repeat(100_000)],
  ['stars and holes', `${'*?a'.repeat(5000)}b`, 'a'.repeat(50_000)],
  ['stars alone', '*'.repeat(100_000), 'b'],
])('it takes no time over %s', (_, pattern, text) => {
  expect(isFit(pattern, text)).toBe(!pattern.endsWith('b'));
});
