import type { Policy } from '../policy/document.ts';
import { unreachable } from '../never.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Role, User, World } from '../world.ts';
import { withHolder, withRole } from './edits.ts';
import { namesOnlyTheLiving } from './orphans.ts';
import type { PolicyChange } from './worldChange.ts';

/** The world once policies of a user or role have changed. */
export function policyChanged(world: World, change: PolicyChange): World {
  switch (change.kind) {
    case 'replace-policies':
      return withPolicies(world, change.principal, () => change.policies);
    case 'put-policy':
      return withPolicies(world, change.principal, (policies) => put(policies, change.policy));
    case 'detach-policy':
      return withPolicies(world, change.principal, (policies) =>
        policies.filter(({ id }) => id !== change.policyId),
      );
    case 'revoke-sessions':
      // Revoking again moves the date in the one policy that is there.
      return withPolicies(world, change.role, (policies) =>
        put(policies, revocationPolicy(world.now)),
      );
    case 'put-boundary':
      return withHolder(world, change.principal, (holder) => ({
        ...holder,
        boundary: change.policy,
      }));
    case 'delete-boundary':
      return withHolder(world, change.principal, withoutBoundary);
    case 'put-trust-policy':
      return namesOnlyTheLiving(world, change.policy)
        ? withRole(world, change.role, (role) => ({ ...role, trustPolicy: change.policy }))
        : world;
    default:
      return unreachable(change);
  }
}

const REVOCATION = 'AWSRevokeOlderSessions';

/** What "Revoke active sessions" attaches to a role: a deny for sessions issued before now (id_roles_use_revoke-sessions). */
export const revocationPolicy = (now: Instant): Policy => ({
  id: REVOCATION,
  name: REVOCATION,
  type: 'identity',
  document: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': isoDate(now) } },
      },
    ],
  },
});

/** Policies with one added at the end, in the place of the one with its id. */
export const put = (policies: readonly Policy[], policy: Policy): readonly Policy[] => [
  ...policies.filter(({ id }) => id !== policy.id),
  policy,
];

const withPolicies = (
  world: World,
  arn: string,
  edit: (policies: readonly Policy[]) => readonly Policy[],
): World => withHolder(world, arn, (holder) => ({ ...holder, policies: edit(holder.policies) }));

function withoutBoundary<T extends User | Role>({ boundary: _, ...holder }: T): T {
  // All that is left out is optional in both.
  return holder as T;
}
