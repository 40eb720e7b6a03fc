import type { AccountId } from '../arn.ts';
import type { Organization, OrganizationalUnit, World } from '../world.ts';
import type { Policy } from './document.ts';
import type { GateReason } from './gates.ts';
import { findKnownAccount } from './holders.ts';

/** What control policies hang on: the root, a unit or an account. */
export interface Target {
  readonly id: string;
  readonly serviceControlPolicies: readonly Policy[];
  readonly resourceControlPolicies: readonly Policy[];
}

/** The units from the organization's root down to the one that holds an account; undefined for accounts outside it. */
export function organizationPath(
  organization: Organization,
  account: AccountId,
): readonly OrganizationalUnit[] | undefined {
  const open: (readonly OrganizationalUnit[])[] = [[organization.root]];
  for (let path = open.pop(); path; path = open.pop()) {
    const unit = path.at(-1);
    if (unit?.accounts.includes(account)) return path;
    for (const child of unit?.units ?? []) open.push([...path, child]);
  }
  // The management account lies in the root when the tree does not say where.
  return account === organization.managementAccount ? [organization.root] : undefined;
}

/** The targets whose control policies bind an account, from the root down, or why none do (AWS Organizations, SCP evaluation). */
export function bindingTargets(
  world: World,
  account: AccountId,
): { readonly targets: readonly Target[] } | { readonly exempt: GateReason } {
  const { organization } = world;
  if (!organization) return { exempt: 'no-organization' };
  if (account === organization.managementAccount) return { exempt: 'management-account' };
  const path = organizationPath(organization, account);
  if (!path) return { exempt: 'outside-organization' };
  const own = findKnownAccount(world, account);
  return { targets: own ? [...path, own] : path };
}

/** Whether the organization has switched service control policies on: then every target has at least one. */
export function usesServiceControl(world: World): boolean {
  const open: OrganizationalUnit[] = world.organization ? [world.organization.root] : [];
  for (let unit = open.pop(); unit; unit = open.pop()) {
    if (unit.serviceControlPolicies.length > 0) return true;
    const members = unit.accounts.map((id) => findKnownAccount(world, id));
    if (members.some((account) => account && account.serviceControlPolicies.length > 0)) {
      return true;
    }
    open.push(...unit.units);
  }
  return false;
}

/** Whether some accounts belong to the world's organization. */
export const isOneOrganization = (
  { organization }: World,
  ...accounts: readonly (string | undefined)[]
): boolean =>
  organization !== undefined &&
  accounts.every((account) => account !== undefined && organizationPath(organization, account));
