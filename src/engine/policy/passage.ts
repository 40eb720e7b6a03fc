import type { Basis } from '../basis.ts';
import { principalAccount } from '../principal.ts';
import type { Principal } from '../principal.ts';
import type { Applicable } from './applicable.ts';
import type { AccessRequest } from './decide.ts';
import type { Gate } from './gates.ts';
import { weakest } from './reasons.ts';
import type { PolicyMatch, StatementMatch } from './reasons.ts';

/** A request on its way through the gates. */
export interface Passage {
  readonly request: AccessRequest;
  readonly applicable: Applicable;
  /** Whether the caller's side alone may allow. */
  readonly isSameAccount: boolean;
  /** Whether the resource is a role and its trust policy answers: then an identity-based Allow alone is never enough. */
  readonly isTrust: boolean;
  readonly grant?: ResourceGrant;
}

/** What one gate says; a statement that settled it, if one did. */
export interface Finding extends Omit<Gate, 'gate'> {
  readonly by?: Located;
}

/** A statement and the policy it stands in. */
export interface Located {
  readonly policy: PolicyMatch;
  readonly statement: StatementMatch;
}

/**
 * How far a resource-based Allow goes in the caller's own account: to the end, to the caller's boundary and session
 * policy, or only to the caller's account, whose identity-based policies then decide (sts.md 5.2 and 6).
 */
type Strength = 'unlimited' | 'limited' | 'delegated';

export interface ResourceGrant extends Located {
  readonly strength: Strength;
}

const ROLE_ACTIONS: ReadonlySet<string> = new Set(
  [
    'AssumeRole',
    'AssumeRoleWithSAML',
    'AssumeRoleWithWebIdentity',
    'TagSession',
    'SetSourceIdentity',
    'SetContext',
  ].map((action) => `sts:${action}`.toLowerCase()),
);

/** Whether a call asks to become the role it acts on: then the role's trust policy answers. */
export const isRoleAction = (action: string, resource: string): boolean =>
  ROLE_ACTIONS.has(action.toLowerCase()) && /^arn:[^:]*:iam::[^:]*:role\//.test(resource);

// It acts on another account's root, which has no policy that could allow it (STS API reference, AssumeRoot).
const ASSUME_ROOT = 'sts:assumeroot';

/** A request with everything the gates ask of it. */
export function passageOf(request: AccessRequest, applicable: Applicable): Passage {
  const { principal, action, resource, resourcePolicy, resourceAccount } = request;
  const grant = strongest(applicable.resource, principal);
  return {
    request,
    applicable,
    isSameAccount:
      principalAccount(principal) === resourceAccount || action.toLowerCase() === ASSUME_ROOT,
    isTrust: resourcePolicy?.type === 'trust' || isRoleAction(action, resource),
    ...(grant && { grant }),
  };
}

const STRENGTHS: readonly Strength[] = ['unlimited', 'limited', 'delegated'];

function strongest(
  policy: PolicyMatch | undefined,
  principal: Principal,
): ResourceGrant | undefined {
  const grants = (policy ? matching([policy], 'Allow') : []).map((found) => ({
    ...found,
    strength: strengthOf(found.statement, principal),
  }));
  for (const strength of STRENGTHS) {
    const grant = grants.find((each) => each.strength === strength);
    if (grant) return grant;
  }
  return undefined;
}

function strengthOf({ grant = 'everyone' }: StatementMatch, principal: Principal): Strength {
  switch (grant) {
    case 'session':
    case 'federated-user':
    case 'everyone':
    case 'service':
    case 'provider':
      return 'unlimited';
    case 'user':
      // A federated user is not the user who asked for the session, only limited to that user's rights.
      return principal.kind === 'federated-user' ? 'limited' : 'unlimited';
    case 'role':
      return 'limited';
    case 'account':
      return 'delegated';
  }
}

/** The statements of one effect that match, in order. */
export const matching = (
  policies: readonly PolicyMatch[],
  effect: 'Allow' | 'Deny',
): readonly Located[] =>
  policies.flatMap((policy) =>
    policy.statements
      .filter((statement) => statement.matched && statement.effect === effect)
      .map((statement) => ({ policy, statement })),
  );

/** The first statement that allows; undefined when none does. */
export const allowIn = (policies: readonly PolicyMatch[]): Located | undefined =>
  matching(policies, 'Allow')[0];

/** How sure it is that no statement of an effect matches. */
export const basisOfSilence = (policies: readonly PolicyMatch[], effect: 'Allow' | 'Deny'): Basis =>
  weakest(
    policies.flatMap(({ statements }) =>
      statements.filter((each) => each.effect === effect).map(({ basis }) => basis),
    ),
  );
