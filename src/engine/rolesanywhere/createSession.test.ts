import { describe, expect, test } from 'vitest';

import { roleArn } from '../arn.ts';
import { simulate } from '../everything.fixture.ts';
import type { Check } from '../judge.ts';
import { RULES } from '../rules.ts';
import type { RuleId } from '../rules.ts';
import { after, hours, minutes, seconds } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import type { Trace } from '../trace.ts';
import type { CreateSession } from './acts.ts';
import {
  ACCOUNT,
  ACTIONS,
  ANCHOR,
  BATCH_ROLE,
  certificate,
  createSession,
  CRL,
  ISSUING,
  LEAF,
  letsIn,
  listOf,
  MATERIAL,
  nameOf,
  OTHER_ROOT,
  PROFILE,
  ROLE,
  ROOT,
  START,
  STRANGER,
  trustOf,
  worldOf,
} from './anywhereWorld.fixture.ts';
import type { Parts } from './anywhereWorld.fixture.ts';
import { CREATE_SESSION_RULES } from './createSession.ts';
import { resourceArn } from './resources.ts';

const play = (parts: Parts = {}, act: Partial<CreateSession> = {}): Trace =>
  simulate(worldOf(parts), [createSession(act)]);

const checksOf = ({ steps }: Trace): readonly Check[] =>
  steps.flatMap((step) => (step.row === 'check' ? [step.check] : []));

const keyIn = (trace: Trace) => Object.values(trace.steps.at(-1)?.world.accessKeys ?? {}).at(-1);

/** A refusal in one line: the rule, the status and what AWS says. */
function refusalIn(trace: Trace): string {
  const outcome = outcomeOf(trace);
  if (outcome.kind === 'granted') return 'granted';
  const { code, status, message, wording } = outcome.error;
  return `${outcome.rule.replace('rolesanywhere.', '')} ${status} ${code} (${wording}): ${message}`;
}

describe('a CreateSession with everything right', () => {
  const trace = play();

  test('passes every check that applies, in this order', () => {
    expect(checksOf(trace).map(({ rule, result }) => `${rule} ${result}`)).toEqual(
      CREATE_SESSION_RULES.filter(({ id }) => id !== 'rolesanywhere.session-name-accepted').map(
        ({ id }) => `${id} pass`,
      ),
    );
  });

  test('is made of rules of its own, each once', () => {
    const own = (Object.keys(RULES) as RuleId[]).filter((id) => id.startsWith('rolesanywhere.'));
    expect(CREATE_SESSION_RULES.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
  });

  test('gives a session that is named by the serial number and carries the certificate’s names', () => {
    expect(keyIn(trace)).toMatchObject({
      kind: 'temporary',
      issuedAt: START,
      expiresAt: after(START, hours(1)),
      owner: {
        kind: 'role-session',
        role: ROLE,
        via: 'RolesAnywhere',
        sessionName: '1f71c511',
        sourceIdentity: 'CN=batch-01',
        transitiveTagKeys: [],
        sessionPolicies: [],
        tags: {
          'x509Subject/C': 'US',
          'x509Subject/O': 'Sim Corp',
          'x509Subject/OU': 'Batch',
          'x509Subject/CN': 'batch-01',
          'x509Issuer/O': 'Sim Corp',
          'x509Issuer/CN': 'Sim Issuing CA',
        },
      },
    });
  });

  test('is answered with 201 and JSON', () => {
    const response = trace.steps.at(-1)?.artifacts.find(({ kind }) => kind === 'response');
    const [head = '', body = ''] = response?.text.split('\n\n') ?? [];
    expect(head).toMatch(/^HTTP\/1.1 201 Created\n/);
    expect(JSON.parse(body)).toMatchObject({
      credentialSet: [
        {
          assumedRoleUser: {
            arn: `arn:aws:sts::${ACCOUNT}:assumed-role/BatchWriter/1f71c511`,
            assumedRoleId: `${BATCH_ROLE.roleId}:1f71c511`,
          },
          credentials: { expiration: '2026-01-15T13:00:00Z' },
          packedPolicySize: 28,
          roleArn: ROLE,
          sourceIdentity: 'CN=batch-01',
        },
      ],
      subjectArn: resourceArn(
        'subject',
        { region: 'eu-central-1', account: ACCOUNT },
        'CN=batch-01,OU=Batch,O=Sim Corp,C=US',
      ),
    });
  });

  test('leaves a subject behind', () => {
    const { rolesAnywhere } = trace.steps.at(-1)?.world.accounts[ACCOUNT] ?? {};
    expect(Object.values(rolesAnywhere?.subjects ?? {})).toMatchObject([
      {
        x509Subject: 'CN=batch-01,OU=Batch,O=Sim Corp,C=US',
        enabled: true,
        credentials: [{ serialNumber: '1f71c511', failed: false, seenAt: START }],
      },
    ]);
  });
});

const weak = (fields: Parameters<typeof certificate>[1]) => {
  const leaf = certificate('weak', fields);
  return [{ more: [leaf] }, { certificate: leaf.id }] as const;
};
const usage = (...usages: ('digitalSignature' | 'keyEncipherment')[]) =>
  ({ kind: 'keyUsage', usages }) as const;
const CN = 'aws:PrincipalTag/x509Subject/CN';

/** A change to a call in which everything is right, and what comes of it. */
type Row = readonly [name: string, parts: Parts, act: Partial<CreateSession>, says: string];

const INSUFFICIENT = 'Untrusted certificate. Insufficient certificate';
const UNABLE = `Unable to assume role for ${ROLE}`;

const ROWS: readonly Row[] = [
  [
    'a request for too short a session',
    {},
    { durationSeconds: seconds(899) },
    `request-valid 400 ValidationException (modelled): 1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200`,
  ],
  [
    'six certificates in the chain',
    {},
    { chain: Array.from({ length: 6 }, () => ISSUING.id) },
    `request-valid 400 ValidationException (modelled): 1 validation error detected: Value '6' at 'X-Amz-X509-Chain' failed to satisfy constraint: Member must have 5 certificates or less`,
  ],
  [
    'a role ARN that is none',
    {},
    { roleArn: 'BatchWriter' },
    `request-valid 400 ValidationException (modelled): 1 validation error detected: Value 'BatchWriter' at 'roleArn' failed to satisfy constraint: Member must be the ARN of such a resource`,
  ],
  [
    'another private key',
    {},
    { signedWith: STRANGER.id },
    'signature-matches 403 AccessDeniedException (observed): Invalid signature',
  ],
  [
    'a request that was changed on its way',
    {},
    { durationSeconds: seconds(3600), signedAs: { durationSeconds: seconds(900) } },
    'signature-matches 403 AccessDeniedException (observed): Invalid signature',
  ],
  [
    'a clock half an hour behind',
    { fields: { clockSkew: { batch: minutes(-30) } } },
    {},
    'signature-current 403 AccessDeniedException (observed): Invalid signature',
  ],
  [
    'a clock half an hour ahead',
    { fields: { clockSkew: { batch: minutes(30) } } },
    {},
    'signature-current 403 AccessDeniedException (observed): Invalid signature',
  ],
  [
    'a certificate for encryption only',
    ...weak({ values: [usage('keyEncipherment')] }),
    `certificate-sufficient 403 AccessDeniedException (observed): ${INSUFFICIENT}`,
  ],
  [
    'a CA’s certificate',
    ...weak({ values: [{ kind: 'basicConstraints', ca: true }, usage('digitalSignature')] }),
    `certificate-sufficient 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'a certificate signed with SHA-1',
    ...weak({
      signatureAlgorithm: { oid: '', name: 'ecdsa-with-SHA1', scheme: 'ecdsa', hash: 'SHA-1' },
    }),
    `certificate-sufficient 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'a certificate of version 1',
    ...weak({ version: 1 }),
    `certificate-sufficient 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'an RSA key of 1024 bits',
    ...weak({ publicKey: { kind: 'rsa', bits: 1024, exponent: '65537' } }),
    `certificate-sufficient 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'a certificate that ended a second ago',
    ...weak({ notAfter: after(START, seconds(-1)) }),
    `certificate-current 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'a certificate that begins in a second',
    ...weak({ notBefore: after(START, seconds(1)) }),
    `certificate-current 403 AccessDeniedException (modelled): ${INSUFFICIENT}`,
  ],
  [
    'a trust anchor of another Region',
    {},
    {
      trustAnchorArn: resourceArn('trust-anchor', { region: 'eu-west-1', account: ACCOUNT }, 'sim'),
    },
    "anchor-found 403 AccessDeniedException (observed): Specified Trust Anchor wasn't found.",
  ],
  [
    'a disabled trust anchor',
    { anchor: { enabled: false } },
    {},
    "anchor-enabled 403 AccessDeniedException (modelled): Specified Trust Anchor wasn't found.",
  ],
  [
    'no intermediate',
    {},
    { chain: [] },
    'path-trusted 403 AccessDeniedException (observed): Untrusted signing certificate',
  ],
  [
    'a certificate of another CA',
    {},
    { certificate: STRANGER.id, chain: [OTHER_ROOT.id] },
    'path-trusted 403 AccessDeniedException (observed): Untrusted signing certificate',
  ],
  [
    'a signature of the CA that does not verify',
    { material: { verified: MATERIAL.verified.filter(({ child }) => child !== LEAF.id) } },
    {},
    'path-trusted 403 AccessDeniedException (observed): Untrusted signing certificate',
  ],
  [
    'an enabled list with its serial number',
    { crls: [CRL] },
    {},
    'not-revoked 403 AccessDeniedException (observed): Certificate revoked',
  ],
  [
    'a profile of another account',
    {},
    {
      profileArn: resourceArn(
        'profile',
        { region: 'eu-central-1', account: '444455556666' },
        'batch',
      ),
    },
    'profile-found 403 AccessDeniedException (observed): Invalid or empty profile provided.',
  ],
  [
    'a disabled profile',
    { profile: { enabled: false } },
    {},
    'profile-enabled 403 AccessDeniedException (modelled): Invalid or empty profile provided.',
  ],
  [
    'a role that the profile does not list',
    { profile: { roleArns: [roleArn(ACCOUNT, 'Other')] } },
    {},
    "role-listed 403 AccessDeniedException (observed): Requested Role isn't one of those listed in the Profile.",
  ],
  [
    'a session name that the profile does not take',
    {},
    { roleSessionName: 'nightly' },
    'session-name-accepted 403 AccessDeniedException (observed): Not authorized to set roleSessionName',
  ],
  [
    'an empty subject',
    ...weak({ subject: [] }),
    `subject-named 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a role that does not exist',
    { profile: { roleArns: [roleArn(ACCOUNT, 'Gone')] } },
    { roleArn: roleArn(ACCOUNT, 'Gone') },
    `assume-role-allowed 403 AccessDeniedException (observed): Unable to assume role for ${roleArn(ACCOUNT, 'Gone')}`,
  ],
  [
    'a trust policy for another service',
    { role: { trustPolicy: trustOf(letsIn({ Principal: { Service: 'ec2.amazonaws.com' } })) } },
    {},
    `assume-role-allowed 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a trust policy for another trust anchor',
    {
      role: {
        trustPolicy: trustOf(
          letsIn({ Condition: { ArnEquals: { 'aws:SourceArn': `${ANCHOR.arn}x` } } }),
        ),
      },
    },
    {},
    `assume-role-allowed 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a trust policy for another common name',
    { role: { trustPolicy: trustOf(letsIn({ Condition: { StringEquals: { [CN]: 'web-01' } } })) } },
    {},
    `assume-role-allowed 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a condition on an attribute that is not mapped',
    {
      profile: { attributeMappings: [] },
      role: { trustPolicy: trustOf(letsIn({ Condition: { StringEquals: { [CN]: 'batch-01' } } })) },
    },
    {},
    `assume-role-allowed 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a trust policy without sts:TagSession',
    { role: { trustPolicy: trustOf(letsIn({ Action: [ACTIONS[0] ?? '', ACTIONS[2] ?? ''] })) } },
    {},
    `tag-session-allowed 403 AccessDeniedException (modelled): ${UNABLE}`,
  ],
  [
    'a trust policy without sts:SetSourceIdentity',
    { role: { trustPolicy: trustOf(letsIn({ Action: ACTIONS.slice(0, 2) })) } },
    {},
    `source-identity-allowed 403 AccessDeniedException (observed): ${UNABLE}`,
  ],
  [
    'a profile that is longer than the role',
    { profile: { durationSeconds: hours(12) } },
    {},
    `duration-within-role 403 AccessDeniedException (observed): ${UNABLE} The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`,
  ],
  [
    'eleven managed policies',
    {
      profile: {
        managedPolicyArns: Array.from(
          { length: 11 },
          () => 'arn:aws:iam::aws:policy/AdministratorAccess',
        ),
      },
    },
    {},
    `session-fits 403 AccessDeniedException (modelled): ${UNABLE}`,
  ],
  [
    'a managed policy that is not there',
    { profile: { managedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/Gone`] } },
    {},
    `session-fits 403 AccessDeniedException (modelled): ${UNABLE}`,
  ],
];

describe('a CreateSession with one thing wrong', () => {
  test.each(ROWS)('%s', (_, parts, act, says) => {
    expect(refusalIn(play(parts, act))).toBe(says);
  });

  test('makes every rule fail once', () => {
    const failing = ROWS.map(([, parts, act]) => outcomeOf(play(parts, act))).flatMap((outcome) =>
      outcome.kind === 'refused' ? [outcome.rule] : [],
    );
    expect([...new Set(failing)].toSorted()).toEqual(
      CREATE_SESSION_RULES.map(({ id }) => id).toSorted(),
    );
  });

  test('says which attributes could not become tags, once STS refuses', () => {
    const leaf = certificate('odd', { subject: nameOf('O=Sim & Sons', 'CN=odd') });
    const refused = { role: { trustPolicy: trustOf() }, more: [leaf] };
    expect(refusalIn(play({ more: [leaf] }, { certificate: leaf.id }))).toBe('granted');
    expect(refusalIn(play(refused, { certificate: leaf.id }))).toBe(
      'assume-role-allowed 403 AccessDeniedException (modelled): Unable to assume role. Some attributes failed to be mapped into session tags. Issuer: [  ]; Subject: [ O ]; SAN: [  ]',
    );
  });

  test('leaves a failed subject behind only where the certificate itself was good', () => {
    const seenIn = (trace: Trace) =>
      Object.values(
        trace.steps.at(-1)?.world.accounts[ACCOUNT]?.rolesAnywhere?.subjects ?? {},
      ).flatMap(({ credentials }) => credentials.map(({ failed }) => failed));
    expect(seenIn(play({}, { chain: [] }))).toEqual([]);
    expect(seenIn(play({ profile: { enabled: false } }))).toEqual([true]);
  });
});

describe('a CreateSession that is granted all the same', () => {
  const GRANTED: readonly (readonly [name: string, parts: Parts, act: Partial<CreateSession>])[] = [
    ['the intermediate is the anchor', { anchor: sourceOf(ISSUING.id) }, { chain: [] }],
    ['the anchor holds two certificates', { anchor: sourceOf(OTHER_ROOT.id, ROOT.id) }, {}],
    ['the root and the leaf stand in the chain', {}, { chain: [ROOT.id, LEAF.id, ISSUING.id] }],
    ['the list is not enabled', { crls: [{ ...CRL, enabled: false }] }, {}],
    [
      'the list has another serial number',
      { crls: [{ ...CRL, list: listOf('02').id }], material: { lists: [listOf('02')] } },
      {},
    ],
    [
      'the list is signed by somebody else',
      {
        crls: [CRL],
        material: {
          verified: MATERIAL.verified.filter(({ child }) => child !== CRL.list),
        },
      },
      {},
    ],
    [
      'no basicConstraints, and a usage that is not critical',
      ...weak({ values: [usage('digitalSignature')] }),
    ],
    ['a clock five minutes off', { fields: { clockSkew: { batch: minutes(5) } } }, {}],
    ['the last second of the certificate', ...weak({ notAfter: START })],
    ['the first second of the certificate', ...weak({ notBefore: START })],
    [
      'a profile that takes names',
      { profile: { acceptRoleSessionName: true } },
      { roleSessionName: 'nightly' },
    ],
    [
      'the three actions stand in statements of their own',
      { role: { trustPolicy: trustOf(...ACTIONS.map((Action) => letsIn({ Action }))) } },
      {},
    ],
    [
      'a condition on source identity, account and anchor',
      {
        role: {
          trustPolicy: trustOf(
            letsIn({
              Condition: {
                ArnEquals: { 'aws:SourceArn': ANCHOR.arn },
                StringEquals: {
                  'aws:SourceAccount': ACCOUNT,
                  'sts:SourceIdentity': 'CN=batch-01',
                  [CN]: 'batch-01',
                },
              },
            }),
          ),
        },
      },
      {},
    ],
    [
      'StringNotEquals on a tag that is missing',
      {
        profile: { attributeMappings: [] },
        role: {
          trustPolicy: trustOf(letsIn({ Condition: { StringNotEquals: { [CN]: 'evil' } } })),
        },
      },
      {},
    ],
    [
      'no tags, and no sts:TagSession',
      {
        profile: { attributeMappings: [] },
        role: {
          trustPolicy: trustOf(letsIn({ Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })),
        },
      },
      {},
    ],
  ];

  function sourceOf(...certificates: string[]) {
    return { source: { sourceType: 'CERTIFICATE_BUNDLE', certificates } } as const;
  }

  test.each(GRANTED)('%s', (_, parts, act) => {
    expect(refusalIn(play(parts, act))).toBe('granted');
  });
});

describe('the length of a session', () => {
  // roles-anywhere-vectors.json, duration (User Guide, CreateSession).
  const LENGTHS = [
    [3600, undefined, 3600, 3600],
    [3600, 43_200, 43_200, 3600],
    [43_200, 3600, 3600, 3600],
    [43_200, 43_200, 43_200, 43_200],
    [900, undefined, 3600, 900],
    [43_200, undefined, 3600, undefined],
  ] as const;

  test.each(LENGTHS)('profile %s, request %s, role %s: %s', (profile, asked, role, given) => {
    const trace = play(
      {
        profile: { durationSeconds: seconds(profile) },
        role: { maxSessionDuration: seconds(role) },
      },
      asked === undefined ? {} : { durationSeconds: seconds(asked) },
    );
    const key = keyIn(trace);
    const length = key?.kind === 'temporary' ? (key.expiresAt - key.issuedAt) / 1000 : undefined;
    expect(length).toBe(given);
  });

  test('goes on behind the end of the certificate', () => {
    const [parts, act] = weak({ notAfter: after(START, minutes(1)) });
    const key = keyIn(play(parts, act));
    expect(key).toMatchObject({ expiresAt: after(START, hours(1)) });
  });

  test('is an hour at most once the session assumes a further role: that is chaining', () => {
    const world = worldOf({
      profile: { durationSeconds: hours(12) },
      role: { maxSessionDuration: hours(12) },
    });
    const further = {
      ...BATCH_ROLE,
      arn: roleArn(ACCOUNT, 'Further'),
      trustPolicy: trustOf({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:*' }),
      maxSessionDuration: hours(12),
    };
    const account = world.accounts[ACCOUNT];
    if (!account) throw new Error('The world has its account');
    const trace = simulate(
      {
        ...world,
        accounts: {
          [ACCOUNT]: { ...account, roles: { ...account.roles, [further.arn]: further } },
        },
      },
      [
        createSession(),
        {
          id: 'further',
          kind: 'sts:AssumeRole',
          at: START,
          by: 'batch',
          to: 'sts',
          region: 'eu-central-1',
          credentials: { issuedBy: 'create-session' },
          roleArn: further.arn,
          roleSessionName: 'further',
          durationSeconds: seconds(3601),
        },
      ],
    );
    expect(trace.outcomes['create-session']?.kind).toBe('granted');
    expect(trace.outcomes['further']).toMatchObject({ rule: 'sts.duration-when-chained' });
  });
});

describe('the profile', () => {
  const LIMIT = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });

  test('gives its session policies to the session', () => {
    const trace = play({
      profile: {
        sessionPolicy: LIMIT,
        managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      },
    });
    const { owner } = keyIn(trace) ?? {};
    const policies = owner?.kind === 'role-session' ? owner.sessionPolicies : [];
    expect(policies.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'session session policy',
      'session AdministratorAccess',
    ]);
  });

  test('is the caller’s choice: one that lists the role without a limit gives a session without one', () => {
    const open = {
      ...PROFILE,
      arn: resourceArn('profile', { region: 'eu-central-1', account: ACCOUNT }, 'open'),
    };
    const limited = { ...PROFILE, sessionPolicy: LIMIT };
    const world = worldOf();
    const account = world.accounts[ACCOUNT];
    if (!account?.rolesAnywhere) throw new Error('The world has its account');
    const profiles = { [open.arn]: open, [limited.arn]: limited };
    const both = {
      ...world,
      accounts: {
        [ACCOUNT]: { ...account, rolesAnywhere: { ...account.rolesAnywhere, profiles } },
      },
    };
    const policiesOf = (profileArn: string): number => {
      const { owner } = keyIn(simulate(both, [createSession({ profileArn })])) ?? {};
      return owner?.kind === 'role-session' ? owner.sessionPolicies.length : -1;
    };
    expect([policiesOf(limited.arn), policiesOf(open.arn)]).toEqual([1, 0]);
  });
});
