import { expect, test } from 'vitest';
import type { PolicyType } from './document.ts';
import { parsePolicy } from './parse.ts';
import { WARNING_KINDS } from './warnings.ts';
import type { WarningKind } from './warnings.ts';

interface Row {
  readonly kind: WarningKind;
  readonly change: Record<string, unknown>;
  readonly at: string;
  readonly type?: PolicyType;
  readonly version?: string;
}

const warningsIn = ({
  change,
  type = 'identity',
  version = '2012-10-17',
}: Omit<Row, 'kind' | 'at'>) => {
  const base =
    type === 'trust'
      ? { Effect: 'Allow', Action: 'sts:AssumeRole' }
      : { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const parsed = parsePolicy(
    JSON.stringify({ Version: version, Statement: { ...base, ...change } }),
    type,
  );
  return 'warnings' in parsed
    ? parsed.warnings.map(({ kind, pointer }) => [kind, pointer])
    : parsed;
};

const when = (operator: string, values: unknown, key = 'aws:PrincipalTag/a') => ({
  Condition: { [operator]: { [key]: values } },
});
const AT = '/Statement/Condition';
const KEY = 'aws:PrincipalTag~1a';

const ROWS: readonly Row[] = [
  { kind: 'null-passed-over', change: { Action: ['s3:*', null] }, at: '/Statement/Action/1' },
  {
    kind: 'everyone-may-assume',
    change: { Principal: '*' },
    at: '/Statement/Principal',
    type: 'trust',
  },
  {
    kind: 'everyone-may-assume',
    change: { Principal: { AWS: ['*'] } },
    at: '/Statement/Principal/AWS/0',
    type: 'trust',
  },
  {
    kind: 'deleted-principal',
    change: { Principal: { AWS: 'AIDAEXAMPLE' } },
    at: '/Statement/Principal/AWS',
    type: 'trust',
  },
  { kind: 'sid-characters', change: { Sid: 'two words' }, at: '/Statement/Sid' },
  { kind: 'empty-condition', change: { Condition: { Anything: {} } }, at: `${AT}/Anything` },
  { kind: 'empty-condition', change: when('StringEquals', []), at: `${AT}/StringEquals/${KEY}` },
  {
    kind: 'literal-wildcard',
    change: when('StringEquals', 'repo:org/*'),
    at: `${AT}/StringEquals/${KEY}`,
  },
  {
    kind: 'literal-wildcard',
    change: when('StringNotEqualsIgnoreCase', ['a', 'b?']),
    at: `${AT}/StringNotEqualsIgnoreCase/${KEY}/1`,
  },
  {
    kind: 'literal-variable',
    change: { Resource: 'arn:aws:s3:::b/${aws:username}' },
    at: '/Statement/Resource',
    type: 'session',
    version: '2008-10-17',
  },
  {
    kind: 'missing-key-passes',
    change: when('ForAllValues:StringEquals', 'a', 'aws:TagKeys'),
    at: `${AT}/ForAllValues:StringEquals/aws:TagKeys`,
  },
  {
    kind: 'never-compares',
    change: when('NumericLessThan', 'ten'),
    at: `${AT}/NumericLessThan/${KEY}`,
  },
  { kind: 'never-compares', change: when('Bool', 'yes'), at: `${AT}/Bool/${KEY}` },
  { kind: 'never-compares', change: when('Null', 'no'), at: `${AT}/Null/${KEY}` },
  {
    kind: 'never-compares',
    change: when('IpAddress', '10.0.0.0/33'),
    at: `${AT}/IpAddress/${KEY}`,
  },
  { kind: 'never-compares', change: when('ArnLike', 'arn:aws:s3'), at: `${AT}/ArnLike/${KEY}` },
  {
    kind: 'needs-set-operator',
    change: when('StringEquals', 'a', 'aws:TagKeys'),
    at: `${AT}/StringEquals/aws:TagKeys`,
  },
];

test.each(ROWS)('it warns of $kind in $change', ({ kind, at, ...row }) => {
  expect(warningsIn(row)).toEqual([[kind, at]]);
});

test('it has a row for every warning', () => {
  expect(new Set(ROWS.map(({ kind }) => kind))).toEqual(new Set(WARNING_KINDS));
});

test.each<[string, Omit<Row, 'kind' | 'at'>]>([
  ['everyone in a bucket policy', { change: { Principal: '*' }, type: 'bucket' }],
  ['everyone denied', { change: { Principal: '*', Effect: 'Deny' }, type: 'trust' }],
  ['a wildcard under StringLike', { change: when('StringLike', 'repo:org/*') }],
  ['an escaped star', { change: when('StringEquals', 'a${*}') }],
  [
    'ForAllValues in a Deny',
    { change: { Effect: 'Deny', ...when('ForAllValues:StringEquals', 'a', 'aws:TagKeys') } },
  ],
  [
    'ForAllValues with Null',
    {
      change: {
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' },
          Null: { 'aws:TagKeys': 'false' },
        },
      },
    },
  ],
  ['Null on a multi-valued key', { change: when('Null', 'false', 'aws:TagKeys') }],
  ['a variable in the current version', { change: { Resource: 'arn:aws:s3:::b/${aws:username}' } }],
  ['a truth from a variable', { change: when('Bool', '${aws:ViaAWSService}') }],
])('it has nothing to say of %s', (_, row) => {
  expect(warningsIn(row)).toEqual([]);
});

test('it says where', () => {
  const text =
    '{"Version": "2012-10-17",\n "Statement": {"Effect": "Allow", "Action": ["s3:*",\n null], "Resource": "*"}}';
  expect(parsePolicy(text, 'identity')).toMatchObject({ warnings: [{ line: 3, column: 2 }] });
});
