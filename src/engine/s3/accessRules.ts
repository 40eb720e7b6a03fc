import { s3Error } from '../errors.ts';
import { promised } from '../never.ts';
import { principalAccount } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findBucket } from '../world.ts';
import { isPublic } from './publicPolicy.ts';
import { keyOf, optionOf } from './received.ts';
import type { S3Context } from './received.ts';

/** S3's settings that stand before its policies; their place among the checks is modelled. */

const home = ({ world, received }: S3Context) =>
  promised(findBucket(world, received.bucket), 's3.bucket-found passed');

/** The account behind a request; undefined where nobody signed. */
const accountBehind = (context: S3Context): string | undefined => {
  const key = keyOf(context);
  return key && principalAccount(key.owner);
};

const isRestricted = (context: S3Context): boolean => {
  const { owner, bucket } = home(context);
  return [owner, bucket].some(
    ({ publicAccessBlock }) => publicAccessBlock?.restrictPublicBuckets === true,
  );
};

export const publicAccess: Rule<S3Context, 's3.public-access'> = {
  id: 's3.public-access',
  applies: ({ world, received, ...rest }) =>
    findBucket(world, received.bucket) !== undefined && isRestricted({ world, received, ...rest }),
  test: (context) => {
    const { owner, bucket } = home(context);
    const isOpen = bucket.policy !== undefined && isPublic(bucket.policy.document);
    const caller = accountBehind(context) ?? 'anonymous';
    return finding(
      {
        kind: 'equality',
        // Without a public policy there is nothing to restrict.
        what: isOpen ? 'account' : '',
        expected: isOpen ? owner.id : caller,
        actual: caller,
        paths: [`bucket:${bucket.name}/publicAccessBlock`, `bucket:${bucket.name}/policy`],
      },
      isOpen && caller !== owner.id
        ? s3Error('AccessDenied', 'Access Denied', 'modelled')
        : undefined,
    );
  },
};

export const requesterPays: Rule<S3Context, 's3.requester-pays'> = {
  id: 's3.requester-pays',
  applies: ({ world, received }) =>
    findBucket(world, received.bucket)?.bucket.isRequesterPays === true,
  test: (context) => {
    const { owner, bucket } = home(context);
    const account = accountBehind(context);
    const isOwn = account === owner.id;
    const says = optionOf(context, 'x-amz-request-payer') === 'requester';
    const missing =
      account === undefined ? ['a signature'] : isOwn || says ? [] : ['x-amz-request-payer'];
    return finding(
      {
        kind: 'presence',
        wanted: isOwn ? [] : ['x-amz-request-payer'],
        missing,
        paths: [`bucket:${bucket.name}/isRequesterPays`, 'header:x-amz-request-payer'],
      },
      missing.length > 0 ? s3Error('AccessDenied', 'Access Denied', 'modelled') : undefined,
    );
  },
};
