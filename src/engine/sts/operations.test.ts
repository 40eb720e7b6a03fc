import { describe, expect, test } from 'vitest';

import type { Principal } from '../principal.ts';
import type { RuleId } from '../rules.ts';
import { simulate } from '../everything.fixture.ts';
import {
  ACCOUNT,
  longTermKey,
  PARTNER,
  PARTNER_KEY,
  PIPELINE_KEY,
  policyOf,
  REGION,
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
import { after, hours, minutes, seconds } from '../time.ts';
import { outcomeOf } from '../trace.ts';
import type { Trace } from '../trace.ts';
import type { TemporaryKey, World } from '../world.ts';
import type { IdentityToken, SamlAssertion, StsAct } from './acts.ts';
import { mfaCode } from './mfa.ts';
import { OPERATIONS } from './operations.ts';
import {
  ADMIN_KEY,
  ASSERTION,
  CALLS,
  DEVICE,
  FEDERATED_KEY,
  MANAGEMENT,
  OIDC_PROVIDER,
  OIDC_ROLE,
  OPERATOR,
  OPERATOR_KEY,
  ROOT_KEY,
  SAML_ROLE,
  STS_WORLD,
  TAGGED,
  TOKEN,
  TRADE_IN,
  USER_SESSION_KEY,
  withAccount,
} from './stsWorld.fixture.ts';

type Kind = StsAct['kind'];

const KINDS = Object.keys(CALLS) as Kind[];
const SIGNED = KINDS.filter((kind) => 'credentials' in CALLS[kind]);

/** A call of a kind, with some of its fields changed; what the fields are is the test's to know. */
const call = (kind: Kind, fields: object = {}): StsAct => ({ ...CALLS[kind], ...fields });

const play = (act: StsAct, world: World = STS_WORLD): Trace => simulate(world, [act]);

const by = (key: { readonly id: string }) => ({ credentials: { keyId: key.id } });

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

type Row = readonly [
  name: string,
  rule: RuleId,
  act: StsAct,
  code: string,
  message: string | RegExp,
  world?: World,
];

const UNKNOWN = 'The security token included in the request is invalid';

/** What any signed call can meet. */
const SHARED: readonly Row[] = SIGNED.flatMap((kind): readonly Row[] => [
  [
    `${kind}: a clock 16 minutes slow`,
    'sts.signature-current',
    call(kind),
    'SignatureDoesNotMatch',
    'Signature expired: 20260115T114400Z is now earlier than 20260115T114500Z (20260115T120000Z - 15 min.)',
    { ...STS_WORLD, clockSkew: { client: seconds(-960) } },
  ],
  [
    `${kind}: an unknown key`,
    'sts.caller-authenticated',
    call(kind, by({ id: 'AKIAIOSFODNN7EXAMPLE' })),
    'InvalidClientTokenId',
    UNKNOWN,
  ],
  [
    `${kind}: an inactive key`,
    'sts.caller-authenticated',
    call(kind, by(USER_KEY)),
    'InvalidClientTokenId',
    UNKNOWN,
    withKey(STS_WORLD, { ...USER_KEY, status: 'Inactive' }),
  ],
  [
    `${kind}: an expired session`,
    'sts.caller-authenticated',
    call(kind, by(OPERATOR_KEY)),
    'ExpiredToken',
    'The security token included in the request is expired',
    withKey(STS_WORLD, { ...OPERATOR_KEY, expiresAt: after(START, seconds(-1)) }),
  ],
  [
    `${kind}: a token of version 1 in an opt-in Region`,
    'sts.caller-authenticated',
    call(kind, { ...by(OPERATOR_KEY), region: 'af-south-1' }),
    'InvalidClientTokenId',
    UNKNOWN,
    withKey(
      withAccount(ACCOUNT, {
        regions: { 'af-south-1': { enabled: true, stsActive: true, optIn: true } },
      }),
      { ...OPERATOR_KEY, tokenVersion: 1 },
    ),
  ],
  [
    `${kind}: another secret`,
    'sts.signature-matches',
    call(kind, { signedWith: 'not-the-secret' }),
    'SignatureDoesNotMatch',
    /^The request signature we calculated does not match/,
  ],
]);

const CLOSED: readonly Row[] = (
  [
    ['sts:AssumeRole', ROOT_KEY, 'Roles may not be assumed by root accounts.'],
    ['sts:AssumeRole', FEDERATED_KEY, 'Cannot call AssumeRole with these credentials'],
    ['sts:AssumeRoot', ROOT_KEY, 'Cannot call AssumeRoot with these credentials'],
    ['sts:DecodeAuthorizationMessage', USER_SESSION_KEY, /^Cannot call DecodeAuthorizationMessage/],
    ['sts:GetAccessKeyInfo', FEDERATED_KEY, /^Cannot call GetAccessKeyInfo/],
    ['sts:GetDelegatedAccessToken', USER_SESSION_KEY, /^Cannot call GetDelegatedAccessToken/],
    [
      'sts:GetFederationToken',
      OPERATOR_KEY,
      'Cannot call GetFederationToken with session credentials',
    ],
    ['sts:GetSessionToken', OPERATOR_KEY, 'Cannot call GetSessionToken with session credentials'],
    [
      'sts:GetSessionToken',
      USER_SESSION_KEY,
      'Cannot call GetSessionToken with session credentials',
    ],
    ['sts:GetWebIdentityToken', FEDERATED_KEY, /^Cannot call GetWebIdentityToken/],
  ] as const
).map(([kind, key, message]) => [
  `${kind}: called with ${key.owner.kind}`,
  'sts.caller-kind',
  call(kind, by(key)),
  'AccessDenied',
  message,
]);

const under900 = (field: string, value: string, min: string) =>
  `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must have ${min}`;

const WRONG: readonly Row[] = (
  [
    [
      'sts:AssumeRole',
      { durationSeconds: seconds(600) },
      under900('durationSeconds', '600', 'value greater than or equal to 900'),
    ],
    [
      'sts:AssumeRole',
      { tokenCode: '' },
      under900('tokenCode', '', 'length greater than or equal to 6'),
    ],
    [
      'sts:AssumeRole',
      { externalId: 'a' },
      under900('externalId', 'a', 'length greater than or equal to 2'),
    ],
    [
      'sts:AssumeRole',
      { sourceIdentity: 'x' },
      under900('sourceIdentity', 'x', 'length greater than or equal to 2'),
    ],
    [
      'sts:AssumeRole',
      { tags: [{ key: '', value: '' }] },
      /^2 validation errors detected: Value '' at 'tags\.1\.member\.key'/,
    ],
    [
      'sts:AssumeRole',
      { tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })) },
      /length less than or equal to 50$/,
    ],
    [
      'sts:AssumeRole',
      { providedContexts: [{ providerArn: 'short', contextAssertion: 'long enough' }] },
      /'providedContexts\.1\.member\.providerArn'/,
    ],
    [
      'sts:AssumeRole',
      { minimumSessionTokenSize: 4097 },
      /'minimumSessionTokenSize' failed to satisfy constraint: Member must have value less than or equal to 4096$/,
    ],
    [
      'sts:AssumeRole',
      { roleArn: '' },
      /^2 validation errors detected: Value '' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\u0009/,
    ],
    [
      'sts:AssumeRoleWithSAML',
      { principalArn: 'not-an-arn-but-long-enough' },
      'not-an-arn-but-long-enough is invalid',
    ],
    ['sts:AssumeRoleWithSAML', { policy: 'x'.repeat(2049) }, /less than or equal to 2048$/],
    [
      'sts:AssumeRoleWithWebIdentity',
      { webIdentityToken: 'x' },
      under900('webIdentityToken', 'x', 'length greater than or equal to 4'),
    ],
    ['sts:AssumeRoot', { durationSeconds: seconds(901) }, /less than or equal to 900$/],
    ['sts:DecodeAuthorizationMessage', { encodedMessage: '' }, /greater than or equal to 1$/],
    [
      'sts:GetAccessKeyInfo',
      { accessKeyId: 'AKIA' },
      under900('accessKeyId', 'AKIA', 'length greater than or equal to 16'),
    ],
    ['sts:GetFederationToken', { name: 'x'.repeat(33) }, /less than or equal to 32$/],
    ['sts:GetFederationToken', { durationSeconds: hours(37) }, /less than or equal to 129600$/],
    [
      'sts:GetSessionToken',
      { durationSeconds: seconds(899) },
      under900('durationSeconds', '899', 'value greater than or equal to 900'),
    ],
    ['sts:GetWebIdentityToken', { signingAlgorithm: 'HS256' }, /enum value set: \[ES384, RS256\]$/],
    [
      'sts:GetWebIdentityToken',
      { audience: [] },
      /'audience' failed to satisfy constraint: Member must have length greater than or equal to 1$/,
    ],
  ] as const
).map(([kind, fields, message]) => [
  `${kind}: ${JSON.stringify(fields).slice(0, 60)}`,
  'sts.parameters-valid',
  call(kind, fields),
  'ValidationError',
  message,
]);

const saml = (fields: Partial<SamlAssertion>): StsAct =>
  call('sts:AssumeRoleWithSAML', { sAMLAssertion: { ...ASSERTION, ...fields } });
/** A thing without one of its optional parts. */
const without = <T extends object>(thing: T, name: keyof T): T =>
  Object.fromEntries(Object.entries(thing).filter(([each]) => each !== name)) as T;
const attributes = (fields: Readonly<Record<string, string>>): StsAct =>
  saml({
    attributes: {
      ...ASSERTION.attributes,
      ...Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          `https://aws.amazon.com/SAML/Attributes/${name}`,
          [value],
        ]),
      ),
    },
  });
const web = (fields: Partial<IdentityToken>): StsAct =>
  call('sts:AssumeRoleWithWebIdentity', { webIdentityToken: { ...TOKEN, ...fields } });
const [oidc] = STS_WORLD.accounts[ACCOUNT]?.oidcProviders ?? [];
if (!oidc) throw new Error('The world has an OIDC provider');
const withOidc = (fields: Partial<typeof oidc>): World =>
  withAccount(ACCOUNT, { oidcProviders: [{ ...oidc, ...fields }] });
const NO_SAML = 'Not authorized to perform sts:AssumeRoleWithSAML';
const NO_WEB = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';
const EPOCH = START / 1000;

const IDENTITY: readonly Row[] = [
  [
    'no base64',
    'sts.token-readable',
    call('sts:AssumeRoleWithSAML', { sAMLAssertion: '****' }),
    'InvalidIdentityToken',
    /SAMLResponse$/,
  ],
  [
    'no such provider',
    'sts.provider-found',
    call('sts:AssumeRoleWithSAML'),
    'InvalidIdentityToken',
    "Specified provider doesn't exist.",
    withAccount(ACCOUNT, { samlProviders: [] }),
  ],
  [
    'another issuer',
    'sts.token-signed',
    saml({ issuer: 'https://evil.example' }),
    'InvalidIdentityToken',
    'Issuer not present in specified provider',
  ],
  [
    'an unknown key',
    'sts.token-signed',
    saml({ signedBy: 'somebody' }),
    'InvalidIdentityToken',
    'Response signature invalid',
  ],
  ['a failed sign-in', 'sts.token-unrejected', saml({ isSuccess: false }), 'IDPRejectedClaim', /./],
  [
    'another audience',
    'sts.token-audience',
    saml({ audience: 'urn:other' }),
    'InvalidIdentityToken',
    'Response does not contain the required audience.',
  ],
  [
    'older than 5 minutes',
    'sts.token-current',
    saml({ issuedAt: after(START, minutes(-5)) }),
    'ExpiredTokenException',
    'Token must be redeemed within 5 minutes of issuance',
  ],
  [
    'past NotOnOrAfter',
    'sts.token-current',
    saml({ notOnOrAfter: START }),
    'ExpiredTokenException',
    'Response has expired',
  ],
  [
    'no session name',
    'sts.assertion-complete',
    attributes({ RoleSessionName: '' }),
    'InvalidIdentityToken',
    'RoleSessionName is required in AuthnResponse',
  ],
  [
    'a bad session name',
    'sts.assertion-complete',
    attributes({ RoleSessionName: 'a b' }),
    'InvalidIdentityToken',
    'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
  ],
  [
    'a bad source identity',
    'sts.assertion-complete',
    attributes({ SourceIdentity: 'aws:x' }),
    'InvalidIdentityToken',
    'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
  ],
  [
    'no NameID',
    'sts.assertion-complete',
    call('sts:AssumeRoleWithSAML', { sAMLAssertion: without(ASSERTION, 'subject') }),
    'AccessDenied',
    NO_SAML,
  ],
  [
    'another role',
    'sts.assertion-complete',
    attributes({ Role: `${TAGGED},arn` }),
    'AccessDenied',
    NO_SAML,
  ],
  [
    'another recipient',
    'sts.federation-allowed',
    saml({ recipient: 'https://elsewhere.example' }),
    'AccessDenied',
    NO_SAML,
  ],
  [
    'over the role’s maximum',
    'sts.duration-within-role',
    call('sts:AssumeRoleWithSAML', { durationSeconds: seconds(3601) }),
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    withRole(STS_WORLD, SAML_ROLE, { maxSessionDuration: hours(1) }),
  ],
  [
    'no JWT',
    'sts.token-readable',
    call('sts:AssumeRoleWithWebIdentity', { webIdentityToken: 'a.b.c' }),
    'InvalidIdentityToken',
    /JWT/,
  ],
  [
    'no such issuer',
    'sts.provider-found',
    web({ issuer: 'https://other.example' }),
    'InvalidIdentityToken',
    'No OpenIDConnect provider found in your account for https://other.example',
  ],
  [
    'no answer from the provider',
    'sts.keys-available',
    web({}),
    'IDPCommunicationError',
    /./,
    withOidc({ jwks: 'unreachable' }),
  ],
  [
    'no key list',
    'sts.keys-available',
    web({}),
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    withOidc({ jwks: 'unreadable' }),
  ],
  [
    'no signature',
    'sts.token-signed',
    call('sts:AssumeRoleWithWebIdentity', { webIdentityToken: without(TOKEN, 'signedBy') }),
    'InvalidIdentityToken',
    /./,
  ],
  [
    'an algorithm STS does not take',
    'sts.token-signed',
    web({ algorithm: 'HS256' }),
    'InvalidIdentityToken',
    /./,
  ],
  [
    'a token taken back',
    'sts.token-unrejected',
    web({}),
    'IDPRejectedClaim',
    /./,
    withOidc({ rejectedSubjects: [TOKEN.subject] }),
  ],
  [
    'another client id',
    'sts.token-audience',
    web({ audience: ['x', 'y'] }),
    'InvalidIdentityToken',
    'Incorrect token audience',
  ],
  [
    'past exp',
    'sts.token-current',
    web({ expiresAt: START }),
    'ExpiredTokenException',
    `Token expired: current date/time ${EPOCH} must be before the expiration date/time${EPOCH}`,
  ],
  [
    'another repository',
    'sts.federation-allowed',
    web({ subject: 'repo:evil/app:ref:x' }),
    'AccessDenied',
    NO_WEB,
  ],
  [
    'trust for the wrong action',
    'sts.federation-allowed',
    web({}),
    'AccessDenied',
    NO_WEB,
    withRole(STS_WORLD, OIDC_ROLE, {
      trustPolicy: policyOf('Trust', 'trust', {
        Effect: 'Allow',
        Principal: { Federated: OIDC_PROVIDER },
        Action: 'sts:AssumeRole',
      }),
    }),
  ],
];

const tag = (key: string) => ({ key, value: 'x' });
const assume = (fields: object) => call('sts:AssumeRole', fields);
const ONLY_ASSUME = withRole(STS_WORLD, TAGGED, {
  trustPolicy: policyOf('Trust', 'trust', trusts([USER, OPERATOR])),
});
const mfa = (fields: object) => assume(fields);
const MFA = 'MultiFactorAuthentication failed';
const NO_TAGS: World = withUser(STS_WORLD, USER, {
  policies: [
    policyOf('P', 'identity', says('Allow', ['sts:GetFederationToken', 'sts:GetWebIdentityToken'])),
  ],
});
const ALLOWED_NOTHING = withUser(STS_WORLD, USER, { policies: [] });
const HANDED = withKey(STS_WORLD, {
  ...OPERATOR_KEY,
  owner: sessionOf(OPERATOR, {
    tags: { Project: 'x' },
    transitiveTagKeys: ['Project'],
    sourceIdentity: 'jane',
  }),
});
const off = { [REGION]: { enabled: true, stsActive: false } };
const DISABLED = `STS is not activated in this region for account:${ACCOUNT}. Your account administrator can activate STS in this region using the IAM Console.`;
const inOrganization = (fields: object): World => {
  const { organization } = STS_WORLD;
  if (!organization) throw new Error('The world has an organization');
  return { ...STS_WORLD, organization: { ...organization, ...fields } };
};
const notAllowed = (action: string, where = '') =>
  `User: ${USER} is not authorized to perform: ${action}${where} because no identity-based policy allows the ${action} action`;

const REST: readonly Row[] = [
  [
    'STS is off in the Region',
    'sts.region-active',
    assume({}),
    'RegionDisabledException',
    DISABLED,
    withAccount(ACCOUNT, { regions: off }),
  ],
  [
    'STS is off for the caller, in an opt-in Region',
    'sts.region-active',
    assume({ ...by(PARTNER_KEY) }),
    'RegionDisabledException',
    DISABLED.replace(ACCOUNT, PARTNER),
    withAccount(PARTNER, {
      regions: { [REGION]: { enabled: false, stsActive: false, optIn: true } },
    }),
  ],
  [
    'the global endpoint',
    'sts.endpoint-serves',
    call('sts:AssumeRoot', { endpoint: 'global' }),
    'InvalidAction',
    /./,
  ],
  [
    'the global endpoint, for a token',
    'sts.endpoint-serves',
    call('sts:GetWebIdentityToken', { endpoint: 'global' }),
    'InvalidAction',
    /./,
  ],
  [
    'a serial number alone',
    'sts.mfa-proved',
    mfa({ serialNumber: DEVICE }),
    'AccessDenied',
    `${MFA}, must provide both MFA serial number and one time pass code.`,
  ],
  [
    'a code alone',
    'sts.mfa-proved',
    call('sts:GetSessionToken', { tokenCode: '123456' }),
    'AccessDenied',
    `${MFA}, must provide both MFA serial number and one time pass code.`,
  ],
  [
    'a device of somebody else',
    'sts.mfa-proved',
    mfa({ serialNumber: `${DEVICE}2`, tokenCode: '123456' }),
    'AccessDenied',
    `${MFA}, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.`,
  ],
  [
    'a wrong code',
    'sts.mfa-proved',
    mfa({ serialNumber: DEVICE, tokenCode: '000000' }),
    'AccessDenied',
    `${MFA} with invalid MFA one time pass code.`,
  ],
  [
    'a code of two minutes ago',
    'sts.mfa-proved',
    mfa({ serialNumber: DEVICE, tokenCode: mfaCode(DEVICE, after(START, minutes(-2))) }),
    'AccessDenied',
    `${MFA} with invalid MFA one time pass code.`,
  ],
  [
    'a session policy that does not parse',
    'sts.session-policies-valid',
    assume({ policy: '{' }),
    'MalformedPolicyDocument',
    /./,
  ],
  [
    'a managed policy of another account',
    'sts.session-policies-valid',
    assume({ policyArns: [`arn:aws:iam::${PARTNER}:policy/Theirs`] }),
    'ValidationError',
    /./,
  ],
  [
    'two tags of one key',
    'sts.tags-consistent',
    assume({ tags: [tag('Project'), tag('project')] }),
    'InvalidParameterValue',
    'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  ],
  [
    'a transitive key that is no tag',
    'sts.tags-consistent',
    assume({ transitiveTagKeys: ['Project'] }),
    'InvalidParameterValue',
    'The specified transitive tag key must be included in the requested tags.',
  ],
  [
    'a tag that was handed down',
    'sts.tags-consistent',
    assume({ ...by(OPERATOR_KEY), tags: [tag('PROJECT')] }),
    'InvalidParameterValue',
    /conflicts with a transitive tag key from the calling session\.$/,
    HANDED,
  ],
  [
    'another source identity',
    'sts.source-identity-kept',
    assume({ ...by(OPERATOR_KEY), sourceIdentity: 'john' }),
    'AccessDenied',
    /./,
    HANDED,
  ],
  [
    'no sts:TagSession in the trust policy',
    'sts.tag-session-allowed',
    assume({ tags: [tag('a')] }),
    'AccessDenied',
    /sts:TagSession/,
    ONLY_ASSUME,
  ],
  [
    'no sts:TagSession for inherited tags',
    'sts.tag-session-allowed',
    assume(by(OPERATOR_KEY)),
    'AccessDenied',
    /sts:TagSession/,
    withKey(ONLY_ASSUME, {
      ...OPERATOR_KEY,
      owner: sessionOf(OPERATOR, { tags: { a: 'b' }, transitiveTagKeys: ['a'] }),
    }),
  ],
  [
    'no sts:SetSourceIdentity',
    'sts.source-identity-allowed',
    assume({ sourceIdentity: 'jane' }),
    'AccessDenied',
    /sts:SetSourceIdentity/,
    ONLY_ASSUME,
  ],
  [
    'no sts:SetContext',
    'sts.context-allowed',
    assume({
      providedContexts: [
        {
          providerArn: 'arn:aws:iam::aws:contextProvider/IdentityCenter',
          contextAssertion: 'asserted',
        },
      ],
    }),
    'AccessDenied',
    /sts:SetContext/,
    ONLY_ASSUME,
  ],
  [
    'too much to pack',
    'sts.packed-size',
    assume({ tags: Array.from({ length: 30 }, (_, index) => tag(`k${index}`)) }),
    'PackedPolicyTooLarge',
    /^Packed size of session tags consumes \d+% of allotted space\.$/,
  ],
  [
    'a policy too large',
    'sts.packed-size',
    assume({
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'x'.repeat(1200)}` },
        ],
      }),
    }),
    'PackedPolicyTooLarge',
    /^Packed policy consumes \d+% of allotted space, please use smaller policy\.$/,
  ],
  [
    'no permission for GetFederationToken',
    'sts.action-allowed',
    call('sts:GetFederationToken'),
    'AccessDenied',
    notAllowed(
      'sts:GetFederationToken',
      ` on resource: arn:aws:sts::${ACCOUNT}:federated-user/bob`,
    ),
    ALLOWED_NOTHING,
  ],
  [
    'no permission to tag a federated user',
    'sts.tag-session-allowed',
    call('sts:GetFederationToken', { tags: [tag('a')] }),
    'AccessDenied',
    /sts:TagSession/,
    NO_TAGS,
  ],
  [
    'no permission for GetAccessKeyInfo',
    'sts.action-allowed',
    call('sts:GetAccessKeyInfo'),
    'AccessDenied',
    notAllowed('sts:GetAccessKeyInfo'),
    ALLOWED_NOTHING,
  ],
  [
    'no permission for DecodeAuthorizationMessage',
    'sts.action-allowed',
    call('sts:DecodeAuthorizationMessage'),
    'AccessDenied',
    notAllowed('sts:DecodeAuthorizationMessage'),
    ALLOWED_NOTHING,
  ],
  [
    'no permission for GetWebIdentityToken',
    'sts.action-allowed',
    call('sts:GetWebIdentityToken'),
    'AccessDenied',
    notAllowed('sts:GetWebIdentityToken'),
    ALLOWED_NOTHING,
  ],
  [
    'no permission to tag a token',
    'sts.tag-token-allowed',
    call('sts:GetWebIdentityToken', { tags: [tag('a')] }),
    'AccessDenied',
    notAllowed('sts:TagGetWebIdentityToken'),
    NO_TAGS,
  ],
  [
    'a key id without an account',
    'sts.key-known',
    call('sts:GetAccessKeyInfo', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE_' }),
    'ValidationError',
    /./,
  ],
  [
    'a message with a line break',
    'sts.message-decodable',
    call('sts:DecodeAuthorizationMessage', { encodedMessage: 'ab\ncd' }),
    'InvalidAuthorizationMessageException',
    /./,
  ],
  [
    'outbound federation is off',
    'sts.outbound-enabled',
    call('sts:GetWebIdentityToken', by(PARTNER_KEY)),
    'OutboundWebIdentityFederationDisabledException',
    /./,
  ],
  [
    'a token longer than the session',
    'sts.token-within-session',
    call('sts:GetWebIdentityToken', { ...by(OPERATOR_KEY), durationSeconds: seconds(3600) }),
    'SessionDurationEscalationException',
    /./,
    withKey(STS_WORLD, { ...OPERATOR_KEY, expiresAt: after(START, minutes(30)) }),
  ],
  [
    'no such task',
    'sts.task-known',
    call('sts:AssumeRoot', { taskPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    'ValidationError',
    /./,
  ],
  [
    'root sessions are off',
    'sts.root-access-central',
    call('sts:AssumeRoot'),
    'AccessDenied',
    /sts:AssumeRoot/,
    inOrganization({ rootSessions: false }),
  ],
  [
    'a caller of a member account',
    'sts.root-access-central',
    call('sts:AssumeRoot', by(USER_KEY)),
    'AccessDenied',
    /sts:AssumeRoot/,
  ],
  [
    'the management account as target',
    'sts.root-access-central',
    call('sts:AssumeRoot', { targetPrincipal: MANAGEMENT }),
    'AccessDenied',
    /sts:AssumeRoot/,
  ],
  [
    'no trade-in token of this partner',
    'sts.trade-in-known',
    call('sts:GetDelegatedAccessToken', by(USER_KEY)),
    'ValidationError',
    /./,
  ],
  [
    'a trade too late',
    'sts.trade-in-current',
    call('sts:GetDelegatedAccessToken', { at: after(START, minutes(31)) }),
    'ExpiredTradeInTokenException',
    /./,
  ],
];

const ROWS = [...WRONG, ...SHARED, ...CLOSED, ...IDENTITY, ...REST];

/** What was wanted, where a text fits it; else the text. */
const fitted = (text: string, wanted: string | RegExp): string | RegExp =>
  wanted instanceof RegExp && wanted.test(text) ? wanted : text;

describe('a call to STS is refused:', () => {
  test.each(ROWS.map((row) => [row[0], row[1], row] as const))('%s (%s)', (_, rule, row) => {
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
  });

  test('for every rule of STS that is not AssumeRole’s alone, somewhere', () => {
    const refusing = new Set<string>(ROWS.map(([, rule]) => rule));
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
