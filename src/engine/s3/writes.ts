import { s3VersionId } from '../ids.ts';
import type { Bucket, ObjectVersion, StoredObject } from '../world.ts';
import { currentOf, earlierOf } from './stored.ts';

/** Buckets with an object written or removed: a versioned one keeps what was there (S3 User Guide, versioning workflows). */

const without = <T>(things: Readonly<Record<string, T>>, name: string) =>
  Object.fromEntries(Object.entries(things).filter(([key]) => key !== name));

/** The version of an object that was written before its bucket was versioned (S3 User Guide, null versions). */
const NULL_VERSION = 'null';

/** What was current, as one of the earlier versions. */
function retired(bucket: Bucket, key: string): readonly ObjectVersion[] {
  const current = currentOf(bucket, key);
  return current ? [{ ...current, versionId: current.versionId ?? NULL_VERSION }] : [];
}

const withEarlier = (bucket: Bucket, key: string, versions: readonly ObjectVersion[]): Bucket => ({
  ...bucket,
  earlier: { ...bucket.earlier, [key]: versions },
});

/** The bucket with an object in the place of whatever had its key. */
export function written(bucket: Bucket, key: string, object: StoredObject, label: string): Bucket {
  if (!bucket.isVersioned) return { ...bucket, objects: { ...bucket.objects, [key]: object } };
  const fresh = { ...object, versionId: s3VersionId(label) };
  const kept = withEarlier(bucket, key, [...retired(bucket, key), ...earlierOf(bucket, key)]);
  return { ...kept, objects: { ...bucket.objects, [key]: fresh } };
}

/** The bucket after a deletion: a versioned one marks the key as deleted, and only a version that is named is gone for good. */
export function removed(bucket: Bucket, key: string, label: string, versionId?: string): Bucket {
  if (versionId !== undefined) return withoutVersion(bucket, key, versionId);
  const objects = without(bucket.objects, key);
  if (!bucket.isVersioned) return { ...bucket, objects };
  const marker = { kind: 'delete-marker', versionId: s3VersionId(label) } as const;
  const versions = [marker, ...retired(bucket, key), ...earlierOf(bucket, key)];
  return { ...withEarlier(bucket, key, versions), objects };
}

/** Without one version: where it was the current one, the newest that is left takes its place. */
function withoutVersion(bucket: Bucket, key: string, versionId: string): Bucket {
  const left = [...retired(bucket, key), ...earlierOf(bucket, key)].filter(
    (version) => version.versionId !== versionId,
  );
  const [newest, ...rest] = left;
  const objects = without(bucket.objects, key);
  if (!newest || !('body' in newest)) return { ...withEarlier(bucket, key, left), objects };
  return { ...withEarlier(bucket, key, rest), objects: { ...objects, [key]: newest } };
}
