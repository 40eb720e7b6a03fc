import type { Basis } from '../basis.ts';
import type { GateReason } from './gates.ts';
import { allowIn, basisOfSilence } from './passage.ts';
import type { Finding, Passage } from './passage.ts';
import type { PolicyMatch } from './reasons.ts';

/** The last three gates: the caller's own policies (sts.md 7.1, steps 5 to 7). */

/** Root users, and federated users whom one of them made: both start from root's own permissions. */
const isRoot = ({ request: { principal } }: Passage): boolean =>
  principal.kind === 'root' ||
  principal.kind === 'root-session' ||
  (principal.kind === 'federated-user' && principal.user.endsWith(':root'));

/** An Allow in the policies of the user or role; the account's root user starts from Allow. */
export function identityBased(passage: Passage): Finding {
  const { applicable, grant, isSameAccount } = passage;
  const policies = applicable.identity;
  if (isRoot(passage)) {
    return { result: 'passed', because: 'root-user', policies: [], basis: 'documented' };
  }
  const by = allowIn(policies);
  if (by) return { result: 'passed', because: 'allows', policies, basis: by.statement.basis, by };
  if (isSameAccount && grant?.strength === 'limited') {
    return {
      result: 'passed',
      because: 'granted-by-resource-policy',
      policies,
      basis: grant.statement.basis,
      by: grant,
    };
  }
  // What a session gets whose user or role is gone is not published (sts.md 11, point 7).
  if (!applicable.isHolderFound) {
    return { result: 'denied', because: 'identity-not-found', policies, basis: 'modelled' };
  }
  return {
    result: 'denied',
    because: 'no-allow',
    policies,
    basis: basisOfSilence(policies, 'Allow'),
  };
}

/** A permissions boundary, where there is one, must allow too. */
export function permissionsBoundary({ applicable }: Passage): Finding {
  const policies = applicable.boundary;
  return policies.length === 0 ? notApplicable('no-boundary') : limit(policies);
}

/** Session policies, where there are any, must allow too: an Allow in one of them is enough. */
export function sessionPolicies({ applicable, request }: Passage): Finding {
  const policies = applicable.session;
  // AssumeRoot's task policies only deny; what they leave is root's own access (iann0036/iam-dataset).
  if (request.principal.kind === 'root-session' && policies.every(onlyDenies)) {
    return notApplicable(policies.length > 0 ? 'root-user' : 'no-session-policy');
  }
  if (policies.length > 0) return limit(policies);
  if (request.principal.kind !== 'federated-user') return notApplicable('no-session-policy');
  // The session's rights are what user and session policy both allow; without the second that is nothing.
  return {
    result: 'denied',
    because: 'federated-user-without-session-policy',
    policies,
    basis: 'documented',
  };
}

const onlyDenies = ({ statements }: PolicyMatch): boolean =>
  statements.every(({ effect }) => effect === 'Deny');

function limit(policies: readonly PolicyMatch[]): Finding {
  const by = allowIn(policies);
  const basis: Basis = by ? by.statement.basis : basisOfSilence(policies, 'Allow');
  return { result: by ? 'passed' : 'denied', because: by ? 'allows' : 'no-allow', policies, basis };
}

const notApplicable = (because: GateReason): Finding => ({
  result: 'not-applicable',
  because,
  policies: [],
  basis: 'documented',
});
