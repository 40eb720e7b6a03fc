import { accountOf, objectArn } from '../arn.ts';
import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { decide } from '../policy/decide.ts';
import type { AccessRequest, Decision } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import { principalArn } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findBucket, findKmsKey } from '../world.ts';
import { policyEvidence } from './accessRequest.ts';
import { keyOf, optionOf } from './received.ts';
import type { S3Context } from './received.ts';
import { bucketOf, readBy } from './stored.ts';

/** S3's checks of the KMS key behind an object (presigned-urls.md 4.3 and 5.1, step 13). */

/** The key a write is encrypted with: the one it names, else the bucket's; none for S3's own encryption. */
export function keyForWrite(context: S3Context): string | undefined {
  const algorithm = optionOf(context, 'x-amz-server-side-encryption');
  if (algorithm !== undefined && algorithm !== 'aws:kms') return undefined;
  return (
    optionOf(context, 'x-amz-server-side-encryption-aws-kms-key-id') ?? bucketOf(context).kmsKey
  );
}

/** The key that reading or writing takes; of a HEAD nothing is decrypted, and a deletion asks for none. */
function keyNeeded(context: S3Context): string | undefined {
  const { bucket, method } = context.received;
  if (!findBucket(context.world, bucket)) return undefined;
  if (method === 'GET') return readBy(context)?.kmsKey;
  return method === 'PUT' || method === 'POST' ? keyForWrite(context) : undefined;
}

const SSE_KMS = 'Requests specifying Server Side Encryption with AWS KMS managed keys';

export const kmsSecure: Rule<S3Context, 's3.kms-secure'> = {
  id: 's3.kms-secure',
  applies: (context) => keyNeeded(context) !== undefined,
  test: ({ received }) => {
    const { scheme = 'https', signedIn } = received;
    const isSigned = signedIn !== 'nothing';
    const evidence = {
      kind: 'constraints',
      parameters: [
        { name: 'scheme', value: scheme, constraint: 'is https', met: scheme === 'https' },
        {
          name: 'signature',
          value: isSigned ? 'Version 4' : 'none',
          constraint: 'is of Version 4',
          met: isSigned,
        },
      ],
      paths: [`bucket:${received.bucket}/objects`],
    } as const;
    if (scheme !== 'https') {
      const message = `${SSE_KMS} must be made over a secure connection.`;
      return finding(evidence, s3Error('InvalidArgument', message, 'observed'));
    }
    if (isSigned) return finding(evidence);
    const message = `${SSE_KMS} require AWS Signature Version 4.`;
    return finding(evidence, s3Error('InvalidArgument', message, 'modelled'));
  },
};

/** What S3 asks KMS in the caller's name. It calls from its own network, so the caller's address is no key of it (aws/copilot-cli 5500). */
export function askedForKey(context: S3Context, keyArn: string): AccessRequest {
  const { world, received } = context;
  const key = findKmsKey(world, keyArn);
  return {
    principal: keyOf(context)?.owner ?? { kind: 'anonymous' },
    action: received.method === 'GET' ? 'kms:Decrypt' : 'kms:GenerateDataKey',
    resource: keyArn,
    resourceAccount: accountOf(keyArn),
    ...(key && { resourcePolicy: key.policy }),
    context: {
      'aws:ViaAWSService': 'true',
      'aws:SecureTransport': 'true',
      'kms:ViaService': `s3.${bucketOf(context).region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': objectArn(received.bucket, received.key),
    },
  };
}

/** S3 passes on what KMS says (seen in public threads; of a key policy for GenerateDataKey only). */
function kmsDenial({ world }: S3Context, request: AccessRequest, decision: Decision): AwsError {
  if (decision.decidedBy.gate !== 'resource') {
    const { message } = denialAnswer(decision, request, world);
    const isSeen = decision.decidedBy.gate === 'identity';
    return s3Error('AccessDenied', message, isSeen ? 'observed' : 'modelled');
  }
  const isUpload = request.action === 'kms:GenerateDataKey';
  const place = isUpload ? 'this resource' : 'the resource associated with this ciphertext';
  const message = `User: ${principalArn(request.principal)} is not authorized to perform: ${request.action} on ${place} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  return s3Error('AccessDenied', message, isUpload ? 'observed' : 'modelled');
}

export const kmsAllowed: Rule<S3Context, 's3.kms-allowed'> = {
  id: 's3.kms-allowed',
  applies: (context) => keyNeeded(context) !== undefined,
  test: (context) => {
    const key = keyNeeded(context) ?? '';
    const request = askedForKey(context, key);
    const decision = decide(request, context.world);
    return finding(
      policyEvidence(context, request, decision, `account:${accountOf(key)}/kmsKeys`),
      decision.verdict === 'allow' ? undefined : kmsDenial(context, request, decision),
    );
  },
};
