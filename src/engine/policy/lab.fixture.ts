import { roleArn, userArn } from '../arn.ts';
import type { Principal } from '../principal.ts';
import { at, hours } from '../time.ts';
import { emptyAccount } from '../world.ts';
import type { Account, OrganizationalUnit, World } from '../world.ts';
import { decide } from './decide.ts';
import type { AccessRequest, Decision } from './decide.ts';
import type { Policy, PolicyType, Statement } from './document.ts';

/** Two accounts, a caller of each kind and a resource: tests state only the policies that matter to them. */

export const HOME = '111122223333';
export const AWAY = '444455556666';
export const USER = userArn(HOME, 'alice', '/team/');
export const ROLE = roleArn(HOME, 'worker', '/team/');
export const SESSION = `arn:aws:sts::${HOME}:assumed-role/worker/nightly`;
export const FEDERATED = `arn:aws:sts::${HOME}:federated-user/bob` as const;
export const NOW = at('2026-01-15T12:00:00Z');

const session = { sessionPolicies: [], tags: {}, transitiveTagKeys: [] };

export const CALLERS = {
  root: { kind: 'root', account: HOME },
  'root-session': { kind: 'root-session', account: HOME },
  user: { kind: 'user', arn: USER, userId: 'AIDAALICE' },
  'user-session': { kind: 'user-session', arn: USER, userId: 'AIDAALICE' },
  'role-session': {
    kind: 'role-session',
    role: ROLE,
    roleId: 'AROAWORKER',
    sessionName: 'nightly',
    via: 'AssumeRole',
    ...session,
  },
  'federated-user': { kind: 'federated-user', arn: FEDERATED, user: USER, ...session },
  'saml-identity': {
    kind: 'saml-identity',
    provider: `arn:aws:iam::${HOME}:saml-provider/corp`,
    subject: 'carol',
  },
  'web-identity': {
    kind: 'web-identity',
    provider: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`,
    subject: 'repo:org/app:ref:refs/heads/main',
  },
  service: { kind: 'service', name: 'ec2.amazonaws.com' },
  anonymous: { kind: 'anonymous' },
} as const satisfies { readonly [Kind in Principal['kind']]: Extract<Principal, { kind: Kind }> };

type Statements = Statement | readonly Statement[];

/** A policy of some statements in the current version. */
export const policy = (type: PolicyType, statements: Statements, id: string = type): Policy => ({
  id,
  name: id,
  type,
  document: { Version: '2012-10-17', Statement: statements },
});

export const ALLOW: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
export const DENY: Statement = { Effect: 'Deny', Action: '*', Resource: '*' };
/** An Allow of something that nobody here asks for. */
export const OTHER: Statement = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };

/** What a test says about a request; everything else is the plain case: a user reads an object of the own account. */
export interface Scene {
  readonly caller?: Principal;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context?: AccessRequest['context'];
  readonly identity?: Statements;
  readonly boundary?: Statements;
  readonly session?: Statements;
  readonly bucket?: Statements;
  readonly trust?: Statements;
  readonly organization?: World['organization'];
  readonly accounts?: World['accounts'];
}

/** The world of a scene. */
export function worldOf({ identity, boundary, organization, accounts }: Scene): World {
  const held = {
    policies: identity ? [policy('identity', identity)] : [],
    ...(boundary && { boundary: policy('boundary', boundary) }),
    tags: {},
  };
  const home: Account = {
    ...emptyAccount(HOME, 'home', 'eu-west-1'),
    users: { [USER]: { arn: USER, userId: 'AIDAALICE', ...held } },
    roles: {
      [ROLE]: {
        arn: ROLE,
        roleId: 'AROAWORKER',
        trustPolicy: policy('trust', []),
        maxSessionDuration: hours(1),
        ...held,
      },
    },
  };
  return {
    now: NOW,
    clockSkew: {},
    ...(organization && { organization }),
    accounts: { [HOME]: home, [AWAY]: emptyAccount(AWAY, 'away', 'eu-west-1'), ...accounts },
    accessKeys: {},
    presignedUrls: {},
  };
}

const READ = { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/cat.jpg' };
const ASSUME = { action: 'sts:AssumeRole', resource: roleArn(HOME, 'target') };

/** The request of a scene. */
export function requestOf(scene: Scene): AccessRequest {
  const { caller = CALLERS.user, trust, bucket, session: limit } = scene;
  const plain = trust ? ASSUME : READ;
  const sessionPolicies = limit ? [policy('session', limit)] : [];
  return {
    principal: 'sessionPolicies' in caller ? { ...caller, sessionPolicies } : caller,
    action: scene.action ?? plain.action,
    resource: scene.resource ?? plain.resource,
    resourceAccount: scene.resourceAccount ?? HOME,
    ...(trust && { resourcePolicy: policy('trust', trust) }),
    ...(bucket && { resourcePolicy: policy('bucket', bucket) }),
    context: scene.context ?? {},
  };
}

/** What the policies of a scene say. */
export const decided = (scene: Scene): Decision => decide(requestOf(scene), worldOf(scene));

/** An organization with one unit, which holds the away account and maybe the home account. */
export function organizationOf(
  root: Partial<OrganizationalUnit>,
  unit: Partial<OrganizationalUnit> = {},
): NonNullable<World['organization']> {
  const empty = {
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    units: [],
    accounts: [],
  };
  return {
    id: 'o-example',
    managementAccount: '999999999999',
    root: {
      ...empty,
      id: 'r-root',
      name: 'Root',
      units: [{ ...empty, id: 'ou-work', name: 'Work', accounts: [HOME, AWAY], ...unit }],
      ...root,
    },
  };
}
