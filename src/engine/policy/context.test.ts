import { describe, expect, test } from 'vitest';
import { after, minutes } from '../time.ts';
import type { World } from '../world.ts';
import { contextOf } from './context.ts';
import {
  CALLERS,
  HOME,
  NOW,
  ROLE,
  SESSION,
  USER,
  organizationOf,
  requestOf,
  worldOf,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';

const keysOf = (scene: Scene, tags: Record<string, string> = {}) => {
  const world = worldOf(scene);
  const home = world.accounts[HOME];
  const user = home?.users[USER];
  const role = home?.roles[ROLE];
  if (!home || !user || !role) throw new Error('The home account has a user and a role');
  const tagged: World['accounts'] = {
    ...world.accounts,
    [HOME]: { ...home, users: { [USER]: { ...user, tags } }, roles: { [ROLE]: { ...role, tags } } },
  };
  return contextOf(requestOf(scene), { ...world, accounts: tagged });
};

describe('who calls', () => {
  test.each<[keyof typeof CALLERS, Record<string, string | undefined>]>([
    [
      'root',
      {
        principalarn: `arn:aws:iam::${HOME}:root`,
        principaltype: 'Account',
        userid: HOME,
        username: undefined,
        multifactorauthpresent: undefined,
      },
    ],
    ['root-session', { userid: HOME, multifactorauthpresent: 'false' }],
    [
      'user',
      {
        principalarn: USER,
        principaltype: 'User',
        userid: 'AIDAALICE',
        username: 'alice',
        multifactorauthpresent: undefined,
        principalaccount: HOME,
      },
    ],
    [
      'user-session',
      {
        principalarn: USER,
        userid: 'AIDAALICE',
        username: 'alice',
        multifactorauthpresent: 'false',
        multifactorauthage: undefined,
      },
    ],
    [
      'role-session',
      {
        principalarn: ROLE,
        principaltype: 'AssumedRole',
        userid: 'AROAWORKER:nightly',
        username: undefined,
        multifactorauthpresent: 'false',
        sourceidentity: undefined,
      },
    ],
    [
      'federated-user',
      {
        principalarn: `arn:aws:sts::${HOME}:federated-user/bob`,
        principaltype: 'FederatedUser',
        userid: `${HOME}:bob`,
        username: undefined,
        multifactorauthpresent: 'false',
      },
    ],
    [
      'service',
      {
        principalisawsservice: 'true',
        principalservicename: 'ec2.amazonaws.com',
        principalarn: undefined,
        principalaccount: undefined,
      },
    ],
    ['anonymous', { principaltype: 'Anonymous', userid: 'anonymous', principalarn: undefined }],
    [
      'web-identity',
      {
        principaltype: undefined,
        userid: undefined,
        federatedprovider: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`,
      },
    ],
    ['saml-identity', { principaltype: undefined, principalaccount: undefined }],
  ])('it knows %s', (caller, expected) => {
    const context = keysOf({ caller: CALLERS[caller] });
    for (const [key, value] of Object.entries(expected)) {
      expect([key, context.get(`aws:${key}`)]).toEqual([key, value]);
    }
  });

  test('it counts the seconds since MFA', () => {
    const context = keysOf({
      caller: { ...CALLERS['user-session'], mfaAt: after(NOW, minutes(-2)) },
    });
    expect([
      context.get('aws:multifactorauthpresent'),
      context.get('aws:multifactorauthage'),
    ]).toEqual(['true', '120']);
  });

  test.each([
    ['token.actions.githubusercontent.com', 'token.actions.githubusercontent.com:sub'],
    ['oidc.eks.eu-west-1.amazonaws.com/id/AB', 'oidc.eks.eu-west-1.amazonaws.com/id/ab:sub'],
    ['www.amazon.com', 'www.amazon.com:user_id'],
    ['graph.facebook.com', 'graph.facebook.com:id'],
  ])('it carries the subject of %s as %s', (host, key) => {
    const provider = `arn:aws:iam::${HOME}:oidc-provider/${host}`;
    const caller = { kind: 'web-identity', provider, subject: 'carol' } as const;
    expect(keysOf({ caller }).get(key)).toBe('carol');
    expect(keysOf({ caller: { ...caller, provider: host } }).get(key)).toBe('carol');
  });

  test('it carries the subject of a SAML assertion, and whose provider it is', () => {
    const keys = keysOf({ caller: CALLERS['saml-identity'] });
    expect([keys.get('saml:sub'), keys.get('saml:doc')]).toEqual(['carol', `${HOME}/corp`]);
  });

  test('it carries the source identity', () => {
    const context = keysOf({ caller: { ...CALLERS['role-session'], sourceIdentity: 'alice' } });
    expect(context.get('aws:sourceidentity')).toBe('alice');
  });
});

describe('where and when', () => {
  test('it knows accounts and their place in the organization', () => {
    const context = keysOf({ organization: organizationOf({}), resourceAccount: '999999999999' });
    const values = [
      'PrincipalOrgID',
      'PrincipalOrgPaths',
      'ResourceAccount',
      'ResourceOrgID',
      'ResourceOrgPaths',
    ].map((key) => context.get(`aws:${key}`.toLowerCase()));
    expect(values).toEqual([
      'o-example',
      ['o-example/r-root/ou-work/'],
      '999999999999',
      'o-example',
      ['o-example/r-root/'],
    ]);
  });

  test('it has no organization keys outside one', () => {
    const context = keysOf({ organization: organizationOf({}, { accounts: [] }) });
    expect([context.get('aws:principalorgid'), context.get('aws:principalorgpaths')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("it tells AWS's time in two forms", () => {
    const context = keysOf({});
    expect([context.get('aws:currenttime'), context.get('aws:epochtime')]).toEqual([
      '2026-01-15T12:00:00Z',
      '1768478400',
    ]);
  });
});

describe('tags', () => {
  test('it reads them from the user', () => {
    expect(keysOf({}, { Team: 'red' }).get('aws:principaltag/team')).toBe('red');
  });

  test('it lays session tags over those of the role, whatever their case', () => {
    const caller = { ...CALLERS['role-session'], tags: { TEAM: 'blue', Stage: 'test' } };
    const context = keysOf({ caller }, { team: 'red', Cost: '7' });
    const values = ['team', 'stage', 'cost'].map((key) => context.get(`aws:principaltag/${key}`));
    expect(values).toEqual(['blue', 'test', '7']);
  });

  test('it reads them from the role or user acted on', () => {
    const context = keysOf({ resource: ROLE }, { Team: 'red' });
    expect([context.get('aws:resourcetag/team'), context.get('iam:resourcetag/team')]).toEqual([
      'red',
      'red',
    ]);
    expect(keysOf({ resource: USER }, { Team: 'red' }).get('aws:resourcetag/team')).toBe('red');
  });

  test('it lets an inherited transitive tag stand in for that of the target role', () => {
    const caller = {
      ...CALLERS['role-session'],
      tags: { Team: 'blue', Other: 'x' },
      transitiveTagKeys: ['team'],
    };
    const context = keysOf({ caller, resource: ROLE }, { team: 'red', other: 'y' });
    expect([context.get('aws:resourcetag/team'), context.get('aws:resourcetag/other')]).toEqual([
      'blue',
      'y',
    ]);
  });
});

describe('what the caller of the engine gives', () => {
  test('it takes keys in any case', () => {
    expect(keysOf({ context: { 'STS:ExternalId': '42' } }).get('sts:externalid')).toBe('42');
  });

  test('it prefers them to what follows from the world', () => {
    expect(
      keysOf({ context: { 'aws:MultiFactorAuthPresent': 'true' } }).get(
        'aws:multifactorauthpresent',
      ),
    ).toBe('true');
  });

  test.each(['__proto__', 'constructor', 'toString'])('it has no key %s of its own', (key) => {
    expect(keysOf({ resource: `arn:aws:iam::${key}:role/${key}` }).get(key)).toBeUndefined();
  });

  test('it issues aws:TokenIssueTime only when told', () => {
    expect(keysOf({ caller: CALLERS['role-session'] }).get('aws:tokenissuetime')).toBeUndefined();
  });
});

test('it writes a session as its role', () => {
  expect(keysOf({ caller: CALLERS['role-session'] }).get('aws:principalarn')).not.toBe(SESSION);
});
