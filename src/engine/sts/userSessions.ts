import { rootArn } from '../arn.ts';
import { principalAccount, principalArn } from '../principal.ts';
import type { Principal } from '../principal.ts';
import { promised } from '../never.ts';
import { after } from '../time.ts';
import type { Xml } from '../wire/xml.ts';
import type {
  AssumeRoot,
  GetDelegatedAccessToken,
  GetFederationToken,
  GetSessionToken,
} from './acts.ts';
import { callerAccount, callerKey } from './context.ts';
import type { StsContext } from './context.ts';
import { targetAccount } from './credentialsAccount.ts';
import { delegationEnd, knownDelegation } from './delegationRules.ts';
import { userDuration } from './durations.ts';
import { credentialsXml, issueKey, sourceIdentityXml, tokenSizeXml } from './issue.ts';
import type { Grant } from './issue.ts';
import { ROOT_TASK_DURATION } from './limits.ts';
import { managedPolicy } from '../session/managedPolicies.ts';
import { provedNow, withUsedCode } from './mfa.ts';
import { packedSizeXml, sessionPoliciesOf } from './sessionPolicies.ts';
import { sessionBaggage } from './sessionRequest.ts';

/** What the calls give that involve no role: sessions of users, of root users, and of those who delegate. */

/** GetSessionToken's session: the same identity, and MFA where the call proved it. */
export function grantSessionToken(context: StsContext<GetSessionToken>): Grant {
  const { world, act } = context;
  const { owner } = callerKey(context);
  const mfaAt = provedNow(context);
  const key = issueKey(world, act, {
    account: callerAccount(context),
    label: `${principalArn(owner)} GetSessionToken`,
    owner: sameIdentity(owner, mfaAt === undefined ? {} : { mfaAt }),
    expiresAt: after(world.now, userDuration(act.durationSeconds, owner)),
  });
  return {
    key,
    result: [credentialsXml(key), ...tokenSizeXml(act, key)],
    world: withUsedCode(context),
  };
}

type UserSession = Extract<Principal, { kind: 'user-session' }>;

/** A session of a user or of root, with what it carries. */
function sameIdentity(
  owner: Principal,
  carried: Pick<UserSession, 'mfaAt' | 'sessionPolicies'>,
): Principal {
  switch (owner.kind) {
    case 'user':
    case 'user-session':
      return { kind: 'user-session', arn: owner.arn, userId: owner.userId, ...carried };
    case 'root':
    case 'root-session':
      return { kind: 'root-session', account: owner.account, ...carried };
    case 'role-session':
      return { ...owner, ...carried };
    case 'federated-user':
    case 'saml-identity':
    case 'web-identity':
    case 'service':
    case 'anonymous':
      return owner;
  }
}

/** GetFederationToken's session: bounded by the caller's permissions and by its session policies (GetFederationToken). */
export function grantFederationToken(context: StsContext<GetFederationToken>): Grant {
  const { world, act } = context;
  const { owner } = callerKey(context);
  const account = callerAccount(context);
  const arn = `arn:aws:sts::${account}:federated-user/${act.name}` as const;
  const key = issueKey(world, act, {
    account,
    label: arn,
    owner: {
      kind: 'federated-user',
      arn,
      ...(owner.kind === 'user'
        ? { user: owner.arn, userId: owner.userId }
        : { user: rootArn(account) }),
      ...(owner.kind === 'user' && { userId: owner.userId }),
      sessionPolicies: sessionPoliciesOf(world, act),
      ...sessionBaggage(context),
    },
    expiresAt: after(world.now, userDuration(act.durationSeconds, owner)),
  });
  const user: Xml = [
    'FederatedUser',
    [
      ['FederatedUserId', `${account}:${act.name}`],
      ['Arn', arn],
    ],
  ];
  const result = [credentialsXml(key), user, ...packedSizeXml(act), ...tokenSizeXml(act, key)];
  return { key, result };
}

/** AssumeRoot's session: the member account's root user, less what the task policy denies. */
export function grantAssumeRoot(context: StsContext<AssumeRoot>): Grant {
  const { world, act } = context;
  const { owner } = callerKey(context);
  const account = targetAccount(act.targetPrincipal);
  const task = promised(managedPolicy(world, act.taskPolicyArn), 'sts.task-known passed');
  const sourceIdentity = 'sourceIdentity' in owner ? owner.sourceIdentity : undefined;
  const key = issueKey(world, act, {
    account,
    label: `arn:aws:iam::${account}:root ${act.taskPolicyArn}`,
    owner: {
      kind: 'root-session',
      account,
      sessionPolicies: [{ ...task, type: 'session' }],
      ...(sourceIdentity !== undefined && { sourceIdentity }),
    },
    expiresAt: after(world.now, act.durationSeconds ?? ROOT_TASK_DURATION),
  });
  const result = [
    credentialsXml(key),
    ...sourceIdentityXml(sourceIdentity),
    ...tokenSizeXml(act, key),
  ];
  return { key, result };
}

/** GetDelegatedAccessToken's session: the identity that accepted, within what it delegated (IAM User Guide, temporary delegation). */
export function grantDelegatedToken(context: StsContext<GetDelegatedAccessToken>): Grant {
  const { world, act } = context;
  const delegation = knownDelegation(context);
  const { principal, policies } = delegation;
  const own = 'sessionPolicies' in principal ? (principal.sessionPolicies ?? []) : [];
  const key = issueKey(world, act, {
    account: promised(principalAccount(principal), 'who delegates has an account'),
    label: `${principalArn(principal)} ${act.tradeInToken}`,
    owner: sameIdentity(principal, {
      sessionPolicies: [
        ...own,
        ...policies.map((policy) => ({ ...policy, type: 'session' }) as const),
      ],
    }),
    expiresAt: delegationEnd(delegation),
  });
  return {
    key,
    result: [credentialsXml(key), ['AssumedPrincipal', principalArn(principal) ?? '']],
  };
}
