import { describe, expect, test } from 'vitest';

import type { Principal } from '../principal.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  longTermKey,
  PARTNER,
  PARTNER_KEY,
  PIPELINE_KEY,
  policyOf,
  says,
  sessionOf,
  START,
  temporaryKey,
  trusts,
  USER,
  USER_KEY,
  userPrincipal,
  withKey,
  withRole,
  withUser,
} from '../testWorld.fixture.ts';
import { after, hours, minutes } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import type { Trace } from '../trace.ts';
import type { TemporaryKey, World } from '../world.ts';
import type { StsAct } from './acts.ts';
import { mfaCode } from './mfaCode.ts';
import { OPERATIONS } from './operations.ts';
import {
  ADMIN_KEY,
  CALLS,
  DEVICE,
  FEDERATED_KEY,
  OIDC_PROVIDER,
  OPERATOR,
  OPERATOR_KEY,
  ROOT_KEY,
  STS_WORLD,
  TAGGED,
  TRADE_IN,
  USER_SESSION_KEY,
  withAccount,
} from './stsWorld.fixture.ts';
import {
  KINDS,
  call,
  by,
  saml,
  attributes,
  web,
  tag,
  assume,
  off,
  inOrganization,
  STS_REFUSALS,
} from './stsRefusals.vectors.ts';

const play = (act: StsAct, world: World = STS_WORLD): Trace => simulate(world, [act]);

const keyFrom = (act: StsAct, world: World = STS_WORLD): TemporaryKey => {
  const trace = play(act, world);
  expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
  const key = Object.values(trace.steps.at(-1)?.world.accessKeys ?? {}).find(
    (each) => each.kind === 'temporary' && each.issuedBy === act.id,
  );
  if (key?.kind !== 'temporary') throw new Error('It issues a key');
  return key;
};

const ownerOf = (act: StsAct, world?: World): Principal => keyFrom(act, world).owner;

/** What was wanted, where a text fits it; else the text. */
const fitted = (text: string, wanted: string | RegExp): string | RegExp =>
  wanted instanceof RegExp && wanted.test(text) ? wanted : text;

describe('a call to STS is refused:', () => {
  test.each(STS_REFUSALS.map((row) => [row[0], row[1], row] as const))(
    '%s (%s)',
    (_, rule, row) => {
      const [, , act, code, message, world = STS_WORLD] = row;
      const trace = play(act, world);
      const outcome = outcomeOf(trace);
      if (outcome.kind === 'granted') throw new Error('It was granted');
      expect(outcome.rule).toBe(rule);
      expect(outcome.error.code).toBe(code);
      expect(fitted(outcome.error.message, message)).toBe(message);
      expect(Object.keys(trace.steps.at(-1)?.world.accessKeys ?? {})).toEqual(
        Object.keys(world.accessKeys),
      );
    },
  );

  test('for every rule of STS that is not AssumeRole’s alone, somewhere', () => {
    const refusing = new Set<string>(STS_REFUSALS.map(([, rule]) => rule));
    const rules = new Set<string>(
      Object.values(OPERATIONS).flatMap(({ rules: all }) => all.map(({ id }) => id)),
    );
    expect([...rules].filter((id) => !refusing.has(id))).toEqual([
      'sts.assume-role-allowed',
      'sts.duration-when-chained',
    ]);
  });
});

describe('a call to STS is granted:', () => {
  test.each(KINDS)('%s', (kind) => {
    const trace = play(CALLS[kind]);
    expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
    const results = trace.steps.flatMap((step) =>
      step.row === 'check' ? [step.check.result] : [],
    );
    expect(results.every((result) => result === 'pass')).toBe(true);
    expect(results.length).toBeGreaterThan(3);
  });

  test('GetCallerIdentity by everybody who signs, whatever policies say', () => {
    const denied = withUser(STS_WORLD, USER, {
      policies: [policyOf('Deny', 'identity', says('Deny', '*'))],
    });
    for (const key of [USER_KEY, ROOT_KEY, OPERATOR_KEY, USER_SESSION_KEY, FEDERATED_KEY]) {
      const trace = play(call('sts:GetCallerIdentity', by(key)), denied);
      expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
    }
  });

  test('GetCallerIdentity where STS is off for the account', () => {
    const trace = play(call('sts:GetCallerIdentity'), withAccount(ACCOUNT, { regions: off }));
    expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
  });

  test('GetSessionToken whatever policies say', () => {
    const denied = withUser(STS_WORLD, USER, {
      policies: [policyOf('Deny', 'identity', says('Deny', 'sts:*'))],
    });
    expect(outcomeOf(play(call('sts:GetSessionToken'), denied))).toEqual({ kind: 'granted' });
  });

  test('AssumeRole with an external id nobody asked for', () => {
    expect(outcomeOf(play(assume({ externalId: 'customer-7' })))).toEqual({ kind: 'granted' });
  });
});

const lifeOf = (act: StsAct, world?: World): number => {
  const { issuedAt, expiresAt } = keyFrom(act, world);
  return (expiresAt - issuedAt) / 1000;
};

describe('a session lasts', () => {
  const LIVES: readonly (readonly [name: string, act: StsAct, length: number, world?: World])[] = [
    ['1 h by default, for a role', assume({}), 3600],
    ['12 h by default, for a user', call('sts:GetSessionToken'), 43_200],
    [
      '36 h at most, for a user',
      call('sts:GetSessionToken', { durationSeconds: hours(36) }),
      129_600,
    ],
    ['1 h by default, for root', call('sts:GetSessionToken', by(ROOT_KEY)), 3600],
    [
      '1 h for root who asks for more',
      call('sts:GetSessionToken', { ...by(ROOT_KEY), durationSeconds: hours(2) }),
      3600,
    ],
    [
      '15 min for root who asks for that',
      call('sts:GetSessionToken', { ...by(ROOT_KEY), durationSeconds: minutes(15) }),
      900,
    ],
    ['12 h by default, for a federated user', call('sts:GetFederationToken'), 43_200],
    [
      '1 h for a federated user of root',
      call('sts:GetFederationToken', { ...by(ROOT_KEY), durationSeconds: hours(9) }),
      3600,
    ],
    ['15 min, for a root task', call('sts:AssumeRoot'), 900],
    ['until SessionNotOnOrAfter', saml({ sessionNotOnOrAfter: after(START, minutes(20)) }), 1200],
    ['as short as SessionDuration says', attributes({ SessionDuration: '1800' }), 1800],
    ['no longer for a long SessionDuration', attributes({ SessionDuration: '43200' }), 3600],
    ['longer than its token, for web identity', web({ expiresAt: after(START, minutes(1)) }), 3600],
    [
      'from the sending, for a delegation',
      call('sts:GetDelegatedAccessToken', { at: after(START, minutes(30)) }),
      5400,
    ],
    [
      'beyond the hour of role chaining, for the role of an EC2 instance',
      assume({ ...by(PIPELINE_KEY), durationSeconds: hours(12) }),
      43_200,
      withRole(
        withKey(STS_WORLD, { ...PIPELINE_KEY, owner: sessionOf(OPERATOR, { via: 'ec2' }) }),
        TAGGED,
        {},
      ),
    ],
  ];

  test.each(LIVES.map((row) => [row[0], row] as const))('%s', (_, [, act, length, world]) => {
    expect(lifeOf(act, world)).toBe(length);
  });
});

describe('a session carries', () => {
  test('transitive tags and the source identity over a chain, and no other tags', () => {
    const first = keyFrom(
      assume({
        id: 'first',
        tags: [tag('Project'), tag('Team')],
        transitiveTagKeys: ['Project'],
        sourceIdentity: 'jane',
      }),
    );
    const second = ownerOf(assume({ id: 'second', ...by(first) }), withKey(STS_WORLD, first));
    expect(second).toMatchObject({
      tags: { Project: 'x' },
      transitiveTagKeys: ['Project'],
      sourceIdentity: 'jane',
      isChained: true,
    });
  });

  const code = { serialNumber: DEVICE, tokenCode: mfaCode(DEVICE, START) };

  test('MFA from GetSessionToken into the role it assumes', () => {
    const session = keyFrom(call('sts:GetSessionToken', { id: 'first', ...code }));
    expect(session.owner).toMatchObject({ mfaAt: START });
    const next = ownerOf(assume({ id: 'second', ...by(session) }), withKey(STS_WORLD, session));
    expect(next).toMatchObject({ mfaAt: START });
  });

  test('no MFA from AssumeRole with a code, which the trust policy sees all the same', () => {
    const asking = withRole(STS_WORLD, TAGGED, {
      trustPolicy: policyOf('Trust', 'trust', {
        ...trusts(USER),
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    });
    expect(outcomeOf(play(assume({}), asking)).kind).toBe('refused');
    expect(ownerOf(assume(code), asking)).not.toHaveProperty('mfaAt');
  });

  test('a code once: the second call with it is refused', () => {
    const { outcomes } = simulate(STS_WORLD, [
      call('sts:GetSessionToken', { id: 'first', ...code }),
      call('sts:GetSessionToken', { id: 'second', ...code }),
    ]);
    expect(outcomes).toMatchObject({ first: { kind: 'granted' }, second: { kind: 'refused' } });
  });

  test('its session policies: the text first, then the managed ones', () => {
    const owner = ownerOf(
      call('sts:GetFederationToken', {
        policy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
        policyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
    );
    expect(owner).toMatchObject({
      kind: 'federated-user',
      user: USER,
      sessionPolicies: [{ name: 'session policy' }, { name: 'AdministratorAccess' }],
    });
  });

  test('the provider that vouched, and what stays of its assertion', () => {
    expect(ownerOf(call('sts:AssumeRoleWithSAML'))).toMatchObject({
      via: 'AssumeRoleWithSAML',
      sessionName: 'jane',
      federation: { keys: { 'saml:sub': 'jane@example.com', 'saml:sub_type': 'persistent' } },
    });
    expect(ownerOf(call('sts:AssumeRoleWithWebIdentity'))).toMatchObject({
      via: 'AssumeRoleWithWebIdentity',
      federation: { provider: OIDC_PROVIDER },
    });
  });

  test('what a delegation leaves of the user who accepted it', () => {
    expect(ownerOf(CALLS['sts:GetDelegatedAccessToken'])).toMatchObject({
      kind: 'user-session',
      arn: USER,
      sessionPolicies: [{ name: 'Delegated', type: 'session' }],
    });
    expect(TRADE_IN in (STS_WORLD.delegations ?? {})).toBe(true);
  });
});

describe('a root task', () => {
  const key = keyFrom(CALLS['sts:AssumeRoot']);
  const world = withKey(STS_WORLD, key);

  test('leaves its own actions and nothing else', () => {
    expect(key.owner).toMatchObject({ kind: 'root-session', account: ACCOUNT });
    const who = play(call('sts:GetCallerIdentity', { ...by(key), id: 'who' }), world);
    expect(JSON.stringify(who.steps.at(-1)?.artifacts)).toContain(`arn:aws:iam::${ACCOUNT}:root`);
  });

  test('cannot call AssumeRoot again', () => {
    const again = play(call('sts:AssumeRoot', { ...by(key), id: 'again' }), world);
    expect(outcomeOf(again)).toMatchObject({ rule: 'sts.caller-kind' });
  });
});

test('the delegated administrator of IAM may open root sessions, too', () => {
  const world = inOrganization({ delegatedIamAdministrator: PARTNER });
  const act = call('sts:AssumeRoot', by(PARTNER_KEY));
  expect(outcomeOf(play(act, world))).toEqual({ kind: 'granted' });
});

test('keys of the fixture are keys of AWS: unique in their world', () => {
  const fresh = temporaryKey('another', userPrincipal(USER));
  const ids = [
    ...Object.keys(STS_WORLD.accessKeys),
    fresh.id,
    longTermKey('x', ADMIN_KEY.owner).id,
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
