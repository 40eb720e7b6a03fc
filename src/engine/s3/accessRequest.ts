import { objectArn } from '../arn.ts';
import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import type { InputPath, PolicyEvidence } from '../evidence.ts';
import { promised } from '../never.ts';
import type { AccessRequest, Decision } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import type { RequestContext } from '../policy/context.ts';
import { principalArn } from '../principal.ts';
import { isoDate } from '../time.ts';
import { findBucket } from '../world.ts';
import type { VpcEndpoint } from '../world.ts';
import { keyOf, optionOf, signedAt } from './received.ts';
import type { Received, S3Context, SignedIn } from './received.ts';

/** What S3 asks the policies, and the condition keys it brings along (Service Authorization Reference, S3). */

const ACTIONS: Readonly<Record<Received['method'], string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
  POST: 's3:PutObject',
};

/** The action a request needs: a version that is named has actions of its own. */
function actionOf({ method, parameters }: Received): string {
  return parameters.has('versionId') && method !== 'PUT' && method !== 'POST'
    ? `${ACTIONS[method]}Version`
    : ACTIONS[method];
}

/** Asks the policies whether the caller may do what the request is for. */
export const askedForObject = (context: S3Context): AccessRequest => {
  const { bucket, key } = context.received;
  return accessRequest(context, actionOf(context.received), objectArn(bucket, key));
};

/** Asks whether the caller may list the bucket: only then does S3 tell that an object is missing (GetObject). */
export const askedForList = (context: S3Context): AccessRequest =>
  accessRequest(context, 's3:ListBucket', `arn:aws:s3:::${context.received.bucket}`);

function accessRequest(context: S3Context, action: string, resource: string): AccessRequest {
  const { world, received } = context;
  const { owner, bucket } = promised(findBucket(world, received.bucket), 's3.bucket-found passed');
  const endpointPolicy = endpointOf(context)?.policy;
  return {
    principal: keyOf(context)?.owner ?? { kind: 'anonymous' },
    action,
    resource,
    resourceAccount: owner.id,
    ...(bucket.policy && { resourcePolicy: bucket.policy }),
    ...(endpointPolicy && { endpointPolicy }),
    context: {
      's3:ResourceAccount': owner.id,
      ...signatureKeys(context),
      ...networkKeys(context),
      ...optionKeys(context),
    },
  };
}

const AUTH_TYPES: Readonly<Record<Exclude<SignedIn, 'nothing'>, string>> = {
  query: 'REST-QUERY-STRING',
  header: 'REST-HEADER',
  form: 'POST',
};

/** The keys that a signature brings along; s3:signatureAge counts milliseconds, and only for what is signed ahead (bucket-policy-s3-sigv4-conditions). */
function signatureKeys(context: S3Context): RequestContext {
  const { signedIn } = context.received;
  if (signedIn === 'nothing') return {};
  const key = keyOf(context);
  const age = Math.max(0, context.world.now - signedAt(context));
  return {
    's3:authType': AUTH_TYPES[signedIn],
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    ...(signedIn !== 'header' && { 's3:signatureAge': `${age}` }),
    ...(key?.kind === 'temporary' && { 'aws:TokenIssueTime': isoDate(key.issuedAt) }),
  };
}

/** The VPC endpoint that the request passed; undefined where it came over the internet. */
const endpointOf = ({ world, received: { origin } }: S3Context): VpcEndpoint | undefined =>
  origin?.endpoint && world.vpcEndpoints?.[origin.endpoint];

/** Where the request came from: the network of whoever sends it, whoever signed it (IAM User Guide, global condition keys). */
function networkKeys(context: S3Context): RequestContext {
  const { origin, scheme } = context.received;
  const endpoint = endpointOf(context);
  return {
    'aws:SecureTransport': `${scheme !== 'http'}`,
    // Through an endpoint the address is one of the VPC, and aws:SourceIp is not there.
    ...(origin && !endpoint && { 'aws:SourceIp': origin.ip }),
    ...(origin &&
      endpoint && {
        'aws:VpcSourceIp': origin.ip,
        'aws:SourceVpc': endpoint.vpc,
        'aws:SourceVpce': endpoint.id,
      }),
  };
}

/** Options that S3 has condition keys for, by the names they have in a request. */
const OPTIONS = [
  'x-amz-acl',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-storage-class',
] as const;

function optionKeys(context: S3Context): RequestContext {
  const given = OPTIONS.flatMap((name) => {
    const value = optionOf(context, name);
    return value === undefined ? [] : [[`s3:${name}`, value] as const];
  });
  const versionId = context.received.parameters.get('versionId');
  return {
    ...Object.fromEntries(given),
    ...(versionId !== undefined && { 's3:VersionId': versionId }),
  };
}

/** What the policies say to what was asked, as evidence of a check. */
export const policyEvidence = (
  context: S3Context,
  request: AccessRequest,
  decision: Decision,
  path: InputPath,
): PolicyEvidence => {
  const signer = keyOf(context);
  return {
    kind: 'policy',
    principal: principalArn(request.principal) ?? '',
    action: request.action,
    resource: request.resource,
    decision,
    paths: [...(signer ? [`credential:${signer.id}/owner` as const] : []), path],
  };
};

/** S3's words for a decision that denies. */
export function denial(
  { world }: S3Context,
  request: AccessRequest,
  decision: Decision,
): AwsError | undefined {
  if (decision.verdict === 'allow') return undefined;
  const { message, basis } = denialAnswer(decision, request, world);
  return s3Error('AccessDenied', message, basis);
}
