import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ConditionMatch } from '#engine/policy/reasons.ts';

import { metClause, missedClause } from './conditionWords.ts';

const condition = (
  operator: string,
  value: string | readonly string[],
  actual?: string | readonly string[],
): ConditionMatch => ({
  element: 'Condition',
  operator,
  key: 'aws:K',
  pointer: '',
  matched: false,
  basis: 'documented',
  because: actual === undefined ? 'key-missing' : 'no-value-matches',
  values: [value].flat().map((each) => ({ value: each, matched: false, because: 'differs' })),
  ...(actual !== undefined && { actual }),
});

test.each([
  ['StringEquals', 'a', 'a', 'aws:K is “a” (StringEquals)'],
  ['StringEquals', ['a', 'b'], 'a', 'aws:K is “a”, which is “a” or “b” (StringEquals)'],
  ['StringNotEquals', 'a', 'b', 'aws:K is “b”, which is not “a” (StringNotEquals)'],
  ['StringLike', 'a*', 'ab', 'aws:K is “ab”, which matches “a*” (StringLike)'],
  [
    'NumericGreaterThan',
    '600',
    '900',
    'aws:K is “900”, which is more than “600” (NumericGreaterThan)',
  ],
  ['DateLessThan', '2026', '2025', 'aws:K is “2025”, which is before “2026” (DateLessThan)'],
  [
    'NotIpAddressIfExists',
    '10.0.0.0/8',
    '8.8.8.8',
    'aws:K is “8.8.8.8”, which is not in “10.0.0.0/8” (NotIpAddressIfExists)',
  ],
  [
    'ForAnyValue:StringEquals',
    'a',
    ['a', 'c'],
    'a value of aws:K is “a” (ForAnyValue:StringEquals): “a” and “c”',
  ],
  ['Null', 'false', 'x', 'the request has aws:K (Null)'],
  ['Null', 'true', undefined, 'the request has no aws:K'],
  [
    'StringNotLike',
    'a',
    undefined,
    'the request has no aws:K, and a negated operator matches a missing key',
  ],
  [
    'StringEqualsIfExists',
    'a',
    undefined,
    'the request has no aws:K, and IfExists lets a missing key match',
  ],
  [
    'ForAllValues:StringEquals',
    'a',
    undefined,
    'the request has no aws:K, and ForAllValues matches a missing key',
  ],
])('%s that is met by its value is said forwards', (operator, value, actual, clause) =>
  expect(metClause(condition(operator, value, actual))).toBe(clause),
);

test.each([
  [
    'NotIpAddress',
    '10.0.0.0/8',
    '10.1.1.1',
    'aws:K is not in “10.0.0.0/8” (NotIpAddress), and the request has “10.1.1.1”',
  ],
  ['Bool', 'true', undefined, 'aws:K is “true” (Bool), and the request has no such key'],
  [
    'StringEquals',
    '${aws:username}',
    'a',
    'aws:K is what “${aws:username}” stands for (StringEquals), and the request has “a”',
  ],
  ['Null', 'true', 'x', 'the request has no aws:K (Null), and it has one'],
  ['Null', 'false', undefined, 'the request has aws:K (Null), and it has none'],
])('%s that is missed says when it would be met', (operator, value, actual, clause) =>
  expect(missedClause(condition(operator, value, actual))).toBe(clause),
);

describe('what bites and what does not', () => {
  test('are never said in the same words', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          'StringEquals',
          'NotIpAddress',
          'NumericGreaterThan',
          'ForAnyValue:StringLike',
          'Null',
        ),
        fc.string(),
        fc.option(fc.string(), { nil: undefined }),
        (operator, value, actual) => {
          const one = condition(operator, value, actual);
          expect(metClause(one)).not.toBe(missedClause(one));
        },
      ),
    ));
});
