import type { Basis } from '../basis.ts';
import { principalAccount } from '../principal.ts';
import { allowIn, basisOfSilence } from './passage.ts';
import type { Finding, Passage, ResourceGrant } from './passage.ts';

/**
 * The gate of the policy on the resource, a role's trust policy included. In the caller's own account it may end in an
 * Allow at once; across accounts both sides must allow (sts.md 5.3, 6 and 7.1, step 4).
 */
export function resourceBased(passage: Passage): Finding {
  const { applicable, grant } = passage;
  const { resource } = applicable;
  if (!resource) return withoutPolicy(passage);
  const policies = [resource];
  if (!grant) {
    const basis = basisOfSilence(policies, 'Allow');
    return {
      result: mustGrant(passage) ? 'denied' : 'passed',
      because: 'no-grant',
      policies,
      basis,
    };
  }
  return { policies, by: grant, ...granted(passage, grant) };
}

/** Where the resource's side has to allow: another account's resource, a caller without an account, a role, a key. */
const mustGrant = (passage: Passage): boolean =>
  !passage.isSameAccount || passage.isTrust || isKey(passage);

/** Nobody has permissions to a key that its policy does not give, the account's root user included (KMS Developer Guide, key policies). */
const isKey = ({ request }: Passage): boolean =>
  /^arn:[^:]*:kms:[^:]*:\d*:key\//.test(request.resource);

function withoutPolicy(passage: Passage): Finding {
  return {
    result: mustGrant(passage) ? 'denied' : 'not-applicable',
    because: isKey(passage) ? 'no-key-policy' : 'no-resource-policy',
    policies: [],
    basis: 'documented',
  };
}

function granted(
  passage: Passage,
  grant: ResourceGrant,
): Pick<Finding, 'result' | 'because' | 'basis'> {
  const { basis } = grant.statement;
  const { principal } = passage.request;
  if (principalAccount(principal) === undefined) {
    return { result: 'allowed', because: 'grants-caller', basis: outsiderBasis(passage, grant) };
  }
  if (!passage.isSameAccount) return { result: 'passed', because: 'grants-other-account', basis };
  switch (grant.strength) {
    case 'unlimited':
      return { result: 'allowed', because: 'grants-caller', basis: unlimitedBasis(passage, grant) };
    case 'limited':
      return { result: 'passed', because: 'grants-role-or-user', basis };
    case 'delegated':
      return { result: 'passed', because: 'delegates-to-account', basis };
  }
}

/** That `*` in a trust policy takes in services and federated identities is written nowhere. */
function outsiderBasis({ isTrust }: Passage, { statement }: ResourceGrant): Basis {
  return isTrust && statement.grant === 'everyone' ? 'modelled' : statement.basis;
}

/**
 * Published: the user, the session, and `*` with an aws:PrincipalArn condition. That a plain `*` lifts boundary and
 * session policy as well, and that a GetSessionToken session counts as its user, is derived (sts.md 6).
 */
function unlimitedBasis({ applicable, request }: Passage, { statement }: ResourceGrant): Basis {
  if (statement.grant === 'user' && request.principal.kind === 'user-session') return 'modelled';
  if (statement.grant !== 'everyone') return statement.basis;
  const limits = [applicable.boundary, applicable.session].filter(
    (policies) => policies.length > 0,
  );
  const isLimited = limits.some((policies) => !allowIn(policies));
  const namesArn = statement.elements.some(
    (each) => each.element === 'Condition' && each.key.toLowerCase() === 'aws:principalarn',
  );
  return isLimited && !namesArn ? 'modelled' : statement.basis;
}
