import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { decide } from '../policy/decide.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findBucket } from '../world.ts';
import type { StoredObject } from '../world.ts';
import { askedForList, denial } from './accessRequest.ts';
import { readRange } from './range.ts';
import { optionOf } from './received.ts';
import type { S3Context } from './received.ts';
import { bucketOf, currentOf, namedBy, readBy, sizeOf } from './stored.ts';

/** S3's checks of the object itself (presigned-urls.md 5.1, step 12). */

const isRead = ({ received }: S3Context): boolean =>
  received.method === 'GET' || received.method === 'HEAD';

/** What a request reads, as evidence names it: the object of a key, one of its versions, or what a deletion left. */
function soughtBy(context: S3Context): string {
  const { key, parameters } = context.received;
  const versionId = parameters.get('versionId');
  if (versionId === undefined) return key;
  const isMarked = namedBy(context) !== undefined && readBy(context) === undefined;
  return isMarked ? `object behind the delete marker ${versionId}` : `version ${versionId}`;
}

function missingError(context: S3Context): AwsError {
  const { key, method, parameters } = context.received;
  const versionId = parameters.get('versionId');
  if (versionId === undefined) {
    return s3Error('NoSuchKey', 'The specified key does not exist.', 'observed', [['Key', key]]);
  }
  if (namedBy(context)) {
    const message = 'The specified method is not allowed against this resource.';
    return s3Error('MethodNotAllowed', message, 'documented', [
      ['Method', method],
      ['ResourceType', 'DeleteMarker'],
    ]);
  }
  return s3Error('NoSuchVersion', 'The specified version does not exist.', 'documented', [
    ['Key', key],
    ['VersionId', versionId],
  ]);
}

export const objectFound: Rule<S3Context, 's3.object-found'> = {
  id: 's3.object-found',
  test: (context) => {
    const { bucket } = context.received;
    const sought = isRead(context) ? [soughtBy(context)] : [];
    const missing = readBy(context) ? [] : sought;
    const evidence = {
      kind: 'presence',
      wanted: sought,
      missing,
      paths: [`bucket:${bucket}/objects`],
    } as const;
    if (missing.length === 0) return finding(evidence);
    // Without s3:ListBucket S3 does not tell that the object is missing (GetObject); for versions this is modelled.
    const list = askedForList(context);
    const hidden = denial(context, list, decide(list, context.world));
    return hidden
      ? finding({ ...evidence, missing: [...missing, list.action] }, hidden)
      : finding(evidence, missingError(context));
  },
};

/** The object that a GET or HEAD would read; undefined for a write, and where there is no bucket yet to look into. */
const toBeRead = (context: S3Context): StoredObject | undefined =>
  isRead(context) && findBucket(context.world, context.received.bucket)
    ? readBy(context)
    : undefined;

export const objectReadable: Rule<S3Context, 's3.object-readable'> = {
  id: 's3.object-readable',
  // The bytes are away; what is known of them is not (HeadObject).
  applies: (context) =>
    context.received.method === 'GET' && toBeRead(context)?.storageClass !== undefined,
  test: (context) => {
    const { storageClass = '', isRestored = false } = toBeRead(context) ?? {};
    return finding(
      {
        kind: 'equality',
        what: storageClass,
        expected: 'restored',
        actual: isRestored ? 'restored' : 'archived',
        paths: [`bucket:${context.received.bucket}/objects`],
      },
      isRestored
        ? undefined
        : s3Error(
            'InvalidObjectState',
            "The action is not valid for the object's storage class",
            'observed',
          ),
    );
  },
};

export const rangeSatisfiable: Rule<S3Context, 's3.range-satisfiable'> = {
  id: 's3.range-satisfiable',
  applies: (context) =>
    context.received.method === 'GET' && optionOf(context, 'range') !== undefined,
  test: (context) => {
    const header = optionOf(context, 'range') ?? '';
    const object = toBeRead(context);
    const size = object ? sizeOf(object) : 0;
    const isMet = readRange(header, size) !== 'unsatisfiable';
    return finding(
      {
        kind: 'constraints',
        parameters: [
          { name: 'Range', value: header, constraint: `begins before byte ${size}`, met: isMet },
        ],
        paths: ['header:Range', `bucket:${context.received.bucket}/objects`],
      },
      isMet
        ? undefined
        : s3Error('InvalidRange', 'The requested range is not satisfiable', 'observed', [
            ['RangeRequested', header],
            ['ActualObjectSize', `${size}`],
          ]),
    );
  },
};

/** `If-None-Match: *` on a write: only where nothing is there yet (S3 User Guide, conditional writes). */
export const conditionHolds: Rule<S3Context, 's3.condition-holds'> = {
  id: 's3.condition-holds',
  applies: (context) =>
    context.received.method === 'PUT' && optionOf(context, 'if-none-match') === '*',
  test: (context) => {
    const { key, bucket } = context.received;
    const isTaken = currentOf(bucketOf(context), key) !== undefined;
    return finding(
      {
        kind: 'absence',
        found: isTaken ? [key] : [],
        paths: ['header:If-None-Match', `bucket:${bucket}/objects`],
      },
      isTaken
        ? s3Error(
            'PreconditionFailed',
            'At least one of the pre-conditions you specified did not hold',
            'observed',
            [['Condition', 'If-None-Match']],
          )
        : undefined,
    );
  },
};
