import type { Change, WorldChange } from './act.ts';
import { accountOf } from './arn.ts';
import { unreachable } from './never.ts';
import { playedWork } from './played.ts';
import { isServed } from './s3/openUrl.ts';
import type { Played } from './played.ts';
import { formatPolicy } from './policy/format.ts';
import type { Policy } from './policy/document.ts';
import type { Artifact } from './trace.ts';
import { isoDate } from './time.ts';
import type { Instant } from './time.ts';
import { findBucket } from './world.ts';
import type { Account, Bucket, LongTermKey, World } from './world.ts';

/** Plays a change an administrator makes. IAM changes take effect at once here; AWS may take minutes. */
export function playChange(world: World, act: Change): Played {
  const after = endedBy(world, changed(world, act.change));
  return playedWork(act, act.by, after, artifactsOf(world.now, act.change));
}

/** Marks the URLs that S3 would serve before a change and refuses after it. */
function endedBy(before: World, after: World): World {
  const urls = Object.entries(after.presignedUrls).map(([id, url]) => {
    const ends = url.ended === undefined && isServed(before, id) && !isServed(after, id);
    return [id, ends ? { ...url, ended: after.now } : url] as const;
  });
  return { ...after, presignedUrls: Object.fromEntries(urls) };
}

function changed(world: World, change: WorldChange): World {
  switch (change.kind) {
    case 'replace-policies':
      return withPolicies(world, change.principal, () => change.policies);
    case 'revoke-sessions':
      // Revoking again moves the date in the one policy that is there.
      return withPolicies(world, change.role, (policies) => [
        ...policies.filter(({ id }) => id !== REVOCATION),
        revocationPolicy(world.now),
      ]);
    case 'put-bucket-policy':
      return withBucket(world, change.bucket, (bucket) => ({ ...bucket, policy: change.policy }));
    case 'delete-object':
      return withBucket(world, change.bucket, (bucket) => ({
        ...bucket,
        objects: Object.fromEntries(
          Object.entries(bucket.objects).filter(([key]) => key !== change.key),
        ),
      }));
    case 'deactivate-key':
      return withKey(world, change.keyId, (key) =>
        key.status === 'Active' ? { ...key, status: 'Inactive' } : key,
      );
    case 'delete-key':
      return withKey(world, change.keyId, (key) => ({ ...key, status: 'Deleted' }));
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

function artifactsOf(now: Instant, change: WorldChange): readonly Artifact[] {
  const shown = (policy: Policy): Artifact => ({
    kind: 'policy',
    name: policy.name,
    text: formatPolicy(policy.document),
  });
  if (change.kind === 'replace-policies') return change.policies.map(shown);
  if (change.kind === 'revoke-sessions') return [shown(revocationPolicy(now))];
  return change.kind === 'put-bucket-policy' ? [shown(change.policy)] : [];
}

const withAccount = (world: World, id: string, edit: (account: Account) => Account): World => {
  const account = Object.hasOwn(world.accounts, id) ? world.accounts[id] : undefined;
  return account ? { ...world, accounts: { ...world.accounts, [id]: edit(account) } } : world;
};

function withPolicies(
  world: World,
  arn: string,
  edit: (policies: readonly Policy[]) => readonly Policy[],
): World {
  return withAccount(world, accountOf(arn), (account) => {
    const user = account.users[arn];
    const role = account.roles[arn];
    return {
      ...account,
      ...(user && {
        users: { ...account.users, [arn]: { ...user, policies: edit(user.policies) } },
      }),
      ...(role && {
        roles: { ...account.roles, [arn]: { ...role, policies: edit(role.policies) } },
      }),
    };
  });
}

function withBucket(world: World, name: string, edit: (bucket: Bucket) => Bucket): World {
  const found = findBucket(world, name);
  if (!found) return world;
  return withAccount(world, found.owner.id, (account) => ({
    ...account,
    buckets: { ...account.buckets, [name]: edit(found.bucket) },
  }));
}

function withKey(world: World, id: string, edit: (key: LongTermKey) => LongTermKey): World {
  const key = world.accessKeys[id];
  return key?.kind === 'long-term'
    ? { ...world, accessKeys: { ...world.accessKeys, [id]: edit(key) } }
    : world;
}
