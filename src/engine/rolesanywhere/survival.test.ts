import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act } from '../act.ts';
import type { WorldChange } from '../change/worldChange.ts';
import { simulate } from '../everything.fixture.ts';
import type { Policy, Statement } from '../policy/document.ts';
import { after, minutes, seconds } from '../time.ts';
import type { Trace } from '../trace.ts';
import type { ChangeRolesAnywhere } from './acts.ts';
import {
  ACCOUNT,
  ANCHOR,
  certificate,
  createSession,
  CRL,
  ISSUING,
  LEAF,
  letsIn,
  listOf,
  nameOf,
  PROFILE,
  REGION,
  ROLE,
  ROOT,
  START,
  trustOf,
  worldOf,
} from './anywhereWorld.fixture.ts';
import type { ResourceChange } from './resourceChange.ts';
import { DEFAULT_MAPPINGS, resourceArn } from './resources.ts';

const PUT: Policy = {
  id: 'MayPut',
  name: 'MayPut',
  type: 'identity',
  document: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
  },
};
const WORLD = worldOf({ role: { policies: [PUT] } });
const LATER = after(START, minutes(10));

const resource = (change: ResourceChange): Act => ({
  id: 'change',
  kind: 'rolesanywhere:change',
  at: LATER,
  by: 'admin',
  change,
});

const account = (change: WorldChange): Act => ({
  id: 'change',
  kind: 'change',
  at: LATER,
  by: 'admin',
  change,
});

const write = (issuedBy: string): Act => ({
  id: `write-${issuedBy}`,
  kind: 'call',
  at: LATER,
  by: 'batch',
  to: 's3',
  region: REGION,
  credentials: { issuedBy },
  action: 's3:PutObject',
  resources: ['arn:aws:s3:::reports/nightly.csv'],
});

/** What a live session and a new one come to, once something has happened. */
function afterwards(happening: Act): readonly [live: string, fresh: string] {
  const trace = simulate(WORLD, [
    createSession(),
    happening,
    write('create-session'),
    { ...createSession({ id: 'again', at: LATER }) },
    write('again'),
  ]);
  return [endOf(trace, 'write-create-session'), endOf(trace, 'again')];
}

function endOf({ outcomes }: Trace, id: string): string {
  const outcome = outcomes[id];
  return outcome?.kind === 'refused' ? outcome.rule : (outcome?.kind ?? 'never');
}

const deny = (Condition: NonNullable<Statement['Condition']>): WorldChange => ({
  kind: 'put-policy',
  principal: ROLE,
  policy: {
    ...PUT,
    id: 'Deny',
    name: 'Deny',
    document: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }],
    },
  },
});

describe('what ends a session that is live, and what only the next one (roles-anywhere.md 7.1)', () => {
  test.each<readonly [name: string, happening: Act, live: string, fresh: string]>([
    ['time passes', { id: 'change', kind: 'wait', at: LATER }, 'granted', 'granted'],
    [
      'the trust anchor is disabled',
      resource({ kind: 'set-enabled', arn: ANCHOR.arn, enabled: false }),
      'granted',
      'rolesanywhere.anchor-enabled',
    ],
    [
      'the trust anchor is deleted',
      resource({ kind: 'delete-resource', arn: ANCHOR.arn }),
      'granted',
      'rolesanywhere.anchor-found',
    ],
    [
      'the profile is disabled',
      resource({ kind: 'set-enabled', arn: PROFILE.arn, enabled: false }),
      'granted',
      'rolesanywhere.profile-enabled',
    ],
    [
      'the profile is deleted',
      resource({ kind: 'delete-resource', arn: PROFILE.arn }),
      'granted',
      'rolesanywhere.profile-found',
    ],
    [
      'the role leaves the profile',
      resource({ kind: 'put-profile', profile: { ...PROFILE, roleArns: [] } }),
      'granted',
      'rolesanywhere.role-listed',
    ],
    [
      'a list is imported and enabled',
      resource({ kind: 'put-crl', crl: CRL }),
      'granted',
      'rolesanywhere.not-revoked',
    ],
    [
      'a list is imported, and not enabled',
      resource({ kind: 'put-crl', crl: { ...CRL, enabled: false } }),
      'granted',
      'granted',
    ],
    [
      'the trust policy changes',
      account({
        kind: 'put-trust-policy',
        role: ROLE,
        policy: trustOf(letsIn({ Effect: 'Deny' })),
      }),
      'granted',
      'rolesanywhere.assume-role-allowed',
    ],
    [
      'the role loses its permissions',
      account({ kind: 'detach-policy', principal: ROLE, policyId: 'MayPut' }),
      'api.allowed',
      'granted',
    ],
    [
      'the role’s sessions are revoked',
      account({ kind: 'revoke-sessions', role: ROLE }),
      'api.allowed',
      'granted',
    ],
    [
      'the common name is denied',
      account(deny({ StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'batch-01' } })),
      'api.allowed',
      'granted',
    ],
    [
      'the source identity is denied',
      account(deny({ StringEquals: { 'aws:SourceIdentity': 'CN=batch-01' } })),
      'api.allowed',
      'granted',
    ],
    [
      'the serial number is denied',
      account(deny({ StringLike: { 'aws:userid': '*:1f71c511' } })),
      'api.allowed',
      'granted',
    ],
  ])('%s', (_, happening, live, fresh) => {
    expect(afterwards(happening)).toEqual([live, fresh]);
  });

  test('the session policy of a live session stays what it was', () => {
    const sessionPolicy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    });
    const trace = simulate(WORLD, [
      createSession(),
      resource({ kind: 'put-profile', profile: { ...PROFILE, sessionPolicy } }),
      write('create-session'),
      createSession({ id: 'again', at: LATER }),
      write('again'),
    ]);
    expect(endOf(trace, 'write-create-session')).toBe('granted');
    expect(endOf(trace, 'write-again')).toBe('api.allowed');
  });

  test('nothing that is changed of Roles Anywhere ends a live session', () => {
    const change = fc.constantFrom<ResourceChange>(
      { kind: 'set-enabled', arn: ANCHOR.arn, enabled: false },
      { kind: 'set-enabled', arn: PROFILE.arn, enabled: false },
      { kind: 'delete-resource', arn: ANCHOR.arn },
      { kind: 'delete-resource', arn: PROFILE.arn },
      { kind: 'put-crl', crl: CRL },
      { kind: 'put-profile', profile: { ...PROFILE, roleArns: [], durationSeconds: seconds(900) } },
      {
        kind: 'delete-attribute-mapping',
        profileArn: PROFILE.arn,
        certificateField: 'x509Subject',
      },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const acts = changes.map((one, index) => ({ ...resource(one), id: `change-${index}` }));
        const trace = simulate(WORLD, [createSession(), ...acts, write('create-session')]);
        expect(endOf(trace, 'write-create-session')).toBe('granted');
      }),
      { numRuns: 40 },
    );
  });

  test('a session is never longer than profile, request and role allow, and never cut to the role', () => {
    const length = fc.integer({ min: 900, max: 43_200 });
    const longest = fc.integer({ min: 3600, max: 43_200 });
    fc.assert(
      fc.property(
        length,
        fc.option(length, { nil: undefined }),
        longest,
        (profile, asked, role) => {
          const trace = simulate(
            worldOf({
              profile: { durationSeconds: seconds(profile) },
              role: { maxSessionDuration: seconds(role) },
            }),
            [createSession(asked === undefined ? {} : { durationSeconds: seconds(asked) })],
          );
          const [key] = Object.values(trace.steps.at(-1)?.world.accessKeys ?? {});
          const wanted = Math.min(profile, asked ?? profile);
          const given =
            key?.kind === 'temporary' ? (key.expiresAt - key.issuedAt) / 1000 : undefined;
          expect(given).toBe(wanted > role ? undefined : wanted);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what the service saves', () => {
  const played = (change: ResourceChange, world = WORLD) =>
    simulate(world, [{ ...resource(change), id: 'change' } satisfies Act]);
  const saved = (change: ResourceChange, world = WORLD): string => {
    const step = played(change, world).steps.at(-1);
    const text = step?.artifacts.find(({ kind }) => kind === 'response')?.text ?? '{}';
    const { message = 'saved' } = JSON.parse(text.slice(text.indexOf('{'))) as {
      readonly message?: string;
    };
    return message;
  };
  const place = { region: REGION, account: ACCOUNT };
  const anchor = (label: string, ...certificates: readonly string[]) => ({
    ...ANCHOR,
    arn: resourceArn('trust-anchor', place, label),
    source: { sourceType: 'CERTIFICATE_BUNDLE', certificates } as const,
  });

  test.each<readonly [name: string, change: ResourceChange, message: string]>([
    ['an anchor', { kind: 'put-trust-anchor', trustAnchor: anchor('new', ROOT.id) }, 'saved'],
    [
      'an anchor with an intermediate',
      { kind: 'put-trust-anchor', trustAnchor: anchor('new', ROOT.id, ISSUING.id) },
      'saved',
    ],
    [
      'no anchor of an end-entity certificate',
      { kind: 'put-trust-anchor', trustAnchor: anchor('new', LEAF.id) },
      'Incorrect basic constraints for CA certificate',
    ],
    [
      'no anchor that cannot be read',
      { kind: 'put-trust-anchor', trustAnchor: anchor('new', 'nothing') },
      'Error creating TrustAnchor. Bad certificate data',
    ],
    [
      'no anchor of three certificates',
      { kind: 'put-trust-anchor', trustAnchor: anchor('new', ROOT.id, ROOT.id, ROOT.id) },
      'Too many certificates',
    ],
    [
      'no profile of a quarter of an hour less a second',
      { kind: 'put-profile', profile: { ...PROFILE, durationSeconds: seconds(899) } },
      'durationSeconds is out of range',
    ],
    [
      'no profile whose policy cannot be read',
      { kind: 'put-profile', profile: { ...PROFILE, sessionPolicy: '{' } },
      'The session policy cannot be read',
    ],
    [
      'no profile of 251 roles',
      {
        kind: 'put-profile',
        profile: { ...PROFILE, roleArns: Array.from({ length: 251 }, () => ROLE) },
      },
      'Too many roles',
    ],
    [
      'no name with an umlaut',
      { kind: 'put-profile', profile: { ...PROFILE, name: 'Bücher' } },
      'The name breaks its pattern',
    ],
    [
      'no list that cannot be read',
      { kind: 'put-crl', crl: { ...CRL, list: 'nothing' } },
      'The list cannot be read',
    ],
    [
      'no change of what is not there',
      { kind: 'set-enabled', arn: CRL.arn, enabled: true },
      `There is no ${CRL.arn}`,
    ],
  ])('%s', (_, change, message) => {
    expect(saved(change)).toBe(message);
  });

  test('is two lists for a trust anchor, not three', () => {
    const named = (label: string) => ({ ...CRL, arn: resourceArn('crl', place, label) });
    const world = worldOf({ crls: [named('a'), named('b')] });
    expect(saved({ kind: 'put-crl', crl: named('c') }, world)).toBe('Too many CRLs');
    expect(saved({ kind: 'put-crl', crl: named('b') }, world)).toBe('saved');
  });

  test('is fifty trust anchors in a Region, not fifty-one', () => {
    const many = Array.from({ length: 50 }, (_, index) => anchor(`${index}`, ROOT.id));
    const account = WORLD.accounts[ACCOUNT];
    if (!account?.rolesAnywhere) throw new Error('The world has its account');
    const trustAnchors = Object.fromEntries(many.map((one) => [one.arn, one]));
    const world = {
      ...WORLD,
      accounts: {
        [ACCOUNT]: { ...account, rolesAnywhere: { ...account.rolesAnywhere, trustAnchors } },
      },
    };
    const trustAnchor = anchor('one more', ROOT.id);
    expect(saved({ kind: 'put-trust-anchor', trustAnchor }, world)).toBe('Too many trust anchors');
  });

  test('is what stands in the world afterwards; a refused change leaves it as it was', () => {
    const enabled = (trace: Trace): boolean | undefined =>
      trace.steps.at(-1)?.world.accounts[ACCOUNT]?.rolesAnywhere?.trustAnchors[ANCHOR.arn]?.enabled;
    expect(enabled(played({ kind: 'set-enabled', arn: ANCHOR.arn, enabled: false }))).toBe(false);
    const refused = played({ kind: 'put-profile', profile: { ...PROFILE, name: '' } });
    expect(refused.steps.at(-1)?.world.accounts).toBe(WORLD.accounts);
  });
});

describe('attribute mappings', () => {
  const mappingAfter = (...changes: readonly ResourceChange[]) => {
    const acts = changes.map((change, index): ChangeRolesAnywhere => ({
      id: `change-${index}`,
      kind: 'rolesanywhere:change',
      at: START,
      by: 'admin',
      change,
    }));
    const profile = simulate(WORLD, acts).steps.at(-1)?.world.accounts[ACCOUNT]?.rolesAnywhere
      ?.profiles[PROFILE.arn];
    return Object.fromEntries(
      (profile?.attributeMappings ?? []).map(({ certificateField, mappingRules }) => [
        certificateField,
        mappingRules.map(({ specifier }) => specifier),
      ]),
    );
  };
  const profileArn = PROFILE.arn;

  test('begin with every attribute of subject and issuer, and the first names of three kinds', () => {
    expect(DEFAULT_MAPPINGS.map(({ certificateField }) => certificateField)).toEqual([
      'x509Issuer',
      'x509SAN',
      'x509Subject',
    ]);
  });

  test('grow by what is put, and each specifier stands there once', () => {
    const mapping = {
      certificateField: 'x509SAN',
      mappingRules: [{ specifier: 'DNS' }, { specifier: 'Name/CN' }],
    } as const;
    expect(mappingAfter({ kind: 'put-attribute-mapping', profileArn, mapping })).toEqual({
      x509Issuer: ['*'],
      x509Subject: ['*'],
      x509SAN: ['DNS', 'URI', 'Name/*', 'Name/CN'],
    });
  });

  test('lose some specifiers of a field, or all of them', () => {
    expect(
      mappingAfter(
        {
          kind: 'delete-attribute-mapping',
          profileArn,
          certificateField: 'x509SAN',
          specifiers: ['URI', 'Name/*'],
        },
        { kind: 'delete-attribute-mapping', profileArn, certificateField: 'x509Issuer' },
      ),
    ).toEqual({ x509SAN: ['DNS'], x509Subject: ['*'] });
  });
});

describe('what CloudTrail has', () => {
  const recordsOf = (trace: Trace): readonly Record<string, unknown>[] =>
    (trace.steps.at(-1)?.artifacts ?? [])
      .filter(({ kind }) => kind === 'cloudtrail')
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);

  test('is the call and the AssumeRole behind it', () => {
    expect(recordsOf(simulate(WORLD, [createSession()]))).toMatchObject([
      {
        userIdentity: { type: 'AWSService', invokedBy: 'rolesanywhere.amazonaws.com' },
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'CreateSession',
        requestParameters: {
          cert: LEAF.der,
          profileArn: PROFILE.arn,
          roleArn: ROLE,
          trustAnchorArn: ANCHOR.arn,
        },
        responseElements: { credentialSet: [{ sourceIdentity: 'CN=batch-01' }] },
      },
      {
        userIdentity: { type: 'AWSService', invokedBy: 'rolesanywhere.amazonaws.com' },
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRole',
        requestParameters: {
          roleSessionName: '1f71c511',
          durationSeconds: 3600,
          sourceIdentity: 'CN=batch-01',
          tags: expect.arrayContaining([{ key: 'x509Subject/CN', value: 'batch-01' }]) as unknown,
        },
      },
    ]);
  });

  test('is the refusal alone where there was one, and nothing where no trust anchor was found', () => {
    expect(recordsOf(simulate(WORLD, [createSession({ chain: [] })]))).toMatchObject([
      { errorCode: 'AccessDeniedException', errorMessage: 'Untrusted signing certificate' },
    ]);
    const trustAnchorArn = resourceArn('trust-anchor', { region: REGION, account: ACCOUNT }, 'no');
    expect(recordsOf(simulate(WORLD, [createSession({ trustAnchorArn })]))).toEqual([]);
  });

  test('names certificate and source identity in every later call', () => {
    const trace = simulate(WORLD, [createSession(), write('create-session')]);
    expect(recordsOf(trace)).toMatchObject([
      {
        userIdentity: {
          type: 'AssumedRole',
          arn: `arn:aws:sts::${ACCOUNT}:assumed-role/BatchWriter/1f71c511`,
          sessionContext: { sourceIdentity: 'CN=batch-01' },
        },
      },
    ]);
  });

  test('holds no secret key', () => {
    const trace = simulate(WORLD, [createSession()]);
    const [key] = Object.values(trace.steps.at(-1)?.world.accessKeys ?? {});
    expect(key?.secretAccessKey).toMatch(/EXAMPLEKEY$/);
    expect(JSON.stringify(recordsOf(trace))).not.toContain(key?.secretAccessKey);
  });
});

test('a trust policy without conditions lets any certificate under any anchor of the account in', () => {
  const thief = certificate('printer', { serial: '0bad', subject: nameOf('CN=printer') });
  const world = worldOf({ more: [thief] });
  const condition = (Condition: NonNullable<Statement['Condition']>) =>
    worldOf({ more: [thief], role: { trustPolicy: trustOf(letsIn({ Condition })) } });
  const end = (in_: typeof world): string =>
    endOf(simulate(in_, [createSession({ certificate: thief.id })]), 'create-session');
  expect(end(world)).toBe('granted');
  expect(end(condition({ ArnEquals: { 'aws:SourceArn': ANCHOR.arn } }))).toBe('granted');
  expect(end(condition({ StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'batch-01' } }))).toBe(
    'rolesanywhere.assume-role-allowed',
  );
});

test('lists of no one revoke no one', () => {
  const list = listOf();
  const world = worldOf({
    crls: [{ ...CRL, list: list.id }],
    material: { lists: [list] },
  });
  expect(endOf(simulate(world, [createSession()]), 'create-session')).toBe('granted');
});
