import { accountOf } from '../arn.ts';
import type { AccountId } from '../arn.ts';
import type { RequestContext } from '../policy/context.ts';
import type { AccessRequest } from '../policy/decide.ts';
import { principalAccount } from '../principal.ts';
import type { Principal } from '../principal.ts';
import { GLOBAL_REGION } from '../regions.ts';
import { isoDate } from '../time.ts';
import { findBucket, findRole } from '../world.ts';
import type { AccessKey, World } from '../world.ts';
import type { ApiCall } from './acts.ts';
import { operationOf } from './services.ts';

/** The request that policies decide, for one of the resources of a call. */
export function accessRequest(
  world: World,
  key: AccessKey,
  act: ApiCall,
  resource: string,
): AccessRequest {
  const { owner: principal } = key;
  const { account, policy } = ownerOf(world, act.action, resource);
  return {
    principal,
    action: act.action,
    resource,
    resourceAccount: account || (principalAccount(principal) ?? ''),
    ...(policy && !isAboveIt(principal, act.action, account) && { resourcePolicy: policy }),
    context: {
      ...contextOf(key, act),
      ...(act.action.startsWith('s3:') && account && { 's3:ResourceAccount': account }),
      ...act.context,
    },
  };
}

const ON_BUCKET_POLICIES: ReadonlySet<string> = new Set(
  ['Get', 'Put', 'Delete'].map((verb) => `s3:${verb}BucketPolicy`.toLowerCase()),
);

/** A bucket owner's root user can read, replace and delete its policy, whatever that policy denies (S3 API reference, DeleteBucketPolicy). */
const isAboveIt = (principal: Principal, action: string, owner: AccountId): boolean =>
  ON_BUCKET_POLICIES.has(action.toLowerCase()) &&
  (principal.kind === 'root' || principal.kind === 'root-session') &&
  principal.account === owner;

/** Whose resource it is, and the policy on it: of a bucket, or of a role that is to be assumed. */
function ownerOf(world: World, action: string, resource: string) {
  const bucket = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1];
  const stored = bucket === undefined ? undefined : findBucket(world, bucket);
  if (stored) return { account: stored.owner.id, policy: stored.bucket.policy };
  const role = action === 'sts:AssumeRole' ? findRole(world, resource) : undefined;
  return { account: accountOf(resource), policy: role?.trustPolicy };
}

const contextOf = (key: AccessKey, act: ApiCall): RequestContext => ({
  'aws:RequestedRegion': operationOf(act).service.isGlobal ? GLOBAL_REGION : act.region,
  'aws:SecureTransport': 'true',
  ...(key.kind === 'temporary' && { 'aws:TokenIssueTime': isoDate(key.issuedAt) }),
  // Its age is no key of a request that is signed in its headers (bucket-policy-s3-sigv4-conditions).
  ...(operationOf(act).service.name === 's3' && {
    's3:authType': 'REST-HEADER',
    's3:signatureversion': 'AWS4-HMAC-SHA256',
  }),
});
