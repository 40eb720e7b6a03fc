import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act } from '../act.ts';
import type { ApiCall } from '../api/acts.ts';
import { roleArn, userArn } from '../arn.ts';
import { uniqueId } from '../ids.ts';
import type { LongTermKeyId } from '../ids.ts';
import type { Policy } from '../policy/document.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  BUCKET,
  OBJECT,
  PARTNER,
  PARTNER_KEY,
  PARTNER_USER,
  PIPELINE,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  START,
  temporaryKey,
  trusts,
  USER,
  USER_KEY,
  userPrincipal,
  withBucket,
  withKey,
  withRole,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, seconds } from '../time.ts';
import type { Trace } from '../trace.ts';
import { findBucket, findRole, findUser } from '../world.ts';
import type { AccessKey, World } from '../world.ts';
import type { WorldChange } from './worldChange.ts';

/** What lives on when something around it changes (sts.md 8.3 and 5.2). */

const change = (what: WorldChange, id = 'change', count = 60): Act => ({
  id,
  kind: 'change',
  at: after(START, seconds(count)),
  by: 'administrator',
  change: what,
});

const call = (key: AccessKey, fields: Partial<ApiCall> = {}): Act => ({
  id: 'call',
  kind: 'call',
  at: after(START, seconds(120)),
  by: 'caller',
  to: 's3',
  credentials: { keyId: key.id },
  region: REGION,
  action: 's3:GetObject',
  resources: [OBJECT],
  ...fields,
});

const assume = (key: AccessKey, role = ROLE, id = 'assume', count = 120): Act => ({
  id,
  kind: 'sts:AssumeRole',
  at: after(START, seconds(count)),
  by: 'caller',
  to: 'sts',
  credentials: { keyId: key.id },
  region: REGION,
  roleArn: role,
  roleSessionName: 'later',
});

/** Whether an act is granted, or the rule that refused it. */
const endOf = (trace: Trace, id: string): string | undefined => {
  const outcome = trace.outcomes[id];
  return outcome?.kind === 'refused' ? outcome.rule : outcome?.kind;
};

const after1 = (world: World, ...changes: readonly WorldChange[]): World =>
  simulate(
    world,
    changes.map((one, index) => change(one, `change-${index}`)),
  ).steps.at(-1)?.world ?? world;

const user = userPrincipal(USER);
const OWN_SESSION = temporaryKey('get-session-token', { ...user, kind: 'user-session' });
const FEDERATED = temporaryKey('federated', {
  kind: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: USER,
  userId: user.userId,
  sessionPolicies: [policyOf('All', 'session', says('Allow', '*'))],
  tags: {},
  transitiveTagKeys: [],
});
const LAB = [OWN_SESSION, FEDERATED].reduce(withKey, WORLD);

const KEYS = {
  'long-term key': USER_KEY,
  'role session': SESSION_KEY,
  'GetSessionToken session': OWN_SESSION,
  'federated session': FEDERATED,
} as const;
type Credential = keyof typeof KEYS;

const DENY = policyOf('Deny', 'identity', says('Deny', '*'));
const NOBODY = policyOf('Nobody', 'trust', trusts(PARTNER_USER));
const deny = (principal: string): WorldChange => ({ kind: 'put-policy', principal, policy: DENY });

describe('a change while sessions live', () => {
  const CHANGES: Readonly<Record<string, readonly [WorldChange, dies: readonly Credential[]]>> = {
    'the trust policy is edited': [{ kind: 'put-trust-policy', role: ROLE, policy: NOBODY }, []],
    'the identity provider is deleted': [
      { kind: 'delete-provider', provider: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` },
      [],
    ],
    'the role’s permissions are edited': [deny(ROLE), ['role session']],
    'the role’s policies are taken away': [
      { kind: 'detach-policy', principal: ROLE, policyId: 'ReaderPolicy' },
      ['role session'],
    ],
    'the role’s maximum is lowered': [
      { kind: 'set-max-session-duration', role: ROLE, maxSessionDuration: hours(1) },
      [],
    ],
    'the role’s sessions are revoked': [{ kind: 'revoke-sessions', role: ROLE }, ['role session']],
    'the role is deleted': [{ kind: 'delete-role', role: ROLE }, ['role session']],
    'the role that opened the chain is deleted': [{ kind: 'delete-role', role: PIPELINE }, []],
    'the role is tagged': [{ kind: 'tag-role', role: ROLE, tags: { team: 'red' } }, []],
    'the user’s key is deactivated': [
      { kind: 'deactivate-key', keyId: keyId(USER_KEY) },
      ['long-term key'],
    ],
    'the user’s key is deleted': [
      { kind: 'delete-key', keyId: keyId(USER_KEY) },
      ['long-term key'],
    ],
    'the user is denied everything': [
      deny(USER),
      ['long-term key', 'GetSessionToken session', 'federated session'],
    ],
    'the user is deleted': [
      { kind: 'delete-user', user: USER },
      ['long-term key', 'GetSessionToken session', 'federated session'],
    ],
    'the user gets a boundary': [
      {
        kind: 'put-boundary',
        principal: USER,
        policy: policyOf('Limit', 'boundary', says('Allow', 'iam:*')),
      },
      ['long-term key', 'GetSessionToken session', 'federated session'],
    ],
    'STS is deactivated in the Region': [
      { kind: 'set-sts-region', account: ACCOUNT, region: REGION, active: false },
      [],
    ],
    'the global endpoint issues other tokens': [
      { kind: 'set-token-version', account: ACCOUNT, version: 2 },
      [],
    ],
  };

  test.each(
    Object.entries(CHANGES).flatMap(([name, [what, dies]]) =>
      Object.entries(KEYS).map(
        // The keys of the record are its credentials.
        ([key, credential]) =>
          [name, key, { what, credential, dies: dies.includes(key as Credential) }] as const,
      ),
    ),
  )('%s: a %s', (_, __, { what, credential: key, dies }) => {
    const before = simulate(LAB, [call(key)]);
    expect(endOf(before, 'call')).toBe('granted');
    const end = endOf(simulate(LAB, [change(what), call(key)]), 'call');
    expect(end === 'granted').toBe(!dies);
  });

  test('revoking leaves sessions alone that are issued afterwards', () => {
    const trace = simulate(LAB, [
      change({ kind: 'revoke-sessions', role: ROLE }),
      assume(USER_KEY, ROLE, 'again'),
      call(SESSION_KEY, { id: 'old' }),
      { ...call(SESSION_KEY), id: 'new', kind: 'call', credentials: { issuedBy: 'again' } } as Act,
    ]);
    expect(endOf(trace, 'old')).toBe('api.allowed');
    expect(endOf(trace, 'new')).toBe('granted');
  });

  test('lowering the role’s maximum counts for the next session', () => {
    const lowered = change({
      kind: 'set-max-session-duration',
      role: ROLE,
      maxSessionDuration: hours(1),
    });
    const asks = { ...assume(USER_KEY), durationSeconds: seconds(7200) } as Act;
    expect(endOf(simulate(LAB, [asks]), 'assume')).toBe('granted');
    expect(endOf(simulate(LAB, [lowered, asks]), 'assume')).toBe('sts.duration-within-role');
  });

  test('no change but one to its own user or role, or to the organization, ends a role session', () => {
    const others = Object.values(CHANGES).filter(([, dies]) => !dies.includes('role session'));
    fc.assert(
      fc.property(fc.shuffledSubarray(others.map(([what]) => what)), (some) => {
        const script = some.map((what, index) => change(what, `change-${index}`));
        expect(endOf(simulate(LAB, [...script, call(SESSION_KEY)]), 'call')).toBe('granted');
      }),
    );
  });
});

function keyId(key: AccessKey): LongTermKeyId {
  if (key.kind !== 'long-term') throw new Error('A long-term key');
  return key.id;
}

describe('somebody made anew under an old name', () => {
  const again: readonly WorldChange[] = [
    { kind: 'delete-user', user: USER },
    {
      kind: 'create-user',
      user: USER,
      policies: [policyOf('All', 'identity', says('Allow', '*'))],
    },
    { kind: 'create-key', user: USER, keyId: 'AKIANEWKEY' },
  ];
  const NEW_KEY = { ...USER_KEY, id: 'AKIANEWKEY' } as const;

  test('a new user is not the one that a trust policy names', () => {
    const world = after1(LAB, ...again);
    expect(findUser(world, USER)?.userId).not.toBe(user.userId);
    expect(endOf(simulate(world, [assume(NEW_KEY)]), 'assume')).toBe('sts.assume-role-allowed');
  });

  test('the trust policy shows the id of the deleted user, and nothing else of it changes', () => {
    const world = after1(LAB, { kind: 'delete-user', user: USER });
    expect(findRole(world, ROLE)?.trustPolicy.document).toEqual(
      policyOf('ReaderTrust', 'trust', trusts([user.userId, PIPELINE])).document,
    );
    expect(findRole(world, PIPELINE)?.trustPolicy.document).toEqual(
      policyOf('PipelineTrust', 'trust', trusts(user.userId)).document,
    );
  });

  test('a bucket policy forgets the user too', () => {
    const named = policyOf('Named', 'bucket', { ...trusts(USER), Resource: '*' });
    const world = after1(withBucket(LAB, { policy: named }), ...again);
    expect(findBucket(world, BUCKET)?.bucket.policy?.document).toMatchObject({
      Statement: [{ Principal: { AWS: user.userId } }],
    });
  });

  test.each([
    ['a GetSessionToken session', OWN_SESSION],
    ['a federated session', FEDERATED],
  ])('%s of the old user gets nothing from the new one', (_, key) => {
    expect(endOf(simulate(LAB, [call(key)]), 'call')).toBe('granted');
    expect(endOf(simulate(after1(LAB, ...again), [call(key)]), 'call')).toBe('api.allowed');
  });

  test('saving the ARN again restores trust', () => {
    const world = after1(LAB, ...again, {
      kind: 'put-trust-policy',
      role: ROLE,
      policy: policyOf('ReaderTrust', 'trust', trusts(USER)),
    });
    expect(endOf(simulate(world, [assume(NEW_KEY)]), 'assume')).toBe('granted');
  });

  test('trust in the whole account takes the new user in', () => {
    const byAccount = policyOf('ReaderTrust', 'trust', trusts(`arn:aws:iam::${ACCOUNT}:root`));
    const world = after1(withRole(LAB, ROLE, { trustPolicy: byAccount }), ...again);
    expect(endOf(simulate(world, [assume(NEW_KEY)]), 'assume')).toBe('granted');
  });

  test('a new role does not give the sessions of the old one their permissions back', () => {
    const remade: readonly WorldChange[] = [
      { kind: 'delete-role', role: ROLE },
      {
        kind: 'create-role',
        role: ROLE,
        trustPolicy: policyOf('Trust', 'trust', trusts(USER)),
        policies: [policyOf('All', 'identity', says('Allow', '*'))],
      },
    ];
    const world = after1(LAB, ...remade);
    expect(findRole(world, ROLE)).toMatchObject({ maxSessionDuration: 3600, tags: {} });
    const trace = simulate(world, [
      call(SESSION_KEY, { id: 'old' }),
      assume(USER_KEY, ROLE, 'again'),
      { ...call(SESSION_KEY), id: 'new', kind: 'call', credentials: { issuedBy: 'again' } } as Act,
    ]);
    expect(endOf(trace, 'old')).toBe('api.allowed');
    expect(endOf(trace, 'new')).toBe('granted');
  });

  test('unique ids are never used twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,12}$/), { minLength: 2 }),
        (names) => {
          const ids = names.map((name) => {
            const made = simulate(WORLD, [
              change({ kind: 'delete-user', user: USER }, `gone-${name}`),
              change({ kind: 'create-user', user: USER, policies: [] }, name),
            ]);
            return findUser(made.steps.at(-1)?.world ?? WORLD, USER)?.userId;
          });
          expect(new Set([...ids, user.userId]).size).toBe(names.length + 1);
        },
      ),
    );
  });
});

describe('what AWS refuses to save changes nothing', () => {
  const gone = roleArn(ACCOUNT, 'Gone');
  const orphan = uniqueId('AIDA', ACCOUNT, 'orphan');
  const trusting = (arn: string): Policy => policyOf('Trust', 'trust', trusts(arn));

  test.each<readonly [string, WorldChange]>([
    [
      'a trust policy that names a role which is not there',
      { kind: 'put-trust-policy', role: ROLE, policy: trusting(gone) },
    ],
    [
      'a trust policy with an id left behind',
      { kind: 'put-trust-policy', role: ROLE, policy: trusting(orphan) },
    ],
    [
      'a new role that names itself',
      { kind: 'create-role', role: gone, trustPolicy: trusting(gone), policies: [] },
    ],
    [
      'a role of a name that is taken',
      { kind: 'create-role', role: ROLE, trustPolicy: NOBODY, policies: [] },
    ],
    ['a user of a name that is taken', { kind: 'create-user', user: USER, policies: [] }],
    [
      'a key for nobody',
      { kind: 'create-key', user: userArn(ACCOUNT, 'nobody'), keyId: 'AKIANEW' },
    ],
    ['a key that is there', { kind: 'create-key', user: USER, keyId: keyId(USER_KEY) }],
    ['activating a key that is active', { kind: 'activate-key', keyId: keyId(USER_KEY) }],
    [
      'deactivating STS in us-east-1',
      { kind: 'set-sts-region', account: ACCOUNT, region: 'us-east-1', active: false },
    ],
    [
      'deactivating STS in an opt-in Region',
      { kind: 'set-sts-region', account: ACCOUNT, region: 'ap-east-1', active: false },
    ],
    [
      'enabling a Region that is always there',
      { kind: 'enable-region', account: ACCOUNT, region: 'eu-west-1' },
    ],
    [
      'anything of an account that is not there',
      { kind: 'set-token-version', account: '999999999999', version: 2 },
    ],
    ['anything of a role that is not there', { kind: 'untag-role', role: gone, tagKeys: ['a'] }],
    [
      'a control policy outside an organization',
      { kind: 'put-scp', target: 'r-root', policy: DENY },
    ],
  ])('%s', (_, what) => {
    expect(after1(LAB, what).accounts).toEqual(LAB.accounts);
    expect(after1(LAB, what).accessKeys).toEqual(LAB.accessKeys);
  });

  test('a principal of an account beyond this world is taken on trust', () => {
    const policy = trusting('arn:aws:iam::777788889999:role/Vendor');
    const world = after1(LAB, { kind: 'put-trust-policy', role: ROLE, policy });
    expect(findRole(world, ROLE)?.trustPolicy).toEqual(policy);
  });
});

describe('access keys', () => {
  test('rotation: the new key works beside the old one, which can be switched off and on, and dies for good', () => {
    const NEXT = { ...USER_KEY, id: 'AKIANEXT' } as const;
    const script = (...acts: Act[]) =>
      simulate(LAB, [
        change({ kind: 'create-key', user: USER, keyId: 'AKIANEXT' }, 'create', 10),
        ...acts,
      ]);
    const off = change({ kind: 'deactivate-key', keyId: keyId(USER_KEY) }, 'off', 20);
    const on = change({ kind: 'activate-key', keyId: keyId(USER_KEY) }, 'on', 30);
    const remove = change({ kind: 'delete-key', keyId: keyId(USER_KEY) }, 'delete', 25);
    expect(endOf(script(call(NEXT)), 'call')).toBe('granted');
    expect(endOf(script(call(USER_KEY)), 'call')).toBe('granted');
    expect(endOf(script(off, call(USER_KEY)), 'call')).toBe('api.key-known');
    expect(endOf(script(off, on, call(USER_KEY)), 'call')).toBe('granted');
    expect(endOf(script(off, remove, on, call(USER_KEY)), 'call')).toBe('api.key-known');
    expect(endOf(script(off, call(NEXT)), 'call')).toBe('granted');
  });
});

describe('tags of a role', () => {
  test('keys ignore case, and what is not named stays', () => {
    const world = after1(withRole(LAB, ROLE, { tags: { Department: 'sales', stage: 'test' } }), {
      kind: 'tag-role',
      role: ROLE,
      tags: { department: 'research' },
    });
    expect(findRole(world, ROLE)?.tags).toEqual({ department: 'research', stage: 'test' });
    const left = after1(world, { kind: 'untag-role', role: ROLE, tagKeys: ['DEPARTMENT'] });
    expect(findRole(left, ROLE)?.tags).toEqual({ stage: 'test' });
  });
});

describe('control policies', () => {
  const UNIT = {
    id: 'ou-labs',
    name: 'Labs',
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    units: [],
    accounts: [ACCOUNT],
  };
  const ORGANIZED: World = {
    ...LAB,
    organization: {
      id: 'o-exampleorgid',
      managementAccount: PARTNER,
      root: { ...UNIT, id: 'r-root', name: 'Root', units: [UNIT], accounts: [PARTNER] },
    },
  };
  const scp = (...statements: Parameters<typeof policyOf>[2][]): Policy =>
    policyOf('p-limit', 'service-control', ...statements);
  const rcp = policyOf('p-limit', 'resource-control', { ...says('Deny', 's3:*'), Principal: '*' });
  const none: Partial<ApiCall> = { action: 'dynamodb:ListTables', resources: [] };

  test.each(['r-root', 'ou-labs', ACCOUNT])('an SCP on %s binds the account below it', (target) => {
    const denied = after1(ORGANIZED, {
      kind: 'put-scp',
      target,
      policy: scp(says('Deny', 's3:*')),
    });
    expect(endOf(simulate(denied, [call(SESSION_KEY)]), 'call')).toBe('api.allowed');
  });

  test('switching SCPs on attaches FullAWSAccess to every target, so a Deny takes nothing else away', () => {
    const world = after1(ORGANIZED, {
      kind: 'put-scp',
      target: 'ou-labs',
      policy: scp(says('Deny', 'iam:*')),
    });
    expect(endOf(simulate(world, [call(SESSION_KEY)]), 'call')).toBe('granted');
    const names = [
      world.organization?.root,
      world.organization?.root.units[0],
      world.accounts[ACCOUNT],
    ].map((target) => target?.serviceControlPolicies.map(({ name }) => name));
    expect(names).toEqual([['FullAWSAccess'], ['FullAWSAccess', 'p-limit'], ['FullAWSAccess']]);
  });

  test('an account whose only SCP allows little may do little, once FullAWSAccess is detached', () => {
    const world = after1(
      ORGANIZED,
      { kind: 'put-scp', target: ACCOUNT, policy: scp(says('Allow', 'iam:*')) },
      { kind: 'detach-control-policy', target: ACCOUNT, policyId: 'p-FullAWSAccess' },
    );
    expect(endOf(simulate(world, [call(SESSION_KEY)]), 'call')).toBe('api.allowed');
  });

  test('the last SCP of a target cannot be detached', () => {
    const world = after1(
      ORGANIZED,
      { kind: 'put-scp', target: ACCOUNT, policy: scp(says('Deny', 's3:*')) },
      { kind: 'detach-control-policy', target: ACCOUNT, policyId: 'p-limit' },
      { kind: 'detach-control-policy', target: ACCOUNT, policyId: 'p-FullAWSAccess' },
    );
    expect(world.accounts[ACCOUNT]?.serviceControlPolicies.map(({ name }) => name)).toEqual([
      'FullAWSAccess',
    ]);
    expect(endOf(simulate(world, [call(SESSION_KEY)]), 'call')).toBe('granted');
  });

  test('an SCP does not touch the management account', () => {
    const world = after1(ORGANIZED, {
      kind: 'put-scp',
      target: 'r-root',
      policy: scp(says('Deny', '*')),
    });
    const open = policyOf('All', 'identity', says('Allow', '*'));
    const allowed = after1(world, { kind: 'put-policy', principal: PARTNER_USER, policy: open });
    expect(endOf(simulate(allowed, [call(PARTNER_KEY, none)]), 'call')).toBe('granted');
  });

  test('an RCP follows the resource: it binds strangers, and can be taken away', () => {
    const grant = policyOf('Open', 'bucket', {
      ...trusts(PARTNER_USER),
      Action: 's3:*',
      Resource: OBJECT,
    });
    const shared = withBucket(
      {
        ...ORGANIZED,
        organization: ORGANIZED.organization && {
          ...ORGANIZED.organization,
          managementAccount: '999999999999',
        },
      } as World,
      { policy: grant },
    );
    const limited = after1(shared, { kind: 'put-rcp', target: 'ou-labs', policy: rcp });
    const freed = after1(limited, {
      kind: 'detach-control-policy',
      target: 'ou-labs',
      policyId: 'p-limit',
    });
    const ends = [shared, limited, freed].map((world) =>
      endOf(simulate(world, [call(PARTNER_KEY)]), 'call'),
    );
    expect(ends).toEqual(['granted', 'api.allowed', 'granted']);
  });
});

describe('a boundary', () => {
  test('it limits while it is there', () => {
    const limit = policyOf('Limit', 'boundary', says('Allow', 'iam:*'));
    const limited = after1(LAB, { kind: 'put-boundary', principal: ROLE, policy: limit });
    const freed = after1(limited, { kind: 'delete-boundary', principal: ROLE });
    expect(endOf(simulate(limited, [call(SESSION_KEY)]), 'call')).toBe('api.allowed');
    expect(endOf(simulate(freed, [call(SESSION_KEY)]), 'call')).toBe('granted');
    expect(findRole(freed, ROLE)).toEqual(findRole(LAB, ROLE));
  });
});

describe('Regions', () => {
  const asia: Partial<ApiCall> = { region: 'ap-east-1', action: 's3:GetObject' };

  test('an opt-in Region knows nobody until it is enabled, and then takes no version 1 token', () => {
    const old = { ...SESSION_KEY, tokenVersion: 1 } as const;
    const enabled = after1(LAB, { kind: 'enable-region', account: ACCOUNT, region: 'ap-east-1' });
    expect(endOf(simulate(LAB, [call(SESSION_KEY, asia)]), 'call')).toBe('api.region-enabled');
    expect(endOf(simulate(enabled, [call(SESSION_KEY, asia)]), 'call')).toBe('granted');
    expect(endOf(simulate(withKey(enabled, old), [call(old, asia)]), 'call')).toBe(
      'api.token-fits-region',
    );
    expect(enabled.accounts[ACCOUNT]?.regions['ap-east-1']).toEqual({
      enabled: true,
      optIn: true,
      stsActive: true,
    });
  });

  test('STS can be switched off and on in a default Region', () => {
    const set = (active: boolean): WorldChange => ({
      kind: 'set-sts-region',
      account: ACCOUNT,
      region: 'eu-west-1',
      active,
    });
    const off = after1(LAB, set(false));
    expect(off.accounts[ACCOUNT]?.regions['eu-west-1']).toMatchObject({
      enabled: true,
      stsActive: false,
    });
    expect(after1(off, set(true)).accounts[ACCOUNT]?.regions['eu-west-1']?.stsActive).toBe(true);
  });
});
