import { describe, expect, test } from 'vitest';

import { SHUT_OUT_REASONS } from '#engine/api/shutOut.ts';
import type { CallerKind } from '#engine/policy/accessCase.ts';
import type { PolicyType, Statement } from '#engine/policy/document.ts';
import { formatPolicy } from '#engine/policy/format.ts';

import { CALLER_NAMES } from './draft.ts';
import type { Draft } from './draft.ts';
import { judgeDraft } from './judge.ts';
import { SHUT_OUT_WORDS } from './shutOutWords.ts';
import { judgedSentence, judgedVerdict } from './verdictWords.ts';

interface Scene extends Partial<Omit<Draft, 'caller' | 'keys' | 'policies'>> {
  readonly caller?: CallerKind;
  readonly keys?: Readonly<Record<string, string>>;
  readonly policies?: readonly (readonly [PolicyType, Statement])[];
}

function judged({ caller = 'user', keys = {}, policies = [], ...rest }: Scene) {
  const [name, session] = CALLER_NAMES[caller].example;
  return judgeDraft({
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/may.pdf',
    owner: 'same',
    members: 'both',
    ...rest,
    caller: { kind: caller, name, session },
    keys: Object.entries(keys).map(([key, values]) => ({ id: key, key, values })),
    policies: policies.map(([type, statement], index) => {
      const text = formatPolicy({ Version: '2012-10-17', Statement: statement });
      return {
        id: `p${index}`,
        name: type,
        type,
        text,
        original: text,
        level: 'account',
        replacesFullAccess: false,
      };
    }),
  });
}

const ANYTHING: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const GITHUB = 'token.actions.githubusercontent.com';

const trusting = (test: Readonly<Record<string, string>>): readonly [PolicyType, Statement] => [
  'trust',
  {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: test },
  },
];

describe('a caller who is shut out', () => {
  test.each<[CallerKind, string]>([
    ['root', 'sts:AssumeRole'],
    ['federated-user', 'iam:ListUsers'],
    ['user-session', 'iam:ListUsers'],
    ['role-session', 'sts:GetSessionToken'],
    ['web-identity', 's3:GetObject'],
    ['saml-identity', 'dynamodb:GetItem'],
    ['anonymous', 'sts:GetCallerIdentity'],
  ])('it is refused before any policy is read: %s with %s', (caller, action) => {
    const result = judged({ caller, action, resource: '*', policies: [['identity', ANYTHING]] });
    expect(result.kind).toBe('refused');
    expect(judgedVerdict(result).word).toBe('REFUSED');
    expect(judgedSentence(result)).toMatch(/^REFUSED\. /);
  });

  test('it is told why in words of its own', () => {
    const words = SHUT_OUT_REASONS.map((why) => SHUT_OUT_WORDS[why]);
    expect(new Set(words).size).toBe(words.length);
  });

  test('it is let through to the policies with MFA', () => {
    const result = judged({
      caller: 'user-session',
      action: 'iam:ListUsers',
      resource: '*',
      keys: { 'aws:MultiFactorAuthPresent': 'true' },
      policies: [['identity', ANYTHING]],
    });
    expect(judgedVerdict(result).word).toBe('ALLOW');
  });
});

describe('an OIDC identity', () => {
  const calls = {
    caller: 'web-identity',
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: ROLE,
  } as const;

  test.each([
    ['repo:org/app:ref:refs/heads/main', 'ALLOW'],
    ['repo:org/other:ref:refs/heads/main', 'IMPLICIT DENY'],
  ])('its subject reaches the conditions: %s is %s', (sub, word) => {
    const result = judged({
      ...calls,
      keys: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
      policies: [trusting({ [`${GITHUB}:sub`]: sub, [`${GITHUB}:aud`]: 'sts.amazonaws.com' })],
    });
    expect(judgedVerdict(result).word).toBe(word);
  });

  test('a trust policy that AWS would not save today still decides, and is told of', () => {
    const aud = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };
    const result = judged({ ...calls, keys: aud, policies: [trusting(aud)] });
    expect(result).toMatchObject({
      kind: 'decided',
      decision: { verdict: 'allow' },
      unsaved: [{ problem: { kind: 'shared-provider' } }],
    });
  });
});

test('a SAML identity’s subject reaches the conditions', () => {
  const result = judged({
    caller: 'saml-identity',
    action: 'sts:AssumeRoleWithSAML',
    resource: ROLE,
    policies: [
      [
        'trust',
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'saml:sub': 'carol' } },
        },
      ],
    ],
  });
  expect(judgedVerdict(result).word).toBe('ALLOW');
});

test.each([
  ['aws:PrincipalArn', 'arn:aws:iam::111122223333:user/mallory'],
  ['AWS:username', 'mallory'],
  ['aws:PrincipalOrgID', 'o-elsewhere'],
])('it does not let %s contradict the caller', (key, value) => {
  const only: Statement = { ...ANYTHING, Condition: { StringEquals: { [key]: value } } };
  const result = judged({ keys: { [key]: value }, policies: [['identity', only]] });
  expect(judgedVerdict(result).word).toBe('IMPLICIT DENY');
});
