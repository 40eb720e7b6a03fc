import { describe, expect, test } from 'vitest';
import { matchConditions } from './conditions.ts';
import type { Context } from './context.ts';
import type { ConditionValue } from './document.ts';
import type { ConditionMatch } from './reasons.ts';

type Value = string | readonly string[];

interface Row {
  readonly operator: string;
  readonly values: ConditionValue;
  readonly actual?: Value | undefined;
  readonly effect?: 'Allow' | 'Deny';
  readonly isOld?: boolean;
}

function matched({ operator, values, actual, effect = 'Allow', isOld }: Row): ConditionMatch {
  const keys = new Map<string, Value>([['aws:username', 'alice']]);
  if (actual !== undefined) keys.set('x:key', actual);
  const context: Context = keys;
  const [match, ...rest] = matchConditions(
    { Effect: effect, Condition: { [operator]: { 'X:Key': values } } },
    { context, variables: isOld ? undefined : context, pointer: '/Statement/0' },
  );
  expect(rest).toEqual([]);
  if (!match) throw new Error('A condition has one match for each key');
  return match;
}

const isMet = (operator: string, values: ConditionValue, actual: Value | undefined): boolean =>
  matched({ operator, values, actual }).matched;

describe('each operator', () => {
  test.each<[string, ConditionValue, Value | undefined, boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', 'repo:org/*', 'repo:org/app', false],
    ['StringEquals', '${aws:username}', 'alice', true],
    ['StringEquals', '${aws:userid}', 'alice', false],
    ['StringEquals', "${aws:userid, 'alice'}", 'alice', true],
    ['StringEquals', 5, '5', true],
    ['StringEquals', true, 'true', true],
    ['StringEquals', [], 'a', false],
    ['StringEquals', '', '', true],
    ['StringEquals', 'a', undefined, false],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotEquals', 'a', 'a', false],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEquals', '${aws:userid}', 'alice', true],
    ['StringNotEquals', 'a', undefined, true],
    ['StringEqualsIgnoreCase', 'Abc', 'aBC', true],
    ['StringEqualsIgnoreCase', 'a*', 'ab', false],
    ['StringEqualsIgnoreCase', 'a', undefined, false],
    ['StringNotEqualsIgnoreCase', 'Abc', 'aBC', false],
    ['StringNotEqualsIgnoreCase', 'Abc', 'd', true],
    ['StringNotEqualsIgnoreCase', 'a', undefined, true],
    ['StringLike', 'a*c', 'abbc', true],
    ['StringLike', 'a?c', 'abc', true],
    ['StringLike', 'a*c', 'ABC', false],
    ['StringLike', '${aws:username}-*', 'alice-1', true],
    ['StringLike', 'a${*}', 'ab', false],
    ['StringLike', '*', undefined, false],
    ['StringNotLike', 'a*', 'abc', false],
    ['StringNotLike', 'a*', 'b', true],
    ['StringNotLike', 'a*', undefined, true],
    ['NumericEquals', '10', '10', true],
    ['NumericEquals', 10, '10.0', true],
    ['NumericEquals', 'ten', '10', false],
    ['NumericEquals', '10', undefined, false],
    ['NumericNotEquals', '10', '11', true],
    ['NumericNotEquals', '10', '10', false],
    ['NumericNotEquals', 'ten', '10', false],
    ['NumericNotEquals', '10', undefined, true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThan', '10', undefined, false],
    ['NumericLessThan', '9', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericLessThanEquals', '10', '10.1', false],
    ['NumericGreaterThan', '10', '11', true],
    ['NumericGreaterThan', '10', '10', false],
    ['NumericGreaterThan', '9', '10', true],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericGreaterThanEquals', '10', '9', false],
    ['NumericGreaterThanEquals', '10', 'x', false],
    ['DateEquals', '2026-01-15T12:00:00Z', '1768478400', true],
    ['DateEquals', '2026-01-15', '2026-01-15T12:00:00Z', false],
    ['DateEquals', '2026-01-15', undefined, false],
    ['DateNotEquals', '2026-01-15', '2026-01-16', true],
    ['DateNotEquals', '2026-01-15', '2026-01-15', false],
    ['DateNotEquals', '2026-01-15', undefined, true],
    ['DateLessThan', '2026-01-15', '2026-01-14', true],
    ['DateLessThan', '2026-01-15', '2026-01-15', false],
    ['DateLessThanEquals', '2026-01-15', '2026-01-15', true],
    ['DateLessThanEquals', '2026-01-15', '2026-01-16', false],
    ['DateGreaterThan', '2026-01-15', '2026-01-15T00:00:01Z', true],
    ['DateGreaterThan', '2026-01-15', '2026-01-15', false],
    ['DateGreaterThanEquals', '2026-01-15', '2026-01-15', true],
    ['DateGreaterThanEquals', '2026-01-15', '2026-01-14', false],
    ['DateGreaterThan', '2026-01-15', 'soon', false],
    ['Bool', 'true', 'true', true],
    ['Bool', true, 'true', true],
    ['Bool', 'True', 'true', true],
    ['Bool', 'false', 'true', false],
    ['Bool', 'false', 'false', true],
    ['Bool', 'yes', 'true', false],
    ['Bool', 'true', 'yes', false],
    ['Bool', 'false', undefined, false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QmluYXJ5', 'qmluyxj5', false],
    ['BinaryEquals', 'QmluYXJ5', undefined, false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.7', true],
    ['IpAddress', ['10.0.0.0/8', '203.0.113.7'], '203.0.113.7', true],
    ['IpAddress', '203.0.113.0/24', '198.51.100.1', false],
    ['IpAddress', '0.0.0.0/0', '198.51.100.1', true],
    ['IpAddress', '2001:db8::/32', '2001:db8::7', true],
    ['IpAddress', 'nowhere', '198.51.100.1', false],
    ['IpAddress', '203.0.113.0/24', undefined, false],
    ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
    ['NotIpAddress', '203.0.113.0/24', '203.0.113.7', false],
    ['NotIpAddress', '203.0.113.0/24', undefined, true],
    ['ArnEquals', 'arn:aws:iam::*:role/team/*', 'arn:aws:iam::111122223333:role/team/x', true],
    ['ArnEquals', 'arn:aws:s3:::a', 'arn:aws:s3:::A', false],
    ['ArnLike', 'arn:aws:sns:*:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:t', true],
    // A star in one part cannot swallow a colon, as it would under StringLike.
    ['ArnLike', 'arn:aws:*:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:t', false],
    ['StringLike', 'arn:aws:*:111122223333:t', 'arn:aws:sns:eu-west-1:111122223333:t', true],
    ['ArnLike', 'arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/alice/x', true],
    ['ArnLike', 'arn:aws:iam::${aws:username}:role/x', 'arn:aws:iam::alice:role/x', true],
    ['ArnLike', 'arn:aws:s3:::b/${aws:userid}', 'arn:aws:s3:::b/x', false],
    ['ArnLike', '*', 'arn:aws:s3:::b', true],
    ['ArnLike', '*', 'no arn', false],
    ['ArnLike', 'arn:aws:s3:::b', undefined, false],
    ['ArnNotEquals', 'arn:aws:s3:::b', 'arn:aws:s3:::c', true],
    ['ArnNotEquals', 'arn:aws:s3:::b', 'arn:aws:s3:::b', false],
    ['ArnNotLike', 'arn:aws:s3:::b*', 'arn:aws:s3:::bc', false],
    ['ArnNotLike', 'arn:aws:s3:::b*', 'arn:aws:s3:::c', true],
    ['ArnNotLike', 'arn:aws:s3:::b*', undefined, true],
    ['Null', 'true', undefined, true],
    ['Null', 'true', 'x', false],
    ['Null', false, 'x', true],
    ['Null', 'false', undefined, false],
    ['Null', 'true', [], true],
    ['Null', 'false', ['x'], true],
    ['Null', ['true', 'false'], 'x', true],
    ['Null', 'maybe', 'x', false],
  ])('it asks %s %j of %j: %s', (operator, values, actual, expected) => {
    expect(isMet(operator, values, actual)).toBe(expected);
  });
});

describe('IfExists and the set operators', () => {
  test.each<[string, ConditionValue, Value | undefined, boolean]>([
    ['StringEqualsIfExists', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', 'a', true],
    ['StringEqualsIfExists', 'a', 'b', false],
    ['StringNotEqualsIfExists', 'a', undefined, true],
    ['StringNotEqualsIfExists', 'a', 'a', false],
    ['NumericLessThanIfExists', '10', undefined, true],
    ['DateLessThanIfExists', '2026-01-15', undefined, true],
    ['BoolIfExists', 'true', undefined, true],
    ['BoolIfExists', 'true', 'false', false],
    ['BinaryEqualsIfExists', 'QQ==', undefined, true],
    ['IpAddressIfExists', '10.0.0.0/8', undefined, true],
    ['ArnLikeIfExists', 'arn:aws:s3:::b', undefined, true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAllValues:StringEquals', ['a'], ['a', 'b'], false],
    ['ForAllValues:StringEquals', ['a'], [], true],
    ['ForAllValues:StringEquals', ['a'], undefined, true],
    ['ForAllValues:StringEquals', ['a'], [''], true],
    ['ForAllValues:StringEquals', ['a'], 'a', true],
    ['ForAllValues:StringEquals', ['a'], 'b', false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false],
    ['ForAllValues:StringNotEquals', ['a'], undefined, true],
    ['ForAllValues:StringLike', ['a*', 'b*'], ['ax', 'bx'], true],
    ['ForAllValues:NumericLessThan', '10', ['1', '9'], true],
    ['ForAllValues:NumericLessThan', '10', ['1', '11'], false],
    ['ForAnyValue:StringEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringEquals', ['a'], ['b'], false],
    ['ForAnyValue:StringEquals', ['a'], [], false],
    ['ForAnyValue:StringEquals', ['a'], undefined, false],
    ['ForAnyValue:StringEquals', ['a'], 'a', true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
    ['ForAnyValue:StringNotEquals', ['a'], undefined, false],
    ['ForAnyValue:StringLike', 'o-1/r-1/*', ['o-1/r-1/ou-2/'], true],
    ['ForAnyValue:StringEqualsIfExists', 'a', undefined, true],
    ['ForAnyValue:StringEqualsIfExists', 'a', ['b'], false],
    ['ForAllValues:StringEqualsIfExists', 'a', ['b'], false],
    // Without a set operator a list matches nothing, not even under a negation.
    ['StringEquals', 'a', ['a'], false],
    ['StringNotEquals', 'a', ['b'], false],
    ['StringEqualsIfExists', 'a', [], true],
  ])('it asks %s %j of %j: %s', (operator, values, actual, expected) => {
    expect(isMet(operator, values, actual)).toBe(expected);
  });
});

// The table of MFA patterns in sts.md 5.5: long-term keys, temporary ones without MFA, temporary ones with it.
test.each([
  ['Bool', 'false', [false, true, false]],
  ['BoolIfExists', 'false', [true, true, false]],
  ['Bool', 'true', [false, false, true]],
  ['BoolIfExists', 'true', [true, false, true]],
  ['Null', 'false', [false, true, true]],
])('it finds %s %s met as AWS reasons about MFA', (operator, value, expected) => {
  expect([undefined, 'false', 'true'].map((actual) => isMet(operator, value, actual))).toEqual(
    expected,
  );
});

describe('reasons', () => {
  test.each<[Row, Partial<ConditionMatch>]>([
    [
      { operator: 'StringEquals', values: 'a', actual: 'a' },
      { because: 'a-value-matches', basis: 'documented' },
    ],
    [
      { operator: 'StringNotEquals', values: 'a', actual: 'a' },
      { matched: false, because: 'a-value-matches' },
    ],
    [
      { operator: 'StringEquals', values: 'a' },
      { because: 'key-missing', values: [{ value: 'a', matched: false, because: 'key-missing' }] },
    ],
    [
      { operator: 'StringEquals', values: ['A', 'b'], actual: 'a' },
      {
        because: 'no-value-matches',
        values: [
          { value: 'A', matched: false, because: 'other-case' },
          { value: 'b', matched: false, because: 'differs' },
        ],
      },
    ],
    [
      { operator: 'StringLike', values: '${aws:userid}*', actual: 'a' },
      { values: [{ value: '${aws:userid}*', matched: false, because: 'unresolved-variable' }] },
    ],
    [
      { operator: 'Bool', values: "${aws:none, 'true'}", actual: 'true' },
      { matched: true, basis: 'modelled' },
    ],
    [
      { operator: 'NumericEquals', values: ['x', '2'], actual: '1' },
      { because: 'no-value-matches', basis: 'observed' },
    ],
    [
      { operator: 'NumericEquals', values: ['x', '1'], actual: '1' },
      { because: 'a-value-matches', basis: 'documented' },
    ],
    [
      { operator: 'NumericEquals', values: 'x', actual: '1' },
      { because: 'not-comparable', basis: 'observed' },
    ],
    [
      { operator: 'StringEquals', values: 'a', actual: ['a'] },
      { because: 'several-values-without-set-operator', basis: 'observed', actual: ['a'] },
    ],
    [
      { operator: 'ForAllValues:StringEquals', values: 'a', actual: ['a', 'b'] },
      {
        because: 'a-request-value-fails',
        values: [{ value: 'a', matched: true, because: 'matches' }],
      },
    ],
    [
      { operator: 'ForAnyValue:StringEquals', values: 'a', actual: ['b', 'a'] },
      { because: 'a-request-value-passes' },
    ],
    [{ operator: 'Null', values: 'false', actual: 'x' }, { because: 'key-present' }],
    [
      { operator: 'stringequals', values: 'a', actual: 'a' },
      { matched: false, because: 'unknown-operator', basis: 'modelled' },
    ],
    // Doubt never grants: an operator that does not exist fails an Allow and meets a Deny.
    [
      { operator: 'NullIfExists', values: 'a', effect: 'Deny' },
      { matched: true, because: 'unknown-operator' },
    ],
  ])('it explains %j', (row, expected) => {
    expect(matched(row)).toMatchObject(expected);
  });

  test('it points at the key, escaped', () => {
    const operator = 'ForAnyValue:StringLike';
    expect(matched({ operator, values: 'a' }).pointer).toBe(
      `/Statement/0/Condition/${operator}/X:Key`,
    );
    const [match] = matchConditions(
      { Effect: 'Allow', Condition: { StringEquals: { 'aws:PrincipalTag/a~b': 'x' } } },
      { context: new Map(), variables: undefined, pointer: '/Statement' },
    );
    expect(match?.pointer).toBe('/Statement/Condition/StringEquals/aws:PrincipalTag~1a~0b');
  });
});

test('it takes variables for text in Version 2008-10-17', () => {
  const row = { operator: 'StringEquals', values: '${aws:username}' };
  expect(matched({ ...row, actual: 'alice', isOld: true }).matched).toBe(false);
  expect(matched({ ...row, actual: '${aws:username}', isOld: true }).matched).toBe(true);
});

test('it wants every operator and every key', () => {
  const keys = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  const question = { context: keys, variables: keys, pointer: '' };
  const results = (condition: Record<string, Record<string, string>>) =>
    matchConditions({ Effect: 'Allow', Condition: condition }, question).map(
      ({ matched }) => matched,
    );
  expect(results({ StringEquals: { a: '1', b: 'x' }, StringLike: { b: '2' } })).toEqual([
    true,
    false,
    true,
  ]);
});
