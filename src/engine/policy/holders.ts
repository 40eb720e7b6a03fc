import type { Principal } from '../principal.ts';
import type { Account, Role, User, World } from '../world.ts';
import type { Policy } from './document.ts';
import { byKind } from './principalKinds.ts';
import type { ByKind } from './principalKinds.ts';

/** Users and roles as holders of policies, looked up by texts that may be anything a policy or a link says. */

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** An account by id. */
export const findKnownAccount = (world: World, id: string): Account | undefined =>
  own(world.accounts, id);

const accountIn = (world: World, arn: string): Account | undefined =>
  findKnownAccount(world, arn.split(':', 5)[4] ?? '');

/** A user by ARN, whatever the text. */
export const findKnownUser = (world: World, arn: string): User | undefined =>
  own(accountIn(world, arn)?.users, arn);

/** A role by ARN, whatever the text. */
export const findKnownRole = (world: World, arn: string): Role | undefined =>
  own(accountIn(world, arn)?.roles, arn);

/** The user or role whose identity-based policies and boundary a caller has. */
export interface Holder {
  readonly arn: string;
  /** False where the user or role is gone; one made anew under the old name is another one (IAM, unique identifiers). */
  readonly isFound: boolean;
  readonly policies: readonly Policy[];
  readonly boundary: readonly Policy[];
}

/** Whose policies a caller has; callers outside any account, and root, have none. */
export const holderOf = (principal: Principal, world: World): Holder =>
  byKind(HOLDERS, principal)(world);

const nobody = (): ((world: World) => Holder) => () => ({
  arn: '',
  isFound: true,
  policies: [],
  boundary: [],
});

const user =
  ({ arn, userId }: { readonly arn: string; readonly userId: string }) =>
  (world: World): Holder => {
    const found = findKnownUser(world, arn);
    return holding(arn, found?.userId === userId ? found : undefined);
  };

const HOLDERS: ByKind<(world: World) => Holder> = {
  root: nobody,
  'root-session': nobody,
  user,
  'user-session': user,
  'role-session':
    ({ role, roleId }) =>
    (world) => {
      const found = findKnownRole(world, role);
      return holding(role, found?.roleId === roleId ? found : undefined);
    },
  'federated-user':
    ({ user: issuer, userId }) =>
    (world) => {
      const found = findKnownUser(world, issuer);
      return holding(issuer, userId === undefined || found?.userId === userId ? found : undefined);
    },
  'saml-identity': nobody,
  'web-identity': nobody,
  service: nobody,
  anonymous: nobody,
};

function holding(arn: string, holder: User | Role | undefined): Holder {
  if (!holder) return { arn, isFound: false, policies: [], boundary: [] };
  // Boundaries do not limit service-linked roles (IAM User Guide, roles: terms and concepts).
  const boundary = holder.boundary && !isServiceLinked(arn) ? [holder.boundary] : [];
  return { arn, isFound: true, policies: holder.policies, boundary };
}

const isServiceLinked = (arn: string): boolean => arn.includes(':role/aws-service-role/');

/** Whether a caller is a service-linked role, which control policies leave alone (AWS Organizations, SCPs and RCPs). */
export const isServiceLinkedRole = (principal: Principal): boolean =>
  principal.kind === 'role-session' && isServiceLinked(principal.role);
