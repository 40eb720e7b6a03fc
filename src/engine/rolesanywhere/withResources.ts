import type { World } from '../world.ts';
import { NO_RESOURCES } from './resources.ts';
import type { RolesAnywhere } from './resources.ts';

/** A world with what an account has of Roles Anywhere changed; an account that is not there changes nothing. */
export function withResources(
  world: World,
  id: string,
  edit: (resources: RolesAnywhere) => RolesAnywhere,
): World {
  const account = Object.hasOwn(world.accounts, id) ? world.accounts[id] : undefined;
  if (!account) return world;
  const rolesAnywhere = edit(account.rolesAnywhere ?? NO_RESOURCES);
  return { ...world, accounts: { ...world.accounts, [id]: { ...account, rolesAnywhere } } };
}
