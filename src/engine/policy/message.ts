import type { Basis } from '../basis.ts';
import { principalAccount, principalArn } from '../principal.ts';
import type { Principal } from '../principal.ts';
import type { World } from '../world.ts';
import type { AccessRequest, Decision } from './decide.ts';
import type { PolicyType } from './document.ts';
import type { GateId } from './gates.ts';
import { isOneOrganization } from './organization.ts';
import { isRoleAction } from './passage.ts';
import type { PolicyMatch } from './reasons.ts';

/** What an AWS service says when it refuses (IAM User Guide, troubleshoot access denied messages; sts.md 7.2). */

// The gate that has no Allow, as the messages call it.
const IMPLICIT: Record<GateId, string> = {
  'permission-free': 'identity-based policy',
  'explicit-deny': 'identity-based policy',
  'resource-control': 'resource control policy',
  'service-control': 'service control policy',
  endpoint: 'VPC endpoint policy',
  trust: 'role trust policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

// The policy that denies; "sessions" is AWS's spelling.
const EXPLICIT: Record<PolicyType, string> = {
  'service-control': 'a service control policy',
  'resource-control': 'a resource control policy',
  'vpc-endpoint': 'a VPC endpoint policy',
  bucket: 'a resource-based policy',
  trust: 'the role trust policy',
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a sessions policy',
};

/** What a refusal says, and how sure it is that AWS words it so. */
export interface DenialAnswer {
  readonly message: string;
  readonly basis: Basis;
}

/** The words of a service for a decision that denies (sts.md 1.5 and 7.2). */
export function denialAnswer(
  decision: Decision,
  request: AccessRequest,
  world: World,
): DenialAnswer {
  const { principal, action, resource } = request;
  if (principal.kind === 'web-identity') return notAuthorized('WebIdentity', 'observed');
  if (principal.kind === 'saml-identity') return notAuthorized('SAML', 'documented');
  const isRole = isRoleAction(action, resource) || action.toLowerCase() === 'sts:assumerole';
  if (isRole) return roleAnswer(decision, request, world);
  if (!/^s3:/i.test(action)) return longAnswer(decision, request, world);
  // S3 explains itself inside one account or organization only (S3 User Guide, troubleshoot 403 errors).
  if (!isKin(request, world)) return { message: 'Access Denied', basis: 'observed' };
  // Unlike other services, S3 puts the resource in quotes.
  const quoted = resource === '*' ? resource : `"${resource}"`;
  return longAnswer(decision, { ...request, resource: quoted }, world);
}

/** What STS says to who may not become a role: across accounts it does not say why. */
function roleAnswer(decision: Decision, request: AccessRequest, world: World): DenialAnswer {
  const { principal, action, resourceAccount, resourcePolicy } = request;
  // In one account the long form is documented, but nobody has shown it for a role that is assumed.
  if (principalAccount(principal) === resourceAccount && resourcePolicy) {
    return { ...longAnswer(decision, request, world), basis: 'modelled' };
  }
  const isSeen = SEEN_SHORT.has(action.toLowerCase()) && principalArn(principal) !== undefined;
  return { message: opening(request, true), basis: isSeen ? 'observed' : 'modelled' };
}

const SEEN_SHORT: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:tagsession',
  'sts:setsourceidentity',
]);

const notAuthorized = (identity: 'WebIdentity' | 'SAML', basis: Basis): DenialAnswer => ({
  message: `Not authorized to perform sts:AssumeRoleWith${identity}`,
  basis,
});

const longAnswer = (decision: Decision, request: AccessRequest, world: World): DenialAnswer => ({
  message: denialMessage(decision, request, world),
  basis: denialBasis(decision, request),
});

function denialMessage(decision: Decision, request: AccessRequest, world: World): string {
  const { gate } = decision.decidedBy;
  if (decision.verdict !== 'explicit-deny') {
    return `${opening(request, gate !== 'trust')} because no ${IMPLICIT[gate]} allows the ${request.action} action`;
  }
  const policy = denyingPolicy(decision);
  const type = policy?.type ?? 'identity';
  const named = policy && isKin(request, world) ? policyArn(policy, world) : undefined;
  return `${opening(request, type !== 'trust')} with an explicit deny in ${EXPLICIT[type]}${named === undefined ? '' : `: ${named}`}`;
}

/** Which of several denying policy types AWS names is our choice. */
function denialBasis(decision: Decision, request: AccessRequest): Basis {
  if (principalArn(request.principal) === undefined) return 'modelled';
  const types = new Set(denyingPolicies(decision).map(({ type }) => type));
  return types.size > 1 ? 'modelled' : 'documented';
}

function opening({ principal, action, resource }: AccessRequest, hasResource: boolean): string {
  // Some actions have no resource, and a refusal by a trust policy does not name the role.
  const place = hasResource && resource !== '*' ? ` on resource: ${resource}` : '';
  return `User: ${nameInMessage(principal)} is not authorized to perform: ${action}${place}`;
}

function nameInMessage(principal: Principal): string {
  switch (principal.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'service':
      return principal.name;
    case 'saml-identity':
    case 'web-identity':
      return principal.subject;
    case 'root':
    case 'root-session':
    case 'user':
    case 'user-session':
    case 'role-session':
    case 'federated-user':
      return principalArn(principal) ?? '';
  }
}

const denyingPolicies = ({ gates }: Decision): readonly PolicyMatch[] =>
  gates
    .filter(({ gate }) => gate === 'explicit-deny')
    .flatMap(({ policies }) => policies)
    .filter(({ statements }) =>
      statements.some(({ effect, matched }) => effect === 'Deny' && matched),
    );

const denyingPolicy = (decision: Decision): PolicyMatch | undefined => denyingPolicies(decision)[0];

/** Whether caller and resource are of one account or organization. */
function isKin({ principal, resourceAccount }: AccessRequest, world: World): boolean {
  const account = principalAccount(principal);
  return account === resourceAccount || isOneOrganization(world, account, resourceAccount);
}

/** Since 2026 the ARN of the denying policy follows; resource-based and inline policies have none (AWS Security Blog). */
function policyArn(
  { policyId, type, name }: PolicyMatch,
  { organization }: World,
): string | undefined {
  if (policyId.startsWith('arn:')) return policyId;
  if (!organization || (type !== 'service-control' && type !== 'resource-control')) return;
  const id = policyId.startsWith('p-') ? policyId : `p-${name.replace(/\W/g, '')}`;
  const { managementAccount } = organization;
  const kind = type.replace('-', '_');
  return `arn:aws:organizations::${managementAccount}:policy/${organization.id}/${kind}_policy/${id}`;
}
