import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { HttpMethod } from '../act.ts';
import { objectArn } from '../arn.ts';
import { s3Error } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { promised } from '../never.ts';
import { decide } from '../policy/decide.ts';
import type { AccessRequest, Decision } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import { principalArn } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import type { Verification } from '../sigv4/verification.ts';
import { verify } from '../sigv4/verify.ts';
import { verifyHeaders } from '../sigv4/verifyHeaders.ts';
import { isoDate } from '../time.ts';
import { findBucket } from '../world.ts';
import type { AccessKey } from '../world.ts';
import { keyOf, parameterOf, scopeOf } from './received.ts';
import type { S3Context, SignedIn } from './received.ts';
import { signedAt } from './requestRules.ts';
import { signatureDifferences } from './signatureDifferences.ts';

/** S3's checks of who signed, what was signed and what the signer may do (presigned-urls.md 5.1, steps 7 to 12). */

const knownKey = (context: S3Context): AccessKey => promised(keyOf(context), 's3.key-known passed');

const callerKey = (context: S3Context): AccessKey | undefined =>
  context.received.signedIn === 'nothing' ? undefined : knownKey(context);

const isKnown = (key: AccessKey | undefined): boolean =>
  key?.kind === 'temporary' || key?.status === 'Active';

export const keyKnown: Rule<S3Context, 's3.key-known'> = {
  id: 's3.key-known',
  test: (context) => {
    const { accessKeyId } = scopeOf(context);
    const key = keyOf(context);
    // A temporary key id means nothing without its token: S3 answers as for an unknown key (presigned-urls.md 5.4).
    const lacksToken =
      key?.kind === 'temporary' && !context.received.parameters.has('X-Amz-Security-Token');
    const missing = [
      ...(isKnown(key) ? [] : [accessKeyId]),
      ...(lacksToken ? ['X-Amz-Security-Token'] : []),
    ];
    return finding(
      {
        kind: 'presence',
        wanted: key?.kind === 'temporary' ? [accessKeyId, 'X-Amz-Security-Token'] : [accessKeyId],
        missing,
        paths: [
          'url:X-Amz-Credential',
          'url:X-Amz-Security-Token',
          `credential:${accessKeyId}/status`,
        ],
      },
      missing.length > 0
        ? s3Error(
            'InvalidAccessKeyId',
            'The AWS Access Key Id you provided does not exist in our records.',
            // Which code an inactive key gets was not seen (presigned-urls.md 8, point 5).
            key?.kind === 'long-term' && key.status === 'Inactive' ? 'modelled' : 'observed',
            [['AWSAccessKeyId', accessKeyId]],
          )
        : undefined,
    );
  },
};

export const tokenAccepted: Rule<S3Context, 's3.token-accepted'> = {
  id: 's3.token-accepted',
  test: (context) => {
    const key = knownKey(context);
    const expected = key.kind === 'temporary' ? key.sessionToken : '';
    const actual = parameterOf(context, 'X-Amz-Security-Token');
    return finding(
      {
        kind: 'equality',
        what: 'X-Amz-Security-Token',
        expected,
        actual,
        paths: ['url:X-Amz-Security-Token'],
      },
      expected === actual
        ? undefined
        : s3Error(
            'InvalidToken',
            'The provided token is malformed or otherwise invalid.',
            key.kind === 'temporary' ? 'observed' : 'modelled',
            [['Token-0', actual]],
          ),
    );
  },
};

export const tokenAlive: Rule<S3Context, 's3.token-alive'> = {
  id: 's3.token-alive',
  test: (context) => {
    const { now } = context.world;
    const key = knownKey(context);
    const life = key.kind === 'temporary' ? { from: key.issuedAt, until: key.expiresAt } : {};
    const isExpired = key.kind === 'temporary' && now > key.expiresAt;
    return finding(
      { kind: 'window', at: now, ...life, paths: [`credential:${key.id}/expiresAt`, 'clock'] },
      isExpired
        ? s3Error('ExpiredToken', 'The provided token has expired.', 'observed', [
            ['Token-0', parameterOf(context, 'X-Amz-Security-Token')],
          ])
        : undefined,
    );
  },
};

export const headersSigned: Rule<S3Context, 's3.headers-signed'> = {
  id: 's3.headers-signed',
  test: (context) => {
    const signed = new Set(parameterOf(context, 'X-Amz-SignedHeaders').split(';'));
    const sent = context.received.headers.map(([name]) => name.toLowerCase());
    const mustBeSigned = (name: string): boolean =>
      name === 'host' ||
      (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256') ||
      // A signed Range would be worth nothing beside an If-Range that anybody may add (using-presigned-url).
      (name === 'if-range' && signed.has('range'));
    const found = sent.filter((name) => mustBeSigned(name) && !signed.has(name)).toSorted();
    return finding(
      {
        kind: 'absence',
        found,
        paths: ['url:X-Amz-SignedHeaders', ...sent.map((name) => `header:${name}` as const)],
      },
      found.length > 0
        ? s3Error(
            'AccessDenied',
            'There were headers present in the request which were not signed',
            'observed',
            [['HeadersNotSigned', found.join(', ')]],
          )
        : undefined,
    );
  },
};

/** The bytes of a text as S3 prints them: two lower-case hex digits each, apart by spaces. */
const hexBytes = (text: string): string =>
  bytesToHex(utf8ToBytes(text)).replace(/(..)(?=.)/g, '$1 ');

/** The signature computed again, from the query or from the headers; those name the hash of their payload. */
function verified({ received }: S3Context, secretAccessKey: string): Verification | undefined {
  if (received.signedIn === 'query') return verify({ ...received, secretAccessKey });
  const payloadHash = canonicalHeaders(received.headers).get('x-amz-content-sha256') ?? '';
  return verifyHeaders({ ...received, secretAccessKey, payloadHash });
}

export const signatureMatches: Rule<S3Context, 's3.signature-matches'> = {
  id: 's3.signature-matches',
  test: (context) => {
    const key = knownKey(context);
    const { signed } = context;
    const checked = promised(
      verified(context, key.secretAccessKey),
      's3.six-parameters and s3.credential-scope passed',
    );
    const { canonicalRequest, stringToSign, expected, provided } = checked;
    const evidence = {
      kind: 'signature',
      provided,
      expected,
      canonicalRequest,
      stringToSign,
      differs: signed ? signatureDifferences(signed.canonicalRequest, canonicalRequest) : [],
      paths: ['url:X-Amz-Signature', `credential:${key.id}/secretAccessKey`],
    } as const;
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    return finding(
      evidence,
      checked.matches
        ? undefined
        : s3Error('SignatureDoesNotMatch', message, 'observed', [
            ['AWSAccessKeyId', key.id],
            ['StringToSign', stringToSign],
            ['SignatureProvided', provided],
            ['StringToSignBytes', hexBytes(stringToSign)],
            ['CanonicalRequest', canonicalRequest],
            ['CanonicalRequestBytes', hexBytes(canonicalRequest)],
          ]),
    );
  },
};

export const bucketFound: Rule<S3Context, 's3.bucket-found'> = {
  id: 's3.bucket-found',
  test: ({ world, received }) => {
    const isFound = findBucket(world, received.bucket) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [received.bucket],
        missing: isFound ? [] : [received.bucket],
        paths: [`bucket:${received.bucket}/name`],
      },
      isFound
        ? undefined
        : s3Error('NoSuchBucket', 'The specified bucket does not exist', 'observed', [
            ['BucketName', received.bucket],
          ]),
    );
  },
};

const ACTIONS: Readonly<Record<HttpMethod, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

const AUTH_TYPES: Readonly<Record<Exclude<SignedIn, 'nothing'>, string>> = {
  query: 'REST-QUERY-STRING',
  header: 'REST-HEADER',
};

/** The condition keys that a signature brings along (Service Authorization Reference, S3). */
function signatureKeys(context: S3Context): AccessRequest['context'] {
  const { signedIn } = context.received;
  if (signedIn === 'nothing') return {};
  const key = knownKey(context);
  return {
    's3:authType': AUTH_TYPES[signedIn],
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:signatureAge': `${Math.max(0, context.world.now - signedAt(context))}`,
    ...(key.kind === 'temporary' && { 'aws:TokenIssueTime': isoDate(key.issuedAt) }),
  };
}

function accessRequest(context: S3Context, action: string, resource: string): AccessRequest {
  const { world, received } = context;
  const { owner, bucket } = promised(findBucket(world, received.bucket), 's3.bucket-found passed');
  return {
    principal: callerKey(context)?.owner ?? { kind: 'anonymous' },
    action,
    resource,
    resourceAccount: owner.id,
    ...(bucket.policy && { resourcePolicy: bucket.policy }),
    context: { ...signatureKeys(context), 'aws:SecureTransport': 'true' },
  };
}

function denial({ world }: S3Context, request: AccessRequest, decision: Decision): AwsError {
  const { message, basis } = denialAnswer(decision, request, world);
  return s3Error('AccessDenied', message, basis);
}

export const signerAllowed: Rule<S3Context, 's3.signer-allowed'> = {
  id: 's3.signer-allowed',
  test: (context) => {
    const { bucket, key, method } = context.received;
    const request = accessRequest(context, ACTIONS[method], objectArn(bucket, key));
    const decision = decide(request, context.world);
    const signer = callerKey(context);
    return finding(
      {
        kind: 'policy',
        principal: principalArn(request.principal) ?? '',
        action: request.action,
        resource: request.resource,
        decision,
        paths: [
          ...(signer ? [`credential:${signer.id}/owner` as const] : []),
          `bucket:${bucket}/policy`,
        ],
      },
      decision.verdict === 'allow' ? undefined : denial(context, request, decision),
    );
  },
};

export const objectFound: Rule<S3Context, 's3.object-found'> = {
  id: 's3.object-found',
  test: (context) => {
    const { bucket, key, method } = context.received;
    const objects = promised(findBucket(context.world, bucket), 's3.bucket-found passed').bucket
      .objects;
    const reads = method === 'GET' || method === 'HEAD';
    const isMissing = reads && !Object.hasOwn(objects, key);
    const evidence = {
      kind: 'presence',
      wanted: reads ? [key] : [],
      missing: isMissing ? [key] : [],
      paths: [`bucket:${bucket}/objects`],
    } as const;
    if (!isMissing) return finding(evidence);
    // Without s3:ListBucket S3 does not tell that the object is missing (GetObject).
    const list = accessRequest(context, 's3:ListBucket', `arn:aws:s3:::${bucket}`);
    const decision = decide(list, context.world);
    return finding(
      evidence,
      decision.verdict === 'allow'
        ? s3Error('NoSuchKey', 'The specified key does not exist.', 'observed', [['Key', key]])
        : denial(context, list, decision),
    );
  },
};
