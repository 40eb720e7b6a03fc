import { unreachable } from '../never.ts';
import type { Policy } from '../policy/document.ts';
import { FULL_AWS_ACCESS } from '../policy/fullAccess.ts';
import { usesServiceControl } from '../policy/organization.ts';
import type { Account, OrganizationalUnit, World } from '../world.ts';
import { put } from './policies.ts';
import type { OrganizationChange } from './worldChange.ts';

type Target = OrganizationalUnit | Account;

/** The world once a control policy hangs, or hangs no more, on the root, a unit or an account. */
export function organizationChanged(world: World, change: OrganizationChange): World {
  switch (change.kind) {
    case 'put-scp':
      return withTarget(switchedOn(world), change.target, (target) => ({
        ...target,
        serviceControlPolicies: put(target.serviceControlPolicies, change.policy),
      }));
    case 'put-rcp':
      return withTarget(world, change.target, (target) => ({
        ...target,
        resourceControlPolicies: put(target.resourceControlPolicies, change.policy),
      }));
    case 'detach-control-policy': {
      const kept = ({ id }: Policy): boolean => id !== change.policyId;
      return withTarget(world, change.target, (target) => ({
        ...target,
        serviceControlPolicies: keptOrLast(target.serviceControlPolicies, kept),
        resourceControlPolicies: target.resourceControlPolicies.filter(kept),
      }));
    }
    default:
      return unreachable(change);
  }
}

/** Organizations refuses to detach the last service control policy of a target (AWS Organizations, SCPs). */
function keptOrLast(
  policies: readonly Policy[],
  kept: (policy: Policy) => boolean,
): readonly Policy[] {
  const left = policies.filter(kept);
  return left.length === 0 ? policies : left;
}

/** Switching the policy type on attaches FullAWSAccess to every target, or nothing would be allowed (AWS Organizations). */
function switchedOn(world: World): World {
  const { organization } = world;
  if (!organization || usesServiceControl(world)) return world;
  const open = <T extends Target>(target: T): T => ({
    ...target,
    serviceControlPolicies: [FULL_AWS_ACCESS],
  });
  const members = new Set(membersOf(organization.root));
  return {
    ...world,
    organization: { ...organization, root: inTree(organization.root, open) },
    accounts: Object.fromEntries(
      Object.entries(world.accounts).map(([id, account]) => [
        id,
        members.has(id) ? open(account) : account,
      ]),
    ),
  };
}

function withTarget(world: World, id: string, edit: <T extends Target>(target: T) => T): World {
  const { organization } = world;
  const account = Object.hasOwn(world.accounts, id) ? world.accounts[id] : undefined;
  if (account) return { ...world, accounts: { ...world.accounts, [id]: edit(account) } };
  if (!organization) return world;
  const root = inTree(organization.root, (unit) => (unit.id === id ? edit(unit) : unit));
  return { ...world, organization: { ...organization, root } };
}

const inTree = (
  unit: OrganizationalUnit,
  edit: (unit: OrganizationalUnit) => OrganizationalUnit,
): OrganizationalUnit => edit({ ...unit, units: unit.units.map((child) => inTree(child, edit)) });

const membersOf = ({ accounts, units }: OrganizationalUnit): readonly string[] => [
  ...accounts,
  ...units.flatMap(membersOf),
];
