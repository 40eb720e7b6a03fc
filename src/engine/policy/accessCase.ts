import { roleArn, userArn } from '../arn.ts';
import type { AccountId } from '../arn.ts';
import type { Principal } from '../principal.ts';
import { BUILT_IN } from '../sts/builtIn.ts';
import { hours } from '../time.ts';
import type { Instant } from '../time.ts';
import { emptyAccount } from '../world.ts';
import type { Account, Organization, World } from '../world.ts';
import type { RequestContext } from './context.ts';
import type { AccessRequest } from './decide.ts';
import type { Policy, PolicyType } from './document.ts';
import { FULL_AWS_ACCESS } from './fullAccess.ts';
import { isRoleAction } from './passage.ts';

/** One request with all its policies and nothing else around it: what somebody brings to have it decided. */

/** The forms of callers that a case can have. */
export const CALLER_KINDS = [
  'user',
  'user-session',
  'role-session',
  'federated-user',
  'root',
  'service',
  'web-identity',
  'saml-identity',
  'anonymous',
] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/** What a control policy hangs on, from the organization's root down. */
export const LEVELS = ['root', 'unit', 'account'] as const;
export type Level = (typeof LEVELS)[number];

/** Which of the two accounts the organization holds. */
export const MEMBERS = ['both', 'caller', 'resource'] as const;
export type Members = (typeof MEMBERS)[number];

/** A policy of a case; `level` and `replacesFullAccess` matter for control policies only. */
export interface CasePolicy extends Policy {
  readonly level: Level;
  /** Whether FullAWSAccess was detached from that level. */
  readonly replacesFullAccess: boolean;
}

export interface AccessCase {
  readonly caller: {
    readonly kind: CallerKind;
    /** The user's or role's name, the service principal, the provider's name. */
    readonly name: string;
    /** The session's name, the federated user's name, the subject at the provider. */
    readonly session: string;
  };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: AccountId;
  readonly members: Members;
  readonly context: RequestContext;
  readonly policies: readonly CasePolicy[];
}

/** The account of the caller, and the one of a resource elsewhere: those of AWS's own examples. */
export const CALLER_ACCOUNT: AccountId = '111122223333';
export const OTHER_ACCOUNT: AccountId = '444455556666';
// Unique ids as AWS's own pages show them (IAM User Guide, IAM identifiers).
const USER_ID = 'AIDACKCEVSQ6C2EXAMPLE' as const;
const ROLE_ID = 'AROADBQP57FF2AEXAMPLE' as const;

/** A case as the engine decides it: the request, and a world that holds nothing but its policies, at a moment. */
export function worldOfCase(
  given: AccessCase,
  now: Instant,
): { readonly request: AccessRequest; readonly world: World } {
  const resourcePolicy = policiesOf(given, resourcePolicyType(given)).at(0);
  const endpointPolicy = policiesOf(given, 'vpc-endpoint').at(0);
  const { action, resource, resourceAccount, context } = given;
  return {
    request: {
      principal: callerOf(given),
      action,
      resource,
      resourceAccount,
      context,
      ...(resourcePolicy && { resourcePolicy }),
      ...(endpointPolicy && { endpointPolicy }),
    },
    world: {
      now,
      clockSkew: {},
      ...organizationOf(given),
      accounts: Object.fromEntries(accountsOf(given).map((account) => [account.id, account])),
      accessKeys: {},
      presignedUrls: {},
    },
  };
}

/** Why a policy that is there is not read. */
export type PassedOver =
  | 'caller-without-policies'
  | 'caller-without-session-policy'
  | 'other-resource';

type Reading = Pick<AccessCase, 'caller' | 'action' | 'resource'>;

/** Why a policy of a case is not read; undefined where it is. */
export const passedOver = (
  given: Reading,
  { type }: Pick<CasePolicy, 'type'>,
): PassedOver | undefined => PASSED_OVER[type](given, type);

const ofHolder = ({ caller }: Reading): PassedOver | undefined =>
  HOLDERS.has(caller.kind) ? undefined : 'caller-without-policies';

const ofResource = (given: Reading, type: PolicyType): PassedOver | undefined =>
  type === resourcePolicyType(given) ? undefined : 'other-resource';

const always = (): undefined => undefined;

const PASSED_OVER: Readonly<
  Record<PolicyType, (given: Reading, type: PolicyType) => PassedOver | undefined>
> = {
  identity: ofHolder,
  boundary: ofHolder,
  session: ({ caller }) =>
    caller.kind === 'role-session' || caller.kind === 'federated-user'
      ? undefined
      : 'caller-without-session-policy',
  trust: ofResource,
  bucket: ofResource,
  'service-control': always,
  'resource-control': always,
  'vpc-endpoint': always,
};

/** How the caller came to its role is not part of a case. */
const NO_TRUST: Policy = {
  id: 'trust-of-the-caller',
  name: 'Trust policy of the caller',
  type: 'trust',
  document: { Version: '2012-10-17', Statement: [] },
};

const HOLDERS: ReadonlySet<CallerKind> = new Set([
  'user',
  'user-session',
  'role-session',
  'federated-user',
]);

const policiesOf = ({ policies }: AccessCase, type: Policy['type']): readonly CasePolicy[] =>
  policies.filter((policy) => policy.type === type);

/** A role's trust policy answers to the calls that assume it, any other resource's policy to the rest. */
const resourcePolicyType = ({
  action,
  resource,
}: Pick<AccessCase, 'action' | 'resource'>): 'trust' | 'bucket' =>
  isRoleAction(action, resource) ? 'trust' : 'bucket';

function callerOf(given: AccessCase): Principal {
  const { kind, name, session } = given.caller;
  const account = CALLER_ACCOUNT;
  const user = { arn: userArn(account, name), userId: USER_ID };
  const opened = {
    sessionPolicies: policiesOf(given, 'session'),
    tags: {},
    transitiveTagKeys: [],
  };
  switch (kind) {
    case 'user':
    case 'user-session':
      return { kind, ...user };
    case 'role-session':
      return {
        kind,
        role: roleArn(account, name),
        roleId: ROLE_ID,
        sessionName: session,
        via: 'AssumeRole',
        ...opened,
      };
    case 'federated-user':
      return {
        kind,
        arn: `arn:aws:sts::${account}:federated-user/${session}`,
        user: user.arn,
        ...opened,
      };
    case 'root':
      return { kind, account };
    case 'service':
      return { kind, name };
    case 'web-identity':
      return { kind, provider: oidcProvider(name), subject: session };
    case 'saml-identity':
      return { kind, provider: `arn:aws:iam::${account}:saml-provider/${name}`, subject: session };
    case 'anonymous':
      return { kind };
  }
}

/** A provider of the account, or one that is built in and has no ARN (sts.md 5.8). */
const oidcProvider = (host: string): string =>
  BUILT_IN.includes(host) ? host : `arn:aws:iam::${CALLER_ACCOUNT}:oidc-provider/${host}`;

/** The caller's account with the caller in it, and the resource's where it is another. */
function accountsOf(given: AccessCase): readonly Account[] {
  const { resourceAccount } = given;
  const own = emptyAccount(CALLER_ACCOUNT, 'caller', 'us-east-1');
  const isSame = resourceAccount === CALLER_ACCOUNT;
  const home = { ...own, ...callersIn(given), ...controlAt(given, 'account', isSame) };
  if (isSame) return [home];
  const away = emptyAccount(resourceAccount, 'resource', 'us-east-1');
  return [
    home,
    { ...away, resourceControlPolicies: policiesAt(given, 'resource-control', 'account') },
  ];
}

function callersIn(given: AccessCase): Pick<Account, 'users' | 'roles'> {
  const { kind, name } = given.caller;
  const boundary = policiesOf(given, 'boundary').at(0);
  const held = {
    policies: policiesOf(given, 'identity'),
    ...(boundary && { boundary }),
    tags: {},
  };
  if (kind === 'role-session') {
    const arn = roleArn(CALLER_ACCOUNT, name);
    const role = {
      arn,
      roleId: ROLE_ID,
      trustPolicy: NO_TRUST,
      maxSessionDuration: hours(1),
      ...held,
    };
    return { users: {}, roles: { [arn]: role } };
  }
  if (!HOLDERS.has(kind)) return { users: {}, roles: {} };
  const arn = userArn(CALLER_ACCOUNT, name);
  return { users: { [arn]: { arn, userId: USER_ID, ...held } }, roles: {} };
}

const policiesAt = (
  given: AccessCase,
  type: 'service-control' | 'resource-control',
  level: Level,
): readonly CasePolicy[] => policiesOf(given, type).filter((policy) => policy.level === level);

/** What hangs on one level: every level has FullAWSAccess until it is detached (AWS Organizations, SCPs). */
function controlAt(
  given: AccessCase,
  level: Level,
  isResources = true,
): Pick<Account, 'serviceControlPolicies' | 'resourceControlPolicies'> {
  const own = policiesAt(given, 'service-control', level);
  const isEnabled = policiesOf(given, 'service-control').length > 0;
  const isDetached = own.some(({ replacesFullAccess }) => replacesFullAccess);
  return {
    serviceControlPolicies: isEnabled && !isDetached ? [FULL_AWS_ACCESS, ...own] : own,
    resourceControlPolicies: isResources ? policiesAt(given, 'resource-control', level) : [],
  };
}

/** A root and one unit under it; there is none while the case has no control policy. */
function organizationOf(given: AccessCase): { readonly organization?: Organization } {
  const controls = [
    ...policiesOf(given, 'service-control'),
    ...policiesOf(given, 'resource-control'),
  ];
  if (controls.length === 0) return {};
  const accounts = {
    both: [CALLER_ACCOUNT, given.resourceAccount],
    caller: [CALLER_ACCOUNT],
    resource: [given.resourceAccount],
  }[given.members];
  const unit = {
    id: 'ou-ab12-11111111',
    name: 'Workloads',
    ...controlAt(given, 'unit'),
    units: [],
    accounts: given.resourceAccount === CALLER_ACCOUNT ? [CALLER_ACCOUNT] : accounts,
  };
  return {
    organization: {
      id: 'o-exampleorgid',
      managementAccount: '999999999999',
      root: {
        id: 'r-ab12',
        name: 'Root',
        ...controlAt(given, 'root'),
        units: [unit],
        accounts: [],
      },
    },
  };
}
