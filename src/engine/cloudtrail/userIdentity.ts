import { accountOf, nameOf } from '../arn.ts';
import { unreachable } from '../never.ts';
import { principalAccount, principalArn } from '../principal.ts';
import type { Principal } from '../principal.ts';
import { isoDate } from '../time.ts';
import type { AccessKey, World } from '../world.ts';
import { findUser } from '../world.ts';
import type { Fields } from './record.ts';

/** Who called, as CloudTrail writes it (CloudTrail User Guide, userIdentity element; sts.md 8.2). */

/** The caller's identity in a record of the caller's own account. */
export function userIdentity(world: World, key: AccessKey): Fields {
  const { owner } = key;
  const session = key.kind === 'temporary' ? { sessionContext: sessionContext(world, key) } : {};
  const common = {
    arn: principalArn(owner),
    accountId: principalAccount(owner),
    accessKeyId: key.id,
  };
  switch (owner.kind) {
    case 'root':
    case 'root-session':
      return { type: 'Root', principalId: owner.account, ...common, ...session };
    case 'user':
    case 'user-session':
      return {
        type: 'IAMUser',
        principalId: owner.userId,
        ...common,
        userName: nameOf(owner.arn),
        ...session,
      };
    case 'role-session':
      return {
        type: 'AssumedRole',
        principalId: `${owner.roleId}:${owner.sessionName}`,
        ...common,
        ...session,
      };
    case 'federated-user':
      return {
        type: 'FederatedUser',
        principalId: `${accountOf(owner.arn)}:${nameOf(owner.arn)}`,
        ...common,
        ...session,
      };
    case 'service':
      return { type: 'AWSService', invokedBy: owner.name };
    case 'saml-identity':
    case 'web-identity':
    case 'anonymous':
      return { type: 'Unknown' };
    default:
      return unreachable(owner);
  }
}

/** The caller in a record of another account: no name, no ARN, no key. */
export function strangerIdentity({ owner }: AccessKey): Fields {
  return {
    type: 'AWSAccount',
    principalId: principalId(owner),
    accountId: principalAccount(owner),
  };
}

function principalId(owner: Principal): string | undefined {
  if (owner.kind === 'user' || owner.kind === 'user-session') return owner.userId;
  if (owner.kind === 'role-session') return `${owner.roleId}:${owner.sessionName}`;
  return principalAccount(owner);
}

function sessionContext(
  world: World,
  { owner, issuedAt }: AccessKey & { kind: 'temporary' },
): Fields {
  const mfaAt = 'mfaAt' in owner ? owner.mfaAt : undefined;
  const sourceIdentity = 'sourceIdentity' in owner ? owner.sourceIdentity : undefined;
  const isTask = owner.kind === 'root-session' && owner.sessionPolicies !== undefined;
  return {
    ...(issuerOf(world, owner) && { sessionIssuer: issuerOf(world, owner) }),
    attributes: {
      creationDate: isoDate(issuedAt),
      mfaAuthenticated: `${mfaAt !== undefined}`,
    },
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(isTask && { assumedRoot: 'true' }),
  };
}

/** The role or user that a session comes from. */
function issuerOf(world: World, owner: Principal): Fields | undefined {
  if (owner.kind === 'role-session') {
    const { role, roleId } = owner;
    return issuer('Role', role, roleId);
  }
  if (owner.kind !== 'federated-user') return undefined;
  return owner.user.endsWith(':root')
    ? {
        type: 'Root',
        principalId: accountOf(owner.user),
        arn: owner.user,
        accountId: accountOf(owner.user),
      }
    : issuer('IAMUser', owner.user, owner.userId ?? findUser(world, owner.user)?.userId);
}

const issuer = (type: string, arn: string, principalId: string | undefined): Fields => ({
  type,
  principalId,
  arn,
  accountId: accountOf(arn),
  userName: nameOf(arn),
});
