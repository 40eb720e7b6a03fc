import { s3Error } from '../errors.ts';
import { decide } from '../policy/decide.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findBucket } from '../world.ts';
import { askedForObject, denial, policyEvidence } from './accessRequest.ts';
import type { S3Context } from './received.ts';

/** S3's checks of the bucket and of what the caller may do with it (presigned-urls.md 5.1, steps 10 and 11). */

export const bucketFound: Rule<S3Context, 's3.bucket-found'> = {
  id: 's3.bucket-found',
  test: ({ world, received }) => {
    const { bucket: name, host, region } = received;
    const bucket = findBucket(world, name)?.bucket;
    const isElsewhere = bucket !== undefined && region !== undefined && region !== bucket.region;
    const evidence = {
      kind: 'presence',
      wanted: isElsewhere ? [name, host] : [name],
      missing: bucket ? (isElsewhere ? [host] : []) : [name],
      paths: [`bucket:${name}/name`, `bucket:${name}/region`],
    } as const;
    if (!bucket) {
      return finding(
        evidence,
        s3Error('NoSuchBucket', 'The specified bucket does not exist', 'observed', [
          ['BucketName', name],
        ]),
      );
    }
    if (!isElsewhere) return finding(evidence);
    const message =
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.';
    return finding(
      evidence,
      s3Error('PermanentRedirect', message, 'observed', [
        ['Endpoint', `${name}.s3.${bucket.region}.amazonaws.com`],
        ['Bucket', name],
      ]),
    );
  },
};

export const signerAllowed: Rule<S3Context, 's3.signer-allowed'> = {
  id: 's3.signer-allowed',
  test: (context) => {
    const request = askedForObject(context);
    const decision = decide(request, context.world);
    const path = `bucket:${context.received.bucket}/policy` as const;
    return finding(
      policyEvidence(context, request, decision, path),
      denial(context, request, decision),
    );
  },
};
