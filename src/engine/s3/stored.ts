import { utf8ToBytes } from '@noble/hashes/utils.js';

import { promised } from '../never.ts';
import { findBucket } from '../world.ts';
import type { Bucket, ObjectVersion, StoredObject } from '../world.ts';
import type { S3Context } from './received.ts';

/** What a bucket holds under a key, and what a request means by it (S3 User Guide, versioning). */

/** The bucket a request is for. */
export const bucketOf = ({ world, received }: S3Context): Bucket =>
  promised(findBucket(world, received.bucket), 's3.bucket-found passed').bucket;

/** The current object under a key; undefined where there is none. */
export const currentOf = ({ objects }: Bucket, key: string): StoredObject | undefined =>
  Object.hasOwn(objects, key) ? objects[key] : undefined;

/** What is no longer current under a key, the newest first. */
export const earlierOf = ({ earlier = {} }: Bucket, key: string): readonly ObjectVersion[] =>
  Object.hasOwn(earlier, key) ? (earlier[key] ?? []) : [];

/** What a request names: the current object or the version asked for; undefined where there is none. */
export function namedBy(context: S3Context): StoredObject | ObjectVersion | undefined {
  const { key, parameters } = context.received;
  const bucket = bucketOf(context);
  const current = currentOf(bucket, key);
  const versionId = parameters.get('versionId');
  if (versionId === undefined || current?.versionId === versionId) return current;
  return earlierOf(bucket, key).find((version) => version.versionId === versionId);
}

/** The object a request reads; undefined where there is none, or only the mark of a deletion. */
export function readBy(context: S3Context): StoredObject | undefined {
  const found = namedBy(context);
  return found && 'body' in found ? found : undefined;
}

/** How long an object is, in bytes. */
export const sizeOf = ({ body, size = utf8ToBytes(body).length }: StoredObject): number => size;
