import { accountOf } from '../arn.ts';
import type { Instant } from '../time.ts';
import type { RoleArn } from '../arn.ts';
import { findBucket } from '../world.ts';
import type { Account, Bucket, LongTermKey, Role, User, World } from '../world.ts';

/** Worlds with one thing changed; a thing that is not there changes nothing. */

type Edit<T> = (thing: T) => T;

const own = <T>(things: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(things, name) ? things[name] : undefined;

/** Things with one of them changed. */
function withOne<T>(
  things: Readonly<Record<string, T>>,
  name: string,
  edit: Edit<T>,
): Readonly<Record<string, T>> {
  const thing = own(things, name);
  return thing === undefined ? things : { ...things, [name]: edit(thing) };
}

/** Things without one of them. */
export const without = <T>(
  things: Readonly<Record<string, T>>,
  name: string,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(things).filter(([key]) => key !== name));

export const withAccount = (world: World, id: string, edit: Edit<Account>): World => ({
  ...world,
  accounts: withOne(world.accounts, id, edit),
});

export const withRole = (world: World, arn: RoleArn, edit: Edit<Role>): World =>
  withAccount(world, accountOf(arn), (account) => ({
    ...account,
    roles: withOne(account.roles, arn, edit),
  }));

/** The world with the user or role of an ARN changed. */
export const withHolder = (
  world: World,
  arn: string,
  edit: <T extends User | Role>(holder: T) => T,
): World =>
  withAccount(world, accountOf(arn), (account) => ({
    ...account,
    users: withOne(account.users, arn, edit),
    roles: withOne(account.roles, arn, edit),
  }));

export function withBucket(world: World, name: string, edit: Edit<Bucket>): World {
  const found = findBucket(world, name);
  if (!found) return world;
  return withAccount(world, found.owner.id, (account) => ({
    ...account,
    buckets: withOne(account.buckets, name, edit),
  }));
}

export const withKey = (world: World, id: string, edit: Edit<LongTermKey>): World => ({
  ...world,
  accessKeys: withOne(world.accessKeys, id, (key) =>
    key.kind === 'long-term' ? dated(key, edit(key), world.now) : key,
  ),
});

/** A changed key, with the moment at which it ended: the first one, where it ends twice. */
function dated(
  before: LongTermKey,
  { endedAt: _, ...after }: LongTermKey,
  now: Instant,
): LongTermKey {
  if (after.status === 'Active') return after;
  return { ...after, endedAt: before.endedAt ?? now };
}
