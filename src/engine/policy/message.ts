import type { Basis } from '../basis.ts';
import { principalAccount, principalArn } from '../principal.ts';
import type { Principal } from '../principal.ts';
import type { AccessRequest, Decision } from './decide.ts';
import type { PolicyType } from './document.ts';
import type { GateId } from './gates.ts';
import type { PolicyMatch } from './reasons.ts';

/** What an AWS service says when it refuses (IAM User Guide, troubleshoot access denied messages; sts.md 7.2). */

// The gate that has no Allow, as the messages call it.
const IMPLICIT: Record<GateId, string> = {
  'permission-free': 'identity-based policy',
  'explicit-deny': 'identity-based policy',
  'resource-control': 'resource control policy',
  'service-control': 'service control policy',
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
  bucket: 'a resource-based policy',
  trust: 'the role trust policy',
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a sessions policy',
};

/** The long form of a refusal; empty for a request that is allowed. */
export function denialMessage(decision: Decision, request: AccessRequest): string {
  switch (decision.verdict) {
    case 'allow':
      return '';
    case 'explicit-deny': {
      const policy = denyingPolicy(decision);
      const type = policy?.type ?? 'identity';
      return `${opening(request, type !== 'trust')} with an explicit deny in ${EXPLICIT[type]}${namedArn(policy, request)}`;
    }
    case 'implicit-deny': {
      const { gate } = decision.decidedBy;
      const { action } = request;
      return `${opening(request, gate !== 'trust')} because no ${IMPLICIT[gate]} allows the ${action} action`;
    }
  }
}

/** The short form, which STS uses across accounts: it does not say why. */
export const shortDenialMessage = (request: AccessRequest): string => opening(request, true);

/** How sure the long form is: which of several denying policy types AWS names is our choice. */
export function denialBasis(decision: Decision, request: AccessRequest): Basis {
  if (principalArn(request.principal) === undefined) return 'modelled';
  const isAssumeRole = request.action.toLowerCase() === 'sts:assumerole';
  // Across accounts only the short form has been seen (sts.md 1.5).
  if (isAssumeRole && principalAccount(request.principal) !== request.resourceAccount) {
    return 'modelled';
  }
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

/** Since 2026 the policy's ARN follows, inside one account; resource-based policies have none (AWS Security Blog). */
function namedArn(
  policy: PolicyMatch | undefined,
  { principal, resourceAccount }: AccessRequest,
): string {
  const isOwn = principalAccount(principal) === resourceAccount;
  return policy && isOwn && policy.policyId.startsWith('arn:') ? `: ${policy.policyId}` : '';
}
