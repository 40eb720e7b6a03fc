import fc from 'fast-check';
import { HOME, ROLE, USER } from './names.mjs';

/** @template const T @param {readonly T[]} values */
export const anyOf = (...values) => fc.constantFrom(...values);

/** @template T @param {fc.Arbitrary<T>} value @returns {fc.Arbitrary<T | T[]>} */
export const oneOrMany = (value) =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));

const setPrefix = anyOf('', '', '', '', 'ForAllValues:', 'ForAnyValue:');
const suffix = anyOf('', '', '', 'IfExists');

/** @typedef {readonly [operators: readonly string[], keys: readonly string[], values: readonly (string | number | boolean)[]]} Family */

/** @type {readonly Family[]} */
const FAMILIES = [
  [
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    [
      'aws:username',
      'aws:UserId',
      'aws:PrincipalTag/team',
      'AWS:useragent',
      'aws:TagKeys',
      'aws:PrincipalOrgPaths',
      'aws:PrincipalOrgID',
      'aws:CalledVia',
      'aws:PrincipalAccount',
      'sts:ExternalId',
    ],
    [
      'alice',
      'Alice',
      'al*',
      'AL?ce',
      '*',
      '${aws:username}',
      "${aws:username, 'cat'}",
      '${aws:PrincipalTag/team}',
      'c${*}t',
      'cat',
      'curl/8.?',
      'curl/*',
      'cost.center',
      'project',
      'o-example/*',
      'o-example/r-root/ou-work/',
      'o-example',
      'athena.amazonaws.com',
      HOME,
      'secret',
    ],
  ],
  [
    ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    ['aws:PrincipalArn', 'aws:SourceArn'],
    [
      '*',
      USER,
      ROLE,
      USER.toUpperCase().replace('ARN:AWS:IAM', 'arn:aws:iam'),
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::*:user/team/${aws:username}',
      'arn:*:*:*:*:*',
      'arn:aws:sns:*:topic',
      'arn:aws:sns:eu-west-1:*:topic',
    ],
  ],
  [
    [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    ['aws:MultiFactorAuthAge', 'aws:EpochTime'],
    ['300', '7', 7.5, '-1', '1768478400', 'many', '7many', '3e2'],
  ],
  [
    [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    ['aws:CurrentTime', 'aws:TokenIssueTime'],
    ['2026-01-15T12:00:00Z', '2026-01-15', '2025-12-31T23:59:59Z', '1768478400', '1768478401', 'x'],
  ],
  [
    ['Bool'],
    ['aws:MultiFactorAuthPresent', 'aws:SecureTransport', 'aws:ViaAWSService'],
    ['true', 'false', 'True', true, false, 'yes', '${aws:SecureTransport}'],
  ],
  [['BinaryEquals'], ['aws:UserAgent'], ['curl/8.1', 'Y3VybC84LjE=']],
  [
    ['IpAddress', 'NotIpAddress'],
    ['aws:SourceIp'],
    [
      '203.0.113.0/24',
      '203.0.113.9',
      '0.0.0.0/0',
      '198.51.100.0/25',
      '2001:db8::/32',
      '2001:DB8:0::9',
      '::/0',
      'nowhere',
    ],
  ],
];

/** @param {Family} family */
const conditionOf = ([operators, keys, values]) =>
  fc.tuple(
    fc.tuple(setPrefix, anyOf(...operators), suffix).map((parts) => parts.join('')),
    anyOf(...keys),
    oneOrMany(anyOf(...values)),
  );

const existence = fc.tuple(
  fc.constant('Null'),
  anyOf('aws:username', 'aws:TagKeys', 'aws:MultiFactorAuthAge', 'aws:SourceIp'),
  fc.oneof(anyOf('true', 'false'), fc.boolean()),
);

/** Any Condition element. */
export const condition = fc
  .array(fc.oneof(...FAMILIES.map(conditionOf), existence), { minLength: 1, maxLength: 2 })
  .map((all) => {
    /** @type {Record<string, Record<string, (typeof all)[number][2]>>} */
    const element = {};
    for (const [operator, key, value] of all) {
      element[operator] = { ...element[operator], [key]: value };
    }
    return element;
  });
