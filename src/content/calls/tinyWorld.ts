import { roleArn, rootArn } from '#engine/arn.ts';
import { secretAccessKey, sessionToken, uniqueId } from '#engine/ids.ts';
import type { Statement } from '#engine/policy/document.ts';
import { principalAccount } from '#engine/principal.ts';
import type { Principal } from '#engine/principal.ts';
import { promised } from '#engine/never.ts';
import { after, at, hours } from '#engine/time.ts';
import type { AccessKey, TemporaryKey, World } from '#engine/world.ts';

import { account, document, policy, role, user, userKey, world } from '../scenarios/build.ts';
import type { Caller, Choices } from './choices.ts';

/** The smallest world in which every call can be tried: one caller, one account beside the caller's, one member account. */

export const NOW = at('2026-01-15T12:00:00Z');
export const REGION = 'eu-central-1';

export const OWN = '111122223333';
export const OTHER = '444455556666';
export const MEMBER = '555566667777';
const MANAGEMENT = '999999999999';

export const ROLE_NAME = 'Reports';
export const SAML_ISSUER = 'https://idp.example.com/saml';
export const OIDC_ISSUER = 'https://token.actions.githubusercontent.com';
export const EKS_ISSUER = `https://oidc.eks.${REGION}.amazonaws.com/id/EXAMPLE0CLUSTER`;
export const COGNITO = 'cognito-identity.amazonaws.com';
/** The services that the open role lets in. */
export const SERVICES = [
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'pods.eks.amazonaws.com',
  'rolesanywhere.amazonaws.com',
  'ssm.amazonaws.com',
] as const;
export type ServicePrincipal = (typeof SERVICES)[number];
export const TRADE_IN_TOKEN = 'trade-in-EXAMPLE';

export const samlProvider = (id: string) => `arn:aws:iam::${id}:saml-provider/CorporateDirectory`;
export const oidcProvider = (id: string, issuer: string) =>
  `arn:aws:iam::${id}:oidc-provider/${issuer.replace('https://', '')}`;

const ANA = user(OWN, 'ana');
export const ANA_KEY = userKey(ANA);
export const MFA_DEVICE = `arn:aws:iam::${OWN}:mfa/ana-phone`;

/** What a statement says where a policy demands MFA. */
const demands = (mfa: Choices['mfa']): Pick<Statement, 'Condition'> =>
  mfa === 'yes' ? { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } } : {};

const everything = (mfa: Choices['mfa']) =>
  policy(
    'CallerPolicy',
    'identity',
    document({ Effect: 'Allow', Action: '*', Resource: '*', ...demands(mfa) }),
  );

/** A role that trusts everybody on this page; its sessions may last twelve hours. */
const openRole = (id: string, mfa: Choices['mfa']) =>
  role(id, ROLE_NAME, {
    trustPolicy: {
      ...policy(
        `${ROLE_NAME}Trust${id}`,
        'trust',
        document(
          {
            Effect: 'Allow',
            Principal: { AWS: rootArn(OWN) },
            Action: 'sts:AssumeRole',
            ...demands(mfa),
          },
          {
            Effect: 'Allow',
            Principal: { Federated: samlProvider(id) },
            Action: 'sts:AssumeRoleWithSAML',
            ...demands(mfa),
          },
          {
            Effect: 'Allow',
            Principal: {
              Federated: [oidcProvider(id, OIDC_ISSUER), oidcProvider(id, EKS_ISSUER), COGNITO],
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            ...demands(mfa),
          },
          { Effect: 'Allow', Principal: { Service: SERVICES }, Action: 'sts:AssumeRole' },
        ),
      ),
      name: `${ROLE_NAME}Trust`,
    },
    policies: [
      policy(`Reads${id}`, 'identity', document({ Effect: 'Allow', Action: '*', Resource: '*' })),
    ],
    maxSessionDuration: hours(12),
  });

const WORKER = roleArn(OWN, 'Worker');

/** Who each caller is; those that sign nothing are none. */
function principalOf(caller: Caller, mfa: Choices['mfa']): Principal | undefined {
  const baggage = { tags: {}, transitiveTagKeys: [] } as const;
  switch (caller) {
    case 'user':
      return ANA_KEY.owner;
    case 'root':
      return { kind: 'root', account: OWN };
    case 'role':
      return {
        kind: 'role-session',
        role: WORKER,
        roleId: uniqueId('AROA', OWN, WORKER),
        sessionName: 'worker',
        via: 'AssumeRole',
        sessionPolicies: [],
        ...baggage,
      };
    case 'user-session':
      return {
        kind: 'user-session',
        arn: ANA.arn,
        userId: ANA.userId,
        ...(mfa === 'yes' && { mfaAt: NOW }),
      };
    case 'federated-user':
      return {
        kind: 'federated-user',
        arn: `arn:aws:sts::${OWN}:federated-user/guest`,
        user: ANA.arn,
        userId: ANA.userId,
        sessionPolicies: [{ ...everything('no'), type: 'session' }],
        ...baggage,
      };
    case 'service':
    case 'none':
      return undefined;
  }
}

/** A temporary key for twelve hours. */
export const temporaryKey = (label: string, owner: Principal): TemporaryKey => {
  const id = promised(principalAccount(owner), 'who has a key has an account');
  return {
    kind: 'temporary',
    id: uniqueId('ASIA', id, label),
    secretAccessKey: secretAccessKey(label),
    sessionToken: sessionToken(label),
    owner,
    issuedAt: NOW,
    expiresAt: after(NOW, hours(12)),
    issuedBy: label,
  };
};

/** The key a caller signs with; undefined for a caller that has none. */
export function callerKey(caller: Caller, mfa: Choices['mfa']): AccessKey | undefined {
  if (caller === 'user') return ANA_KEY;
  const owner = principalOf(caller, mfa);
  if (!owner) return undefined;
  if (owner.kind !== 'root') return temporaryKey(caller, owner);
  return { ...ANA_KEY, id: uniqueId('AKIA', OWN, 'root'), owner };
}

/** The world in which the choices are tried. */
export function tinyWorld({ caller, from, mfa }: Pick<Choices, 'caller' | 'from' | 'mfa'>): World {
  const key = callerKey(caller, mfa);
  const isManaging = from === 'management';
  const providersOf = (id: string) => ({
    samlProviders: [{ arn: samlProvider(id), issuer: SAML_ISSUER, signingKeys: ['saml-key'] }],
    oidcProviders: [OIDC_ISSUER, EKS_ISSUER].map((issuer) => ({
      arn: oidcProvider(id, issuer),
      issuer,
      signingKeys: ['oidc-key'],
      audiences: ['sts.amazonaws.com'],
    })),
  });
  const own = account(OWN, 'own', REGION, {
    ...providersOf(OWN),
    users: [{ ...ANA, policies: [everything(mfa)] }],
    roles: [openRole(OWN, mfa), workerRole(mfa)],
    mfaDevices: [{ serialNumber: MFA_DEVICE, user: ANA.arn }],
    outboundTokenIssuer: 'https://example.tokens.sts.global.api.aws',
  });
  const other = account(OTHER, 'other', REGION, {
    ...providersOf(OTHER),
    roles: [openRole(OTHER, mfa)],
  });
  const accounts = [own, other, account(MEMBER, 'member', REGION)];
  const tiny = world(NOW, accounts, [], {
    organization: {
      id: 'o-exampleorgid',
      managementAccount: isManaging ? OWN : MANAGEMENT,
      root: {
        id: 'r-root',
        name: 'Root',
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        units: [],
        accounts: isManaging ? [OTHER, MEMBER] : [OWN, OTHER, MEMBER],
      },
      rootSessions: true,
    },
    ...(from === 'partner' && { delegations: { [TRADE_IN_TOKEN]: DELEGATION } }),
  });
  return key ? { ...tiny, accessKeys: { [key.id]: key } } : tiny;
}

const workerRole = (mfa: Choices['mfa']) =>
  role(OWN, 'Worker', {
    trustPolicy: policy(
      'WorkerTrust',
      'trust',
      document({ Effect: 'Allow', Principal: { AWS: rootArn(OWN) }, Action: 'sts:AssumeRole' }),
    ),
    policies: [everything(mfa)],
  });

/** What a customer in the other account has delegated to the caller's account, for an hour. */
const DELEGATION = {
  partner: OWN,
  principal: {
    kind: 'role-session',
    role: roleArn(OTHER, ROLE_NAME),
    roleId: uniqueId('AROA', OTHER, roleArn(OTHER, ROLE_NAME)),
    sessionName: 'customer',
    via: 'AssumeRole',
    sessionPolicies: [],
    tags: {},
    transitiveTagKeys: [],
  },
  policies: [],
  sentAt: NOW,
  sessionDuration: hours(1),
  tokenExpiresAt: after(NOW, hours(1)),
} as const;
