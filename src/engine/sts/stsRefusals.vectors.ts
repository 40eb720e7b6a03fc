import type { RuleId } from '../rules.ts';
import {
  ACCOUNT,
  PARTNER,
  PARTNER_KEY,
  policyOf,
  REGION,
  says,
  sessionOf,
  START,
  trusts,
  USER,
  USER_KEY,
  withKey,
  withRole,
  withUser,
} from '../testWorld.fixture.ts';
import { after, hours, minutes, seconds } from '../time.ts';
import type { World } from '../world.ts';
import type { IdentityToken, SamlAssertion, StsAct } from './acts.ts';
import { mfaCode } from './mfaCode.ts';
import {
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
  USER_SESSION_KEY,
  withAccount,
} from './stsWorld.fixture.ts';

/** Test support, no part of the app: calls to STS that are refused, one row for each way. */

type Kind = StsAct['kind'];

export const KINDS = Object.keys(CALLS) as Kind[];
const SIGNED = KINDS.filter((kind) => 'credentials' in CALLS[kind]);

/** A call of a kind, with some of its fields changed; what the fields are is the test's to know. */
export const call = (kind: Kind, fields: object = {}): StsAct => ({ ...CALLS[kind], ...fields });

export const by = (key: { readonly id: string }) => ({ credentials: { keyId: key.id } });

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

export const saml = (fields: Partial<SamlAssertion>): StsAct =>
  call('sts:AssumeRoleWithSAML', { sAMLAssertion: { ...ASSERTION, ...fields } });
/** A thing without one of its optional parts. */
const without = <T extends object>(thing: T, name: keyof T): T =>
  Object.fromEntries(Object.entries(thing).filter(([each]) => each !== name)) as T;
export const attributes = (fields: Readonly<Record<string, string>>): StsAct =>
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
export const web = (fields: Partial<IdentityToken>): StsAct =>
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

export const tag = (key: string) => ({ key, value: 'x' });
export const assume = (fields: object) => call('sts:AssumeRole', fields);
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
export const off = { [REGION]: { enabled: true, stsActive: false } };
const DISABLED = `STS is not activated in this region for account:${ACCOUNT}. Your account administrator can activate STS in this region using the IAM Console.`;
export const inOrganization = (fields: object): World => {
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

export const STS_REFUSALS: readonly Row[] = [...WRONG, ...SHARED, ...CLOSED, ...IDENTITY, ...REST];
