import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import type { PrincipalElement, Statement } from './document.ts';
import {
  ALLOW,
  AWAY,
  CALLERS,
  DENY,
  FEDERATED,
  HOME,
  OTHER,
  ROLE,
  SESSION,
  USER,
  decided,
  policy,
  requestOf,
  worldOf,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';

type Caller = keyof typeof CALLERS;

const to = (principal: PrincipalElement): Statement => ({ ...ALLOW, Principal: principal });
const trusting = (principal: PrincipalElement): Statement => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: principal,
});

const WORDS = { allow: 'allow', no: 'implicit-deny' } as const;

// I: an identity-based Allow; B: a boundary and S: a session policy that allow nothing asked for here.
const limits = (marks: string): Scene => ({
  ...(marks.includes('I') && { identity: ALLOW }),
  ...(marks.includes('B') && { boundary: OTHER }),
  ...(marks.includes('S') && { session: OTHER }),
  ...(marks.includes('s') && { session: ALLOW }),
});

// A key's policy is the one authority over it (KMS Developer Guide, key policies; sts.md 5.2).
describe('a KMS key in the own account', () => {
  const key = `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  test.each<[Caller, PrincipalElement | undefined, string, string]>([
    ['user', undefined, 'I', 'implicit-deny at resource'],
    ['user', { AWS: ROLE }, 'I', 'implicit-deny at resource'],
    ['user', { AWS: HOME }, 'I', 'allow at identity'],
    ['user', { AWS: HOME }, '', 'implicit-deny at identity'],
    ['user', { AWS: USER }, '', 'allow at resource'],
    ['role-session', { AWS: `arn:aws:iam::${HOME}:root` }, 'I', 'allow at identity'],
    ['root', undefined, '', 'implicit-deny at resource'],
    ['root', { AWS: HOME }, '', 'allow at identity'],
  ])('%s, key policy for %j, own policies %s: %s', (caller, grantee, marks, said) => {
    const { verdict, decidedBy } = decided({
      caller: CALLERS[caller],
      action: 'kms:Decrypt',
      resource: key,
      ...limits(marks),
      ...(grantee && { bucket: to(grantee) }),
    });
    expect(`${verdict} at ${decidedBy.gate}`).toBe(said);
  });

  test('it is not asked for what acts on no key asks no key policy', () => {
    const scene: Scene = { action: 'kms:ListKeys', resource: '*', identity: ALLOW };
    expect(decided(scene).verdict).toBe('allow');
  });
});

describe('a resource policy in the own account (sts.md 6)', () => {
  test.each<[Caller, PrincipalElement, string, keyof typeof WORDS]>([
    ['user', { AWS: USER }, '', 'allow'],
    ['user', { AWS: USER }, 'B', 'allow'],
    ['user', { AWS: HOME }, '', 'no'],
    ['user', { AWS: HOME }, 'I', 'allow'],
    ['user', { AWS: `arn:aws:iam::${HOME}:root` }, '', 'no'],
    ['user', { AWS: `arn:aws:iam::${HOME}:root` }, 'I', 'allow'],
    ['user', { AWS: HOME }, 'IB', 'no'],
    ['user', '*', '', 'allow'],
    ['user', { AWS: '*' }, 'B', 'allow'],
    ['user', { AWS: `arn:aws:iam::${HOME}:user/team/Alice` }, '', 'no'],
    ['user', { AWS: `arn:aws:iam::${HOME}:user/alice` }, '', 'no'],
    ['user', { AWS: ROLE }, '', 'no'],
    ['user', { AWS: ROLE }, 'I', 'allow'],
    ['user', { AWS: [ROLE, USER] }, '', 'allow'],
    ['user', { AWS: 'AIDAALICE' }, '', 'no'],
    ['user', { Service: 'ec2.amazonaws.com' }, '', 'no'],
    ['user', { CanonicalUser: 'f'.repeat(64) }, '', 'no'],
    ['user-session', { AWS: USER }, '', 'allow'],
    ['user-session', { AWS: USER }, 'B', 'allow'],
    ['user-session', { AWS: HOME }, 'I', 'allow'],
    ['role-session', { AWS: ROLE }, '', 'allow'],
    ['role-session', { AWS: ROLE }, 'B', 'no'],
    ['role-session', { AWS: ROLE }, 'S', 'no'],
    ['role-session', { AWS: ROLE }, 's', 'allow'],
    ['role-session', { AWS: SESSION }, '', 'allow'],
    ['role-session', { AWS: SESSION }, 'BS', 'allow'],
    ['role-session', { AWS: SESSION.replace('nightly', 'daily') }, '', 'no'],
    ['role-session', { AWS: [ROLE, SESSION] }, 'BS', 'allow'],
    ['role-session', { AWS: HOME }, '', 'no'],
    ['role-session', { AWS: HOME }, 'I', 'allow'],
    ['role-session', { AWS: HOME }, 'IS', 'no'],
    ['role-session', '*', 'BS', 'allow'],
    ['role-session', { AWS: 'AROAWORKER' }, '', 'no'],
    ['federated-user', { AWS: USER }, '', 'no'],
    ['federated-user', { AWS: USER }, 's', 'allow'],
    ['federated-user', { AWS: USER }, 'S', 'no'],
    ['federated-user', { AWS: USER }, 'sB', 'no'],
    ['federated-user', { AWS: FEDERATED }, '', 'allow'],
    ['federated-user', { AWS: FEDERATED }, 'BS', 'allow'],
    ['federated-user', { AWS: HOME }, 'I', 'no'],
    ['federated-user', { AWS: HOME }, 'Is', 'allow'],
    ['root', { AWS: HOME }, '', 'allow'],
    ['root', { AWS: USER }, '', 'allow'],
    ['root-session', { AWS: AWAY }, '', 'allow'],
  ])('it answers %s, named as %j, with %j: %s', (caller, principal, marks, word) => {
    const scene = { caller: CALLERS[caller], bucket: to(principal), ...limits(marks) };
    expect(decided(scene).verdict).toBe(WORDS[word]);
  });
});

describe('identity-based policies, boundary and session policy without a resource policy', () => {
  test.each<[Caller, string, keyof typeof WORDS]>([
    ['user', '', 'no'],
    ['user', 'I', 'allow'],
    ['user', 'IB', 'no'],
    ['user-session', 'I', 'allow'],
    ['role-session', 'I', 'allow'],
    ['role-session', 'IS', 'no'],
    ['role-session', 'Is', 'allow'],
    ['role-session', 's', 'no'],
    ['federated-user', 'I', 'no'],
    ['federated-user', 'Is', 'allow'],
    ['federated-user', 's', 'no'],
    ['root', '', 'allow'],
    ['root-session', '', 'allow'],
    ['anonymous', '', 'no'],
    ['service', '', 'no'],
    ['web-identity', '', 'no'],
  ])('it answers %s with %j: %s', (caller, marks, word) => {
    expect(decided({ caller: CALLERS[caller], ...limits(marks) }).verdict).toBe(WORDS[word]);
  });

  test('it takes an Allow from any of several session policies', () => {
    const caller = {
      ...CALLERS['role-session'],
      sessionPolicies: [policy('session', OTHER, 'one'), policy('session', ALLOW, 'two')],
    };
    const request = { ...requestOf({}), principal: caller };
    expect(decide(request, worldOf({ identity: ALLOW })).verdict).toBe('allow');
  });
});

describe('a resource policy of another account: both sides must allow', () => {
  test.each<[Caller, PrincipalElement, string, keyof typeof WORDS]>([
    ['user', { AWS: USER }, '', 'no'],
    ['user', { AWS: USER }, 'I', 'allow'],
    ['user', { AWS: USER }, 'IB', 'no'],
    ['user', { AWS: HOME }, 'I', 'allow'],
    ['user', { AWS: AWAY }, 'I', 'no'],
    ['user', '*', 'I', 'allow'],
    ['user', '*', '', 'no'],
    ['role-session', { AWS: SESSION }, '', 'no'],
    ['role-session', { AWS: SESSION }, 'I', 'allow'],
    ['role-session', { AWS: SESSION }, 'IS', 'no'],
    ['role-session', { AWS: ROLE }, 'I', 'allow'],
    ['federated-user', { AWS: FEDERATED }, 'I', 'no'],
    ['federated-user', { AWS: FEDERATED }, 'Is', 'allow'],
    ['root', { AWS: HOME }, '', 'allow'],
    ['root', { AWS: AWAY }, '', 'no'],
    ['anonymous', '*', '', 'allow'],
    ['anonymous', { AWS: '*' }, '', 'allow'],
    ['anonymous', { AWS: HOME }, '', 'no'],
    ['service', { Service: 'ec2.amazonaws.com' }, '', 'allow'],
    ['service', { Service: ['s3.amazonaws.com', 'ec2.amazonaws.com'] }, '', 'allow'],
    ['service', { Service: 's3.amazonaws.com' }, '', 'no'],
  ])('it answers %s, named as %j, with %j: %s', (caller, principal, marks, word) => {
    const scene = {
      caller: CALLERS[caller],
      bucket: to(principal),
      resourceAccount: AWAY,
      ...limits(marks),
    };
    expect(decided(scene).verdict).toBe(WORDS[word]);
  });

  test('it denies without a resource policy', () => {
    const { verdict, decidedBy } = decided({ identity: ALLOW, resourceAccount: AWAY });
    expect([verdict, decidedBy]).toEqual(['implicit-deny', { gate: 'resource' }]);
  });
});

describe('a trust policy (sts.md 5.2 and 5.3)', () => {
  test.each<[Caller, PrincipalElement, string, keyof typeof WORDS]>([
    // In the role's own account.
    ['user', { AWS: USER }, '', 'allow'],
    ['user', { AWS: USER }, 'B', 'allow'],
    ['user', { AWS: HOME }, '', 'no'],
    ['user', { AWS: HOME }, 'I', 'allow'],
    ['user', { AWS: `arn:aws:iam::${HOME}:root` }, 'I', 'allow'],
    ['user', { AWS: HOME }, 'IB', 'no'],
    ['user', { AWS: ROLE }, 'I', 'no'],
    ['user', '*', '', 'allow'],
    ['user', '*', 'B', 'allow'],
    ['role-session', { AWS: ROLE }, '', 'allow'],
    ['role-session', { AWS: ROLE }, 'B', 'no'],
    ['role-session', { AWS: ROLE }, 'S', 'no'],
    ['role-session', { AWS: SESSION }, 'BS', 'allow'],
    ['role-session', { AWS: HOME }, '', 'no'],
    ['role-session', { AWS: HOME }, 'Is', 'allow'],
    ['user', { AWS: 'AIDAALICE' }, 'I', 'no'],
    ['web-identity', { Federated: CALLERS['web-identity'].provider }, '', 'allow'],
    ['web-identity', { Federated: 'accounts.google.com' }, '', 'no'],
    ['saml-identity', { Federated: CALLERS['saml-identity'].provider }, '', 'allow'],
    ['saml-identity', { Federated: CALLERS['web-identity'].provider }, '', 'no'],
    ['saml-identity', { AWS: HOME }, '', 'no'],
    ['service', { Service: 'ec2.amazonaws.com' }, '', 'allow'],
    ['service', { Service: 'lambda.amazonaws.com' }, '', 'no'],
    ['anonymous', '*', '', 'no'],
  ])('it answers %s, trusted as %j, with %j: %s', (caller, principal, marks, word) => {
    const scene = { caller: CALLERS[caller], trust: trusting(principal), ...limits(marks) };
    expect(decided(scene).verdict).toBe(WORDS[word]);
  });

  test.each<[Caller, PrincipalElement, string, keyof typeof WORDS]>([
    ['user', { AWS: USER }, '', 'no'],
    ['user', { AWS: USER }, 'I', 'allow'],
    ['user', { AWS: HOME }, 'I', 'allow'],
    ['user', '*', 'I', 'allow'],
    ['user', { AWS: AWAY }, 'I', 'no'],
    ['role-session', { AWS: SESSION }, '', 'no'],
    ['role-session', { AWS: ROLE }, 'I', 'allow'],
    ['role-session', { AWS: ROLE }, 'IB', 'no'],
  ])(
    'it answers %s from another account, trusted as %j, with %j: %s',
    (caller, principal, marks, word) => {
      const scene = {
        caller: CALLERS[caller],
        trust: trusting(principal),
        resourceAccount: AWAY,
        ...limits(marks),
      };
      expect(decided({ ...scene, resource: `arn:aws:iam::${AWAY}:role/target` }).verdict).toBe(
        WORDS[word],
      );
    },
  );

  test('it never takes an identity-based Allow alone for enough, even where no trust policy came along', () => {
    const resource = `arn:aws:iam::${HOME}:role/target`;
    const { verdict, decidedBy } = decided({ identity: ALLOW, action: 'sts:AssumeRole', resource });
    expect([verdict, decidedBy.gate]).toEqual(['implicit-deny', 'trust']);
  });

  test('it wants the action of the call', () => {
    const trust = trusting({ Federated: CALLERS['web-identity'].provider });
    const caller = CALLERS['web-identity'];
    expect(decided({ caller, trust, action: 'sts:AssumeRoleWithWebIdentity' }).verdict).toBe(
      'implicit-deny',
    );
  });

  test.each([
    ['the own role', { AWS: ROLE }, '', 'allow'],
    ['the account', { AWS: HOME }, '', 'implicit-deny'],
    ['the account', { AWS: HOME }, 'I', 'allow'],
  ])('it lets a role assume itself only when said: %s %j %j', (_, principal, marks, verdict) => {
    const scene = {
      caller: CALLERS['role-session'],
      resource: ROLE,
      trust: trusting(principal),
      ...limits(marks),
    };
    expect(decided(scene).verdict).toBe(verdict);
  });
});

describe('the gates', () => {
  const order = (scene: Scene) =>
    decided(scene).gates.map(({ gate, result }) => `${gate}: ${result}`);

  test('it passes them in the order of AWS', () => {
    expect(order({ identity: ALLOW })).toEqual([
      'explicit-deny: passed',
      'resource-control: not-applicable',
      'service-control: not-applicable',
      'resource: not-applicable',
      'identity: passed',
      'boundary: not-applicable',
      'session: not-applicable',
    ]);
  });

  test('it does not reach those behind the one that decides', () => {
    expect(order({ bucket: to({ AWS: USER }) }).slice(3)).toEqual([
      'resource: allowed',
      'identity: not-reached',
      'boundary: not-reached',
      'session: not-reached',
    ]);
    expect(order({ identity: DENY }).slice(0, 2)).toEqual([
      'explicit-deny: denied',
      'resource-control: not-reached',
    ]);
  });

  test('it calls the gate of a role its trust policy', () => {
    expect(order({ trust: trusting({ AWS: USER }) })[3]).toBe('trust: allowed');
  });

  test.each<[string, Scene, object]>([
    [
      'an identity-based Allow',
      { identity: [OTHER, ALLOW] },
      { gate: 'identity', policyId: 'identity', statementIndex: 1 },
    ],
    ['root', { caller: CALLERS.root }, { gate: 'identity' }],
    [
      'a resource-based Allow',
      { bucket: to({ AWS: USER }) },
      { gate: 'resource', policyId: 'bucket', statementIndex: 0 },
    ],
    [
      'a grant to the role',
      { caller: CALLERS['role-session'], bucket: to({ AWS: ROLE }) },
      { gate: 'resource', policyId: 'bucket', statementIndex: 0 },
    ],
    [
      'both sides across accounts',
      { identity: ALLOW, bucket: to({ AWS: USER }), resourceAccount: AWAY },
      { gate: 'identity', policyId: 'identity', statementIndex: 0 },
    ],
    ['no Allow', { identity: OTHER }, { gate: 'identity' }],
    ['the boundary', { identity: ALLOW, boundary: OTHER }, { gate: 'boundary' }],
    [
      'the session policy',
      { caller: CALLERS['role-session'], identity: ALLOW, session: OTHER },
      { gate: 'session' },
    ],
    ['no trust', { trust: trusting({ AWS: ROLE }), identity: ALLOW }, { gate: 'trust' }],
    [
      'a Deny',
      { identity: [ALLOW, DENY] },
      { gate: 'explicit-deny', policyId: 'identity', statementIndex: 1 },
    ],
  ])('it names what decided: %s', (_, scene, by) => {
    expect(decided(scene).decidedBy).toEqual(by);
  });

  test.each<[string, Scene]>([
    ['identity', { identity: [ALLOW, DENY] }],
    ['boundary', { identity: ALLOW, boundary: [ALLOW, DENY] }],
    ['session', { caller: CALLERS['role-session'], identity: ALLOW, session: [ALLOW, DENY] }],
    ['bucket', { identity: ALLOW, bucket: { ...DENY, Principal: '*' } }],
    [
      'trust',
      {
        identity: ALLOW,
        trust: [trusting({ AWS: USER }), { Effect: 'Deny', Action: '*', Principal: '*' }],
      },
    ],
  ])('it lets a Deny in the %s policy beat every Allow', (type, scene) => {
    const { verdict, decidedBy } = decided(scene);
    expect([verdict, decidedBy.gate, decidedBy.policyId]).toEqual([
      'explicit-deny',
      'explicit-deny',
      type,
    ]);
  });

  test('it lets a Deny bind root and a session named by its ARN', () => {
    expect(decided({ caller: CALLERS.root, bucket: { ...DENY, Principal: '*' } }).verdict).toBe(
      'explicit-deny',
    );
    const caller = CALLERS['role-session'];
    expect(decided({ caller, session: DENY, bucket: to({ AWS: SESSION }) }).verdict).toBe(
      'explicit-deny',
    );
  });

  test.each(['sts:GetCallerIdentity', 'sts:GetSessionToken', 'STS:getcalleridentity'])(
    'it lets nothing stop %s',
    (action) => {
      const { verdict, gates, decidedBy } = decided({ action, identity: DENY });
      expect([verdict, decidedBy.gate]).toEqual(['allow', 'permission-free']);
      const results = ['allowed', ...Array<string>(7).fill('not-reached')];
      expect(gates.map(({ result }) => result)).toEqual(results);
    },
  );

  test('it leaves AssumeRoot to the policies of the caller', () => {
    const scene = {
      action: 'sts:AssumeRoot',
      resource: `arn:aws:iam::${AWAY}:root`,
      resourceAccount: AWAY,
    };
    expect(decided({ ...scene, identity: ALLOW }).verdict).toBe('allow');
    expect(decided({ ...scene, identity: OTHER }).verdict).toBe('implicit-deny');
  });

  test('it knows a session whose role was made anew under the old name', () => {
    const caller = { ...CALLERS['role-session'], roleId: 'AROAOLD' } as const;
    const { verdict, gates, basis } = decided({ caller, identity: ALLOW });
    expect(verdict).toBe('implicit-deny');
    expect(gates.find(({ gate }) => gate === 'identity')?.because).toBe('identity-not-found');
    expect(basis).toBe('modelled');
  });
});

describe('NotPrincipal', () => {
  const sparing = (principal: PrincipalElement): Statement => ({
    ...DENY,
    NotPrincipal: principal,
  });

  test.each<[Caller, PrincipalElement, string, boolean]>([
    ['user', { AWS: [USER, HOME] }, 'I', true],
    ['user', { AWS: USER }, 'I', false],
    ['user', { AWS: HOME }, 'I', false],
    ['user', { AWS: [USER, HOME] }, 'IB', false],
    ['role-session', { AWS: [HOME, ROLE, SESSION] }, 'I', true],
    ['role-session', { AWS: [HOME, ROLE] }, 'I', false],
    ['role-session', { AWS: [ROLE, SESSION] }, 'I', false],
    ['root', { AWS: `arn:aws:iam::${HOME}:root` }, '', true],
    ['root', { AWS: AWAY }, '', false],
    ['user', { AWS: '*' }, 'I', true],
    ['user', '*', 'I', true],
  ])('it spares %s listed as %j with %j: %s', (caller, principal, marks, isSpared) => {
    const { verdict } = decided({
      caller: CALLERS[caller],
      bucket: sparing(principal),
      ...limits(marks),
    });
    expect(verdict === 'explicit-deny').toBe(!isSpared);
  });

  test.each<[PrincipalElement, string]>([
    [{ AWS: AWAY }, ''],
    [{ AWS: [USER, HOME] }, ''],
    [{ AWS: [USER, HOME] }, 'B'],
  ])('it allows nobody: %j with %j', (principal, marks) => {
    const bucket = { ...ALLOW, NotPrincipal: principal };
    const { verdict, basis } = decided({ bucket, ...limits(marks) });
    expect([verdict, basis]).toEqual(['implicit-deny', 'modelled']);
  });
});

describe('the basis of a verdict', () => {
  test.each<[string, Scene, string]>([
    ['a plain Allow', { identity: ALLOW }, 'documented'],
    ['no Allow', {}, 'documented'],
    ['root', { caller: CALLERS.root }, 'documented'],
    ['a Deny', { identity: DENY }, 'documented'],
    [
      'a canonical user, whom we do not know',
      { bucket: to({ CanonicalUser: 'f'.repeat(64) }), resourceAccount: AWAY },
      'modelled',
    ],
    [
      'a variable without value in NotResource',
      {
        caller: CALLERS['role-session'],
        identity: {
          Effect: 'Allow',
          Action: '*',
          NotResource: 'arn:aws:s3:::photos/${aws:username}',
        },
      },
      'modelled',
    ],
    [
      'ForAnyValue with IfExists and no key',
      {
        identity: {
          ...ALLOW,
          Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'a' } },
        },
      },
      'modelled',
    ],
    [
      'ForAnyValue with IfExists and a key',
      {
        identity: {
          ...ALLOW,
          Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'a' } },
        },
        context: { 'aws:TagKeys': ['a'] },
      },
      'documented',
    ],
    [
      'what is no ARN under ArnNotLike',
      {
        identity: { ...ALLOW, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*' } } },
      },
      'modelled',
    ],
    [
      'what is no ARN under ArnLike',
      { identity: { ...ALLOW, Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*' } } } },
      'observed',
    ],
    ['the user named', { bucket: to({ AWS: USER }) }, 'documented'],
    [
      'the user named for a GetSessionToken session',
      { caller: CALLERS['user-session'], bucket: to({ AWS: USER }) },
      'modelled',
    ],
    ['everyone', { bucket: to('*') }, 'documented'],
    ['everyone past a boundary', { boundary: OTHER, bucket: to('*') }, 'modelled'],
    [
      'everyone past a boundary, by aws:PrincipalArn',
      {
        boundary: OTHER,
        bucket: { ...to('*'), Condition: { ArnEquals: { 'aws:PrincipalArn': USER } } },
      },
      'documented',
    ],
    [
      'everyone, for a service in a trust policy',
      { caller: CALLERS.service, trust: trusting('*') },
      'modelled',
    ],
    [
      'a resource that differs in case only',
      { identity: { ...ALLOW, Resource: 'arn:aws:s3:::photos/CAT.jpg' } },
      'modelled',
    ],
    ['a short ARN', { identity: { ...ALLOW, Resource: 'arn:aws:s3' } }, 'observed'],
    [
      'an unknown operator',
      { identity: { ...ALLOW, Condition: { Sounds: { 'aws:userid': 'x' } } } },
      'modelled',
    ],
    [
      'an unknown operator on a statement that misses anyhow',
      { identity: { ...OTHER, Condition: { Sounds: { 'aws:userid': 'x' } } } },
      'documented',
    ],
  ])('it rests on what is known: %s', (_, scene, basis) => {
    expect(decided(scene).basis).toBe(basis);
  });
});
