import { Readable } from 'node:stream';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandInput, PutObjectCommandInput } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { HttpMethod } from '../act.ts';
import { signerOf } from '../credentials.ts';
import type { S3ErrorCode } from '../errors.ts';
import { addressOf } from '../s3/host.ts';
import { presign } from '../sigv4/presign.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import {
  BUCKET,
  KEY,
  longTermKey,
  PARTNER_KEY,
  PIPELINE_KEY,
  policyOf,
  REGION,
  says,
  SESSION_KEY,
  START,
  USER,
  USER_KEY,
  userPrincipal,
  withBucket,
  withUser,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, hours, minutes, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import type { AccessKey, World } from '../world.ts';
import { answerS3 } from './answerS3.ts';
import type { HttpCall } from './http.ts';

/** The AWS SDK for JavaScript talks to the engine, and cannot tell. */

interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Options {
  readonly world?: World;
  readonly key?: AccessKey;
  readonly region?: string;
  readonly style?: object;
  readonly change?: (call: HttpCall) => HttpCall;
}

const rawQuery = (query: SdkRequest['query'] = {}): string =>
  Object.entries(query)
    .flatMap(([name, value]) => [value ?? ''].flat().map((one) => [name, one] as const))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');

/** A client whose requests the engine answers; the world goes on from call to call. */
function clientOf({ world = WORLD, key = USER_KEY, ...options }: Options = {}) {
  let now = world;
  const handle = (request: SdkRequest) => {
    const sent: HttpCall = {
      method: request.method,
      host: request.hostname,
      path: request.path,
      query: rawQuery(request.query),
      headers: Object.entries(request.headers),
      body: typeof request.body === 'string' ? request.body : '',
    };
    const { answer, world: next } = answerS3(now, options.change?.(sent) ?? sent);
    now = next;
    return Promise.resolve({
      response: {
        statusCode: answer.status,
        headers: Object.fromEntries(
          answer.headers.map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: Readable.from([Buffer.from(answer.body)]),
      },
    });
  };
  const client = new S3Client({
    region: options.region ?? REGION,
    maxAttempts: 1,
    credentials: signerOf(key),
    requestHandler: { handle },
    ...options.style,
  });
  return { client, world: () => now };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const REPORT = { Bucket: BUCKET, Key: KEY };

interface Presigning {
  readonly change?: (query: string) => string;
  /** The Region in the host; the scope always has the bucket's. */
  readonly from?: string;
}

/** A call that leaves as one signed by a presigned URL: what the SDK had signed is dropped. */
const presigned =
  (method: HttpMethod, { change = (query) => query, from = REGION }: Presigning = {}) =>
  (call: HttpCall): HttpCall => {
    const url = presign({
      method,
      ...addressOf({ bucket: BUCKET, key: KEY, region: from }),
      signer: signerOf(USER_KEY),
      region: REGION,
      service: 's3',
      date: START,
      expires: seconds(60),
    });
    const parts = parsePresignedUrl(url.url);
    if (!parts) throw new Error(url.url);
    return {
      method: call.method,
      host: parts.host,
      path: parts.rawPath,
      query: change(parts.rawQuery),
      headers: [['Host', parts.host]],
      body: call.body,
    };
  };

const later = (moment: Instant): World => ({ ...WORLD, now: moment });

describe('the SDK reads', () => {
  test('an object that it has written before, and deletes it', async () => {
    const { client } = clientOf({ world: mayList });
    const object = { Bucket: BUCKET, Key: 'a b/ü+%2F?.txt' };
    await client.send(
      new PutObjectCommand({ ...object, Body: 'Grüße', ContentType: 'text/plain' }),
    );
    const got = await client.send(new GetObjectCommand(object));
    expect(await got.Body?.transformToString()).toBe('Grüße');
    expect(got).toMatchObject({ ContentType: 'text/plain', ContentLength: 7 });
    const head = await client.send(new HeadObjectCommand(object));
    expect(head).toMatchObject({ ContentType: 'text/plain', ContentLength: 7 });
    const deleted = await client.send(new DeleteObjectCommand(object));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    await expect(client.send(new GetObjectCommand(object))).rejects.toBeInstanceOf(NoSuchKey);
  });

  test.each<[string, Options]>([
    ['virtual-hosted', {}],
    ['path-style', { style: { forcePathStyle: true } }],
    ['dualstack', { style: { useDualstackEndpoint: true } }],
    ['FIPS', { style: { useFipsEndpoint: true } }],
    ['accelerate', { style: { useAccelerateEndpoint: true } }],
    ['temporary credentials', { key: SESSION_KEY }],
    ['a presigned URL', { change: presigned('GET') }],
  ])('an object by %s', async (_, options) => {
    const got = await clientOf(options).client.send(new GetObjectCommand(REPORT));
    expect(await got.Body?.transformToString()).toBe('%PDF-1.7 report');
    expect(got.$metadata).toMatchObject({
      httpStatusCode: 200,
      requestId: expect.stringMatching(/^[0-9A-Z]{16}$/) as string,
      extendedRequestId: expect.stringMatching(/=$/) as string,
    });
  });

  test('an object that everybody may read, without a signature', async () => {
    const open = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: '*',
    } as const;
    const world = withBucket(WORLD, { policy: policyOf('Open', 'bucket', open) });
    const got = await clientOf({ world, change: unsigned }).client.send(
      new GetObjectCommand(REPORT),
    );
    expect(await got.Body?.transformToString()).toBe('%PDF-1.7 report');
  });
});

const mayList = withUser(WORLD, USER, {
  policies: [policyOf('All', 'identity', says('Allow', 's3:*'))],
});
const missing = withBucket(mayList, { objects: {} });
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.';

interface Refusal extends Options {
  readonly status: number;
  readonly message: string | RegExp;
  readonly bucket?: string;
  readonly version?: string;
  /** What is read beside bucket and key. */
  readonly reads?: Partial<GetObjectCommandInput>;
  /** What is written, where it is a write. */
  readonly writes?: Partial<PutObjectCommandInput>;
  /** What the SDK's clock shows; the start unless said. */
  readonly clock?: Instant;
}

const unsigned = (call: HttpCall): HttpCall => ({
  ...call,
  headers: call.headers.filter(([name]) => name !== 'authorization'),
});

const withHeader =
  (name: string, value: string, change = (call: HttpCall) => call) =>
  (call: HttpCall): HttpCall => {
    const sent = change(call);
    return { ...sent, headers: [...sent.headers, [name, value]] };
  };

const TOO_LATE = after(START, seconds(hours(1) + 1));

/** What only the form of a browser can get: no SDK sends one. */
type OfForms = 'EntityTooLarge' | 'EntityTooSmall' | 'InvalidPolicyDocument';

/** A case or more for each code that the engine has: one that is missing does not compile. */
const REFUSALS: Readonly<Record<Exclude<S3ErrorCode, OfForms>, readonly [Refusal, ...Refusal[]]>> =
  {
    AccessControlListNotSupported: [
      { status: 400, message: 'The bucket does not allow ACLs', writes: { ACL: 'public-read' } },
    ],
    BadDigest: [
      {
        status: 400,
        message: 'The Content-MD5 you specified did not match what we received.',
        writes: { ContentMD5: 'XUFAKrxLKna5cZ2REBfFkg==', Body: 'not hello' },
      },
    ],
    InvalidDigest: [
      {
        status: 400,
        message: 'The Content-MD5 you specified was invalid.',
        writes: { ContentMD5: 'abc', Body: 'hello' },
      },
    ],
    InvalidObjectState: [
      {
        status: 403,
        message: "The action is not valid for the object's storage class",
        world: withBucket(WORLD, {
          objects: { [KEY]: { contentType: 'text/plain', body: '', storageClass: 'GLACIER' } },
        }),
      },
    ],
    InvalidRange: [
      {
        status: 416,
        message: 'The requested range is not satisfiable',
        reads: { Range: 'bytes=999-' },
      },
    ],
    InvalidRequest: [
      {
        status: 400,
        message: 'Request specific response headers cannot be used for anonymous GET requests.',
        reads: { ResponseContentType: 'text/plain' },
        change: unsigned,
      },
    ],
    PreconditionFailed: [
      {
        status: 412,
        message: 'At least one of the pre-conditions you specified did not hold',
        writes: { IfNoneMatch: '*' },
      },
    ],
    NoSuchKey: [
      {
        status: 404,
        message: 'The specified key does not exist.',
        world: missing,
      },
    ],
    NoSuchVersion: [
      {
        status: 404,
        message: 'The specified version does not exist.',
        world: withBucket(mayList, { isVersioned: true }),
        version: 'no-such-version',
      },
    ],
    NoSuchBucket: [
      {
        status: 404,
        message: 'The specified bucket does not exist',
        bucket: 'no-such-reports',
      },
    ],
    PermanentRedirect: [
      {
        status: 301,
        message: /^The bucket you are attempting to access must be addressed using the specified/,
        change: presigned('GET', { from: 'us-east-1' }),
      },
    ],
    MethodNotAllowed: [
      {
        status: 405,
        message: 'The specified method is not allowed against this resource.',
        change: (call) => ({ ...call, method: 'POST' }),
      },
    ],
    AccessDenied: [
      {
        status: 403,
        message: /^User: \S+ is not authorized to perform: s3:GetObject/,
        key: PIPELINE_KEY,
      },
      { status: 403, message: 'Access Denied', key: PARTNER_KEY },
      { status: 403, message: 'Access Denied', change: unsigned },
      {
        status: 403,
        message: 'There were headers present in the request which were not signed',
        change: withHeader('x-amz-acl', 'private'),
      },
      {
        status: 403,
        message: 'Request has expired',
        change: presigned('GET'),
        world: later(after(START, seconds(61))),
      },
      {
        status: 403,
        message: 'Request is not yet valid',
        change: presigned('GET'),
        world: later(after(START, minutes(-16))),
      },
    ],
    ExpiredToken: [
      {
        status: 400,
        message: 'The provided token has expired.',
        key: SESSION_KEY,
        world: later(TOO_LATE),
        clock: TOO_LATE,
      },
    ],
    InvalidAccessKeyId: [
      {
        status: 403,
        message: 'The AWS Access Key Id you provided does not exist in our records.',
        key: longTermKey('nobody', userPrincipal(USER)),
      },
    ],
    InvalidToken: [
      {
        status: 400,
        message: 'The provided token is malformed or otherwise invalid.',
        key: { ...SESSION_KEY, sessionToken: 'another' },
      },
    ],
    SignatureDoesNotMatch: [
      { status: 403, message: MISMATCH, key: { ...USER_KEY, secretAccessKey: 'wrong' } },
      { status: 403, message: MISMATCH, change: presigned('PUT') },
    ],
    RequestTimeTooSkewed: [
      {
        status: 403,
        message: 'The difference between the request time and the current time is too large.',
        world: later(after(START, minutes(16))),
      },
    ],
    AuthorizationHeaderMalformed: [
      {
        status: 400,
        message:
          "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-central-1'",
        region: 'us-east-1',
      },
    ],
    AuthorizationQueryParametersError: [
      {
        status: 400,
        message: /^Query-string authentication version 4 requires/,
        change: presigned('GET', { change: (query) => query.replace(/X-Amz-Expires=\d+&/, '') }),
      },
      {
        status: 400,
        message: /the Credential is mal-formed/,
        change: presigned('GET', { change: (query) => query.replaceAll('%2F', '%252F') }),
      },
    ],
    InvalidArgument: [
      {
        status: 400,
        message: /^Only one auth mechanism allowed/,
        change: withHeader('Authorization', 'AWS4-HMAC-SHA256', presigned('GET')),
      },
    ],
  };

const CASES = Object.entries(REFUSALS).flatMap(([code, refusals]) =>
  refusals.map((refusal) => ({ code, ...refusal })),
);

describe('the SDK throws', () => {
  test.each(CASES)('$code, $status: $message', async (refusal) => {
    const { code, status, message, bucket = BUCKET, clock = START, version } = refusal;
    const whole = typeof message === 'string' ? new RegExp(`^${message}$`) : message;
    vi.setSystemTime(clock);
    const asked = {
      Bucket: bucket,
      Key: KEY,
      ...(version !== undefined && { VersionId: version }),
    };
    const { client } = clientOf(refusal);
    const sent: Promise<unknown> = refusal.writes
      ? client.send(new PutObjectCommand({ ...asked, Body: 'x', ...refusal.writes }))
      : client.send(new GetObjectCommand({ ...asked, ...refusal.reads }));
    const error: unknown = await sent.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(S3ServiceException);
    expect(error).toMatchObject({
      name: code,
      message: expect.stringMatching(whole) as string,
      $fault: 'client',
      $metadata: {
        httpStatusCode: status,
        requestId: expect.stringMatching(/^[0-9A-Z]{16}$/) as string,
        extendedRequestId: expect.stringMatching(/=$/) as string,
      },
    });
  });

  test('what the details of an error say', async () => {
    const { client } = clientOf({ key: { ...USER_KEY, secretAccessKey: 'wrong' } });
    const sent = client.send(new GetObjectCommand(REPORT));
    await expect(sent).rejects.toMatchObject({
      AWSAccessKeyId: USER_KEY.id,
      StringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n20260115T120000Z\n/) as string,
      CanonicalRequest: expect.stringMatching(/^GET\n\/report\.pdf\nx-id=GetObject\n/) as string,
    });
  });

  test('NotFound for a HEAD of nothing: the status is all there is', async () => {
    const sent = clientOf({ world: missing }).client.send(new HeadObjectCommand(REPORT));
    await expect(sent).rejects.toMatchObject({
      name: 'NotFound',
      $metadata: { httpStatusCode: 404 },
    });
  });
});
