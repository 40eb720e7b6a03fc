import type { OpenUrl } from '../act.ts';
import { objectArn } from '../arn.ts';
import { requestId, s3HostId, s3RequestId } from '../ids.ts';
import { principalAccount } from '../principal.ts';
import type { RuleId } from '../rules.ts';
import { keyOf, receive } from '../s3/received.ts';
import { isoDate } from '../time.ts';
import type { Outcome } from '../trace.ts';
import { findBucket } from '../world.ts';
import { SOMEWHERE } from './record.ts';
import type { TrailRecord } from './record.ts';
import type { Ended } from './recorded.ts';
import { strangerIdentity, userIdentity } from './userIdentity.ts';

/**
 * The record of a request for an object, in the trail of the bucket's owner. It is a data event: a trail has it only if
 * somebody switched it on. It shows who signed the URL, not who used it (S3 User Guide, CloudTrail log file entries).
 */
export function objectRecords({
  act,
  before: world,
  outcome,
}: Ended<OpenUrl>): readonly TrailRecord[] {
  if (outcome.kind === 'refused' && !BEHIND_THE_SIGNATURE.has(outcome.rule)) return [];
  const context = receive(world, act);
  const { bucket, key, host, parameters } = context.received;
  const signer = keyOf(context);
  const found = findBucket(world, bucket);
  if (!signer || !found) return [];
  const account = found.owner.id;
  const isOwn = principalAccount(signer.owner) === account;
  const record = {
    eventVersion: '1.09',
    userIdentity: isOwn ? userIdentity(world, signer) : strangerIdentity(signer),
    eventTime: isoDate(world.now),
    eventSource: 's3.amazonaws.com',
    eventName: NAMES[act.method],
    awsRegion: found.bucket.region,
    sourceIPAddress: act.origin?.ip ?? SOMEWHERE,
    userAgent: '[Mozilla/5.0]',
    ...refusalOf(outcome),
    requestParameters: {
      bucketName: bucket,
      key,
      Host: host,
      'X-Amz-Date': parameters.get('X-Amz-Date'),
      'X-Amz-Expires': parameters.get('X-Amz-Expires'),
    },
    responseElements: null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      AuthenticationMethod: 'QueryString',
      'x-amz-id-2': s3HostId(act.id),
    },
    requestID: s3RequestId(act.id),
    eventID: requestId(`event ${act.id} ${account}`),
    readOnly: act.method === 'GET' || act.method === 'HEAD',
    resources: [
      { type: 'AWS::S3::Object', ARN: objectArn(bucket, key) },
      { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` },
    ],
    eventType: 'AwsApiCall',
    managementEvent: false,
    vpcEndpointId: act.origin?.endpoint,
    recipientAccountId: account,
    eventCategory: 'Data',
  };
  return [{ account, record }];
}

const refusalOf = (outcome: Outcome) =>
  outcome.kind === 'refused'
    ? { errorCode: outcome.error.code, errorMessage: outcome.error.message }
    : {};

/** Where one of these refuses, S3 knows who signed and whose bucket it is. That it records no others is modelled. */
const BEHIND_THE_SIGNATURE: ReadonlySet<RuleId> = new Set<RuleId>([
  's3.public-access',
  's3.requester-pays',
  's3.signer-allowed',
  's3.object-found',
  's3.object-readable',
  's3.acl-accepted',
  's3.condition-holds',
  's3.range-satisfiable',
  's3.digest-matches',
  's3.kms-secure',
  's3.kms-allowed',
]);

const NAMES: Readonly<Record<OpenUrl['method'], string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};
