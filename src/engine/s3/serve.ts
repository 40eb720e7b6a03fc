import { utf8ToBytes } from '@noble/hashes/utils.js';

import { promised } from '../never.ts';
import { encodePath } from '../sigv4/encode.ts';
import { formatQuery, queryParameter } from '../sigv4/query.ts';
import { utf8Text } from '../sigv4/utf8.ts';
import type { Headers, HttpAnswer } from '../wire/http.ts';
import { s3Grant } from '../wire/s3Rest.ts';
import { formatXml } from '../wire/xml.ts';
import { findBucket } from '../world.ts';
import type { Bucket, StoredObject, World } from '../world.ts';
import { keyForWrite } from './encryptionRules.ts';
import { overridesOf } from './overrides.ts';
import { readRange } from './range.ts';
import type { ByteRange } from './range.ts';
import { optionOf } from './received.ts';
import type { S3Context } from './received.ts';
import { bucketOf, currentOf, readBy, sizeOf } from './stored.ts';
import { removed, written } from './writes.ts';

/** The answer to a request, and the world after it. */
interface Served {
  readonly answer: HttpAnswer;
  readonly world: World;
}

/** Serves a request that all checks have let through (GetObject, HeadObject, PutObject, DeleteObject). */
export function serve(context: S3Context, label: string): Served {
  const { method, key, parameters } = context.received;
  const bucket = bucketOf(context);
  switch (method) {
    case 'GET':
    case 'HEAD':
      return { answer: answerWith(context, label), world: context.world };
    case 'PUT': {
      const after = written(bucket, key, uploadOf(context), label);
      const object = currentOf(after, key);
      const headers = [...versionHeaders(object?.versionId), ...encryptionHeaders(object?.kmsKey)];
      return { answer: s3Grant(200, label, headers, ''), world: withBucket(context, after) };
    }
    case 'POST': {
      const after = written(bucket, key, uploadOf(context), label);
      return { answer: formAnswer(context, label), world: withBucket(context, after) };
    }
    case 'DELETE': {
      const after = removed(bucket, key, label, parameters.get('versionId'));
      return { answer: s3Grant(204, label, [], ''), world: withBucket(context, after) };
    }
  }
}

const STATUSES: ReadonlySet<string> = new Set(['200', '201', '204']);

/** 204 unless the form asks for another status, or for a page to go to (sigv4-HTTPPOSTForms). */
function formAnswer({ received }: S3Context, label: string): HttpAnswer {
  const { bucket, key, host, parameters } = received;
  const place = `https://${host}/${encodePath(key)}`;
  const to = parameters.get('success_action_redirect');
  if (to !== undefined) {
    const query = formatQuery([queryParameter('bucket', bucket), queryParameter('key', key)]);
    return s3Grant(303, label, [['Location', `${to}?${query}`]], '');
  }
  const asked = parameters.get('success_action_status') ?? '204';
  const status = STATUSES.has(asked) ? Number(asked) : 204;
  const xml = formatXml([
    'PostResponse',
    [
      ['Location', place],
      ['Bucket', bucket],
      ['Key', key],
    ],
  ]);
  const body = status === 201 ? `<?xml version="1.0" encoding="UTF-8"?>\n${xml}` : '';
  return s3Grant(status, label, [['Location', place]], body);
}

/** What an upload stores; S3's own type where none was sent (PutObject). */
function uploadOf(context: S3Context): StoredObject {
  const kmsKey = keyForWrite(context);
  return {
    contentType: optionOf(context, 'content-type') ?? 'binary/octet-stream',
    body: context.received.body,
    ...(context.received.size !== undefined && { size: context.received.size }),
    ...(kmsKey !== undefined && { kmsKey }),
  };
}

function withBucket({ world, received }: S3Context, bucket: Bucket): World {
  const { owner } = promised(findBucket(world, received.bucket), 's3.bucket-found passed');
  const buckets = { ...owner.buckets, [bucket.name]: bucket };
  return { ...world, accounts: { ...world.accounts, [owner.id]: { ...owner, buckets } } };
}

function answerWith(context: S3Context, label: string): HttpAnswer {
  const object = promised(readBy(context), 's3.object-found passed');
  const size = sizeOf(object);
  const range = rangeOf(context, size);
  const overrides = overridesOf(context.received);
  const headers: Headers = [
    ...(overrides.some(({ header }) => header === 'Content-Type')
      ? []
      : [['Content-Type', object.contentType] as const]),
    ['Content-Length', `${range ? range.to - range.from + 1 : size}`],
    ...(range ? [['Content-Range', `bytes ${range.from}-${range.to}/${size}`] as const] : []),
    ...versionHeaders(object.versionId),
    ...encryptionHeaders(object.kmsKey),
    ...overrides.map(({ header, value }) => [header, value] as const),
  ];
  const body = context.received.method === 'HEAD' ? '' : partOf(object, range);
  return s3Grant(range ? 206 : 200, label, headers, body);
}

const versionHeaders = (versionId: string | undefined): Headers =>
  versionId === undefined ? [] : [['x-amz-version-id', versionId]];

const encryptionHeaders = (kmsKey: string | undefined): Headers =>
  kmsKey === undefined
    ? []
    : [
        ['x-amz-server-side-encryption', 'aws:kms'],
        ['x-amz-server-side-encryption-aws-kms-key-id', kmsKey],
      ];

/** The part that was asked for; s3.range-satisfiable has found it. */
function rangeOf(context: S3Context, size: number): ByteRange | undefined {
  const range = readRange(optionOf(context, 'range') ?? '', size);
  return range === 'unsatisfiable' ? undefined : range;
}

/** The text of a part; what stands for a large object stands for each of its parts. */
const partOf = ({ body, size }: StoredObject, range: ByteRange | undefined): string =>
  range && size === undefined ? utf8Text(utf8ToBytes(body).slice(range.from, range.to + 1)) : body;
