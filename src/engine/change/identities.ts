import { accountOf } from '../arn.ts';
import { secretAccessKey, uniqueId } from '../ids.ts';
import { unreachable } from '../never.ts';
import { principalArn } from '../principal.ts';
import type { Tags } from '../principal.ts';
import { ROLE_MAXIMUM } from '../sts/limits.ts';
import { findRole, findUser } from '../world.ts';
import type { LongTermKey, World } from '../world.ts';
import { withAccount, withKey, without, withRole } from './edits.ts';
import { namesOnlyTheLiving, orphaned } from './orphans.ts';
import type { IdentityChange, KeyChange } from './worldChange.ts';

type Of<Kind extends IdentityChange['kind']> = Extract<IdentityChange, { kind: Kind }>;

/** The world once a user, role or identity provider has changed; `label` makes new unique ids (IAM never reuses one). */
export function identityChanged(world: World, change: IdentityChange, label: string): World {
  switch (change.kind) {
    case 'create-role':
      return withNewRole(world, change, label);
    case 'delete-role':
      return withoutRole(world, change);
    case 'create-user':
      return withNewUser(world, change, label);
    case 'delete-user':
      return withoutUser(world, change);
    case 'tag-role':
      return withRole(world, change.role, (role) => ({
        ...role,
        tags: { ...untagged(role.tags, Object.keys(change.tags)), ...change.tags },
      }));
    case 'untag-role':
      return withRole(world, change.role, (role) => ({
        ...role,
        tags: untagged(role.tags, change.tagKeys),
      }));
    case 'set-max-session-duration':
      return withRole(world, change.role, (role) => ({
        ...role,
        maxSessionDuration: change.maxSessionDuration,
      }));
    case 'delete-provider':
      return withAccount(world, accountOf(change.provider), (account) => ({
        ...account,
        samlProviders: account.samlProviders.filter(({ arn }) => arn !== change.provider),
        oidcProviders: account.oidcProviders.filter(({ arn }) => arn !== change.provider),
      }));
    default:
      return unreachable(change);
  }
}

/** The world once an access key has changed; a deleted one never comes back. */
export function keyChanged(world: World, change: KeyChange): World {
  switch (change.kind) {
    case 'create-key':
      return withNewKey(world, change);
    case 'activate-key':
      return withKey(world, change.keyId, (key) => moved(key, 'Inactive', 'Active'));
    case 'deactivate-key':
      return withKey(world, change.keyId, (key) => moved(key, 'Active', 'Inactive'));
    case 'delete-key':
      return withKey(world, change.keyId, (key) => ({ ...key, status: 'Deleted' }));
    default:
      return unreachable(change);
  }
}

const moved = (
  key: LongTermKey,
  from: LongTermKey['status'],
  status: LongTermKey['status'],
): LongTermKey => (key.status === from ? { ...key, status } : key);

function withNewRole(world: World, change: Of<'create-role'>, label: string): World {
  const { role: arn, trustPolicy, policies } = change;
  if (findRole(world, arn) || !namesOnlyTheLiving(world, trustPolicy)) return world;
  const roleId = uniqueId('AROA', accountOf(arn), `${arn} ${label}`);
  const { maxSessionDuration = ROLE_MAXIMUM.default, tags = {} } = change;
  const role = { arn, roleId, trustPolicy, policies, maxSessionDuration, tags };
  return withAccount(world, accountOf(arn), (account) => ({
    ...account,
    roles: { ...account.roles, [arn]: role },
  }));
}

function withoutRole(world: World, { role: arn }: Of<'delete-role'>): World {
  const role = findRole(world, arn);
  if (!role) return world;
  const left = withAccount(world, accountOf(arn), (account) => ({
    ...account,
    roles: without(account.roles, arn),
  }));
  return orphaned(left, arn, role.roleId);
}

function withNewUser(world: World, change: Of<'create-user'>, label: string): World {
  const { user: arn, policies } = change;
  if (findUser(world, arn)) return world;
  const user = {
    arn,
    userId: uniqueId('AIDA', accountOf(arn), `${arn} ${label}`),
    policies,
    tags: {},
  };
  return withAccount(world, accountOf(arn), (account) => ({
    ...account,
    users: { ...account.users, [arn]: user },
  }));
}

function withoutUser(world: World, { user: arn }: Of<'delete-user'>): World {
  const user = findUser(world, arn);
  if (!user) return world;
  const left = withAccount(world, accountOf(arn), (account) => ({
    ...account,
    users: without(account.users, arn),
    mfaDevices: account.mfaDevices.filter((device) => device.user !== arn),
  }));
  const keys = Object.values(left.accessKeys).filter(
    (key) => key.kind === 'long-term' && principalArn(key.owner) === arn,
  );
  return keys.reduce(
    (rest, key) => withKey(rest, key.id, (gone) => ({ ...gone, status: 'Deleted' })),
    orphaned(left, arn, user.userId),
  );
}

function withNewKey(
  world: World,
  { user: arn, keyId: id }: Extract<KeyChange, { kind: 'create-key' }>,
): World {
  const user = findUser(world, arn);
  if (!user || Object.hasOwn(world.accessKeys, id)) return world;
  const key = {
    kind: 'long-term',
    id,
    secretAccessKey: secretAccessKey(id),
    owner: { kind: 'user', arn: user.arn, userId: user.userId },
    status: 'Active',
  } as const;
  return { ...world, accessKeys: { ...world.accessKeys, [id]: key } };
}

/** Tags without some keys, which are compared without case (IAM User Guide, tags). */
function untagged(tags: Tags, keys: readonly string[]): Tags {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !gone.has(key.toLowerCase())));
}
