import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { decide } from '../policy/decide.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { askedForList, denial } from './accessRequest.ts';
import type { S3Context } from './received.ts';
import { namedBy } from './stored.ts';

/** S3's checks of the object itself (presigned-urls.md 5.1, step 12). */

const isRead = ({ received }: S3Context): boolean =>
  received.method === 'GET' || received.method === 'HEAD';

/** What is not there, as evidence names it: the key, its version, or what a deletion left instead. */
function missingOf(context: S3Context): readonly string[] {
  const found = namedBy(context);
  const { key, parameters } = context.received;
  if (found && 'body' in found) return [];
  if (found) return [`delete marker ${found.versionId}`];
  const versionId = parameters.get('versionId');
  return [versionId === undefined ? key : `version ${versionId}`];
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
    const { bucket, key } = context.received;
    const missing = isRead(context) ? missingOf(context) : [];
    const evidence = {
      kind: 'presence',
      wanted: isRead(context) ? [key] : [],
      missing,
      paths: [`bucket:${bucket}/objects`],
    } as const;
    if (missing.length === 0) return finding(evidence);
    // Without s3:ListBucket S3 does not tell that the object is missing (GetObject); for versions this is modelled.
    const list = askedForList(context);
    const hidden = denial(context, list, decide(list, context.world));
    return finding(evidence, hidden ?? missingError(context));
  },
};
