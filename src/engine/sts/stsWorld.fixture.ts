import type { RoleArn } from '../arn.ts';
import { roleArn } from '../arn.ts';
import { uniqueId } from '../ids.ts';
import type { Policy, Statement } from '../policy/document.ts';
import {
  ACCOUNT,
  longTermKey,
  PARTNER,
  PARTNER_KEY,
  PARTNER_USER,
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
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, minutes } from '../time.ts';
import type { Account, Role, World } from '../world.ts';
import type { IdentityToken, SamlAssertion, StsAct } from './acts.ts';
import { encodeMessage } from './authorizationMessage.ts';

/** Test support, no part of the app: a world in which every operation of STS succeeds. */

export const DEVICE = `arn:aws:iam::${ACCOUNT}:mfa/build-server`;
export const SAML_PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/ExampleCorp`;
export const SAML_ROLE = roleArn(ACCOUNT, 'Employee');
export const OIDC_HOST = 'token.actions.githubusercontent.com';
export const OIDC_PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${OIDC_HOST}`;
export const OIDC_ROLE = roleArn(ACCOUNT, 'Deployment');
/** A role whose session may call every operation of STS that a session may call. */
export const OPERATOR = roleArn(ACCOUNT, 'Operator');
/** A role that lets sessions be tagged and given a source identity. */
export const TAGGED = roleArn(ACCOUNT, 'Tagged');
export const MANAGEMENT = '999999999999';
export const ADMIN = `arn:aws:iam::${MANAGEMENT}:user/admin` as const;
export const ISSUER = 'https://0000-1111.tokens.sts.global.api.aws';
export const TRADE_IN = 'trade-in-token-of-a-customer';

const EVERYTHING = policyOf('StsPolicy', 'identity', says('Allow', 'sts:*'));

const federated = (
  provider: string,
  action: string,
  condition: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: [action, 'sts:TagSession', 'sts:SetSourceIdentity'],
  ...(condition && { Condition: condition }),
});

/** A role of the first account, for up to 12 hours. */
export const roleWith = (arn: RoleArn, trust: Statement, ...policies: Policy[]): Role => ({
  arn,
  roleId: uniqueId('AROA', ACCOUNT, arn),
  trustPolicy: policyOf(`Trust of ${arn}`, 'trust', trust),
  policies,
  maxSessionDuration: hours(12),
  tags: {},
});

const known = WORLD.accounts[ACCOUNT];
const partner = WORLD.accounts[PARTNER];
if (!known || !partner) throw new Error('The test world has two accounts');
const user = known.users[USER];
const auditor = partner.users[PARTNER_USER];
if (!user || !auditor) throw new Error('The test world has two users');

const account: Account = {
  ...known,
  users: { [USER]: { ...user, policies: [...user.policies, EVERYTHING] } },
  roles: {
    ...known.roles,
    [SAML_ROLE]: roleWith(
      SAML_ROLE,
      federated(SAML_PROVIDER, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ),
    [OIDC_ROLE]: roleWith(
      OIDC_ROLE,
      federated(OIDC_PROVIDER, 'sts:AssumeRoleWithWebIdentity', {
        StringLike: { [`${OIDC_HOST}:sub`]: 'repo:example/app:*' },
      }),
    ),
    [OPERATOR]: roleWith(OPERATOR, trusts([USER, OPERATOR]), EVERYTHING),
    [TAGGED]: roleWith(TAGGED, {
      ...trusts([USER, OPERATOR, TAGGED]),
      Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'],
    }),
  },
  mfaDevices: [{ serialNumber: DEVICE, user: USER }],
  samlProviders: [
    { arn: SAML_PROVIDER, issuer: 'https://idp.example.com/saml', signingKeys: ['idp-2026'] },
  ],
  oidcProviders: [
    {
      arn: OIDC_PROVIDER,
      issuer: `https://${OIDC_HOST}`,
      signingKeys: ['github-1'],
      audiences: ['sts.amazonaws.com'],
    },
  ],
  outboundTokenIssuer: ISSUER,
};

const management: Account = {
  ...partner,
  id: MANAGEMENT,
  name: 'management',
  users: {
    [ADMIN]: {
      ...auditor,
      arn: ADMIN,
      userId: uniqueId('AIDA', MANAGEMENT, ADMIN),
      policies: [EVERYTHING],
    },
  },
};

export const ADMIN_KEY = longTermKey('admin', userPrincipal(ADMIN, MANAGEMENT), MANAGEMENT);
export const ROOT_KEY = longTermKey('root', { kind: 'root', account: ACCOUNT });
export const OPERATOR_KEY = temporaryKey('operator-session', sessionOf(OPERATOR));
export const USER_SESSION_KEY = temporaryKey('user-session', {
  ...userPrincipal(USER),
  kind: 'user-session',
});
export const FEDERATED_KEY = temporaryKey('federated', {
  kind: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: USER,
  sessionPolicies: [],
  tags: {},
  transitiveTagKeys: [],
});

const KEYS = [ADMIN_KEY, ROOT_KEY, OPERATOR_KEY, USER_SESSION_KEY, FEDERATED_KEY];

export const STS_WORLD: World = {
  ...WORLD,
  organization: {
    id: 'o-exampleorgid',
    managementAccount: MANAGEMENT,
    rootSessions: true,
    root: {
      id: 'r-root',
      name: 'Root',
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      units: [],
      accounts: [ACCOUNT, PARTNER, MANAGEMENT],
    },
  },
  accounts: {
    ...WORLD.accounts,
    [ACCOUNT]: account,
    [PARTNER]: {
      ...partner,
      users: {
        [PARTNER_USER]: { ...auditor, policies: [...auditor.policies, EVERYTHING] },
      },
    },
    [MANAGEMENT]: management,
  },
  accessKeys: {
    ...WORLD.accessKeys,
    ...Object.fromEntries(KEYS.map((key) => [key.id, key])),
  },
  delegations: {
    [TRADE_IN]: {
      partner: PARTNER,
      principal: userPrincipal(USER),
      policies: [policyOf('Delegated', 'identity', says('Allow', 's3:GetObject'))],
      sentAt: START,
      sessionDuration: hours(2),
      tokenExpiresAt: after(START, minutes(30)),
    },
  },
};

/** A SAML response that is taken. */
export const ASSERTION: SamlAssertion = {
  id: '_a1',
  issuer: 'https://idp.example.com/saml',
  audience: 'urn:amazon:webservices',
  recipient: 'https://signin.aws.amazon.com/saml',
  subject: 'jane@example.com',
  subjectType: 'persistent',
  issuedAt: START,
  notOnOrAfter: after(START, minutes(10)),
  signedBy: 'idp-2026',
  attributes: {
    'https://aws.amazon.com/SAML/Attributes/Role': [`${SAML_ROLE},${SAML_PROVIDER}`],
    'https://aws.amazon.com/SAML/Attributes/RoleSessionName': ['jane'],
  },
};

/** A web identity token that is taken. */
export const TOKEN: IdentityToken = {
  issuer: `https://${OIDC_HOST}`,
  subject: 'repo:example/app:ref:refs/heads/main',
  audience: 'sts.amazonaws.com',
  issuedAt: START,
  expiresAt: after(START, minutes(5)),
  algorithm: 'RS256',
  signedBy: 'github-1',
  claims: { repository: 'example/app' },
};

const common = { id: 'call', at: START, by: 'client', to: 'sts', region: REGION } as const;
const byUser = { ...common, credentials: { keyId: USER_KEY.id } } as const;

type Calls = { readonly [Kind in StsAct['kind']]: Extract<StsAct, { kind: Kind }> };

/** A call of every operation that is granted. */
export const CALLS: Calls = {
  'sts:AssumeRole': {
    ...byUser,
    kind: 'sts:AssumeRole',
    roleArn: TAGGED,
    roleSessionName: 'nightly-build',
  },
  'sts:AssumeRoleWithSAML': {
    ...common,
    kind: 'sts:AssumeRoleWithSAML',
    roleArn: SAML_ROLE,
    principalArn: SAML_PROVIDER,
    sAMLAssertion: ASSERTION,
  },
  'sts:AssumeRoleWithWebIdentity': {
    ...common,
    kind: 'sts:AssumeRoleWithWebIdentity',
    roleArn: OIDC_ROLE,
    roleSessionName: 'deploy',
    webIdentityToken: TOKEN,
  },
  'sts:AssumeRoot': {
    ...common,
    kind: 'sts:AssumeRoot',
    credentials: { keyId: ADMIN_KEY.id },
    targetPrincipal: ACCOUNT,
    taskPolicyArn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
  },
  'sts:DecodeAuthorizationMessage': {
    ...byUser,
    kind: 'sts:DecodeAuthorizationMessage',
    encodedMessage: encodeMessage(
      JSON.stringify({
        allowed: false,
        explicitDeny: true,
        matchedStatements: { items: [{ statementId: 'NoServers', effect: 'DENY' }] },
        failures: { items: [] },
        context: {
          principal: { arn: USER },
          action: 'ec2:RunInstances',
          resource: '*',
          conditions: { items: [] },
        },
      }),
    ),
  },
  'sts:GetAccessKeyInfo': {
    ...byUser,
    kind: 'sts:GetAccessKeyInfo',
    accessKeyId: 'ASIAY34FZKBOKMUTVV7A',
  },
  'sts:GetCallerIdentity': { ...byUser, kind: 'sts:GetCallerIdentity' },
  'sts:GetDelegatedAccessToken': {
    ...common,
    kind: 'sts:GetDelegatedAccessToken',
    credentials: { keyId: PARTNER_KEY.id },
    tradeInToken: TRADE_IN,
  },
  'sts:GetFederationToken': { ...byUser, kind: 'sts:GetFederationToken', name: 'bob' },
  'sts:GetSessionToken': { ...byUser, kind: 'sts:GetSessionToken' },
  'sts:GetWebIdentityToken': {
    ...byUser,
    kind: 'sts:GetWebIdentityToken',
    audience: ['https://api.example.com'],
    signingAlgorithm: 'ES384',
  },
};

/** The world with an account changed. */
export function withAccount(id: string, fields: Partial<Account>, world = STS_WORLD): World {
  const found = world.accounts[id];
  if (!found) throw new Error(`The test world has no account ${id}`);
  return { ...world, accounts: { ...world.accounts, [id]: { ...found, ...fields } } };
}
