import { utf8ToBytes } from '@noble/hashes/utils.js';

import { promised } from '../never.ts';
import { utf8Text } from '../sigv4/utf8.ts';
import type { Headers, HttpAnswer } from '../wire/http.ts';
import { s3Grant } from '../wire/s3Rest.ts';
import { findBucket } from '../world.ts';
import type { Bucket, StoredObject, World } from '../world.ts';
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
      const headers = versionHeaders(currentOf(after, key)?.versionId);
      return { answer: s3Grant(200, label, headers, ''), world: withBucket(context, after) };
    }
    case 'DELETE': {
      const after = removed(bucket, key, label, parameters.get('versionId'));
      return { answer: s3Grant(204, label, [], ''), world: withBucket(context, after) };
    }
  }
}

/** What a PUT stores; S3's own type where none was sent (PutObject). */
const uploadOf = (context: S3Context): StoredObject => ({
  contentType: optionOf(context, 'content-type') ?? 'binary/octet-stream',
  body: context.received.body,
});

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
    ...(overrides.some(([name]) => name === 'Content-Type')
      ? []
      : [['Content-Type', object.contentType] as const]),
    ['Content-Length', `${range ? range.to - range.from + 1 : size}`],
    ...(range ? [['Content-Range', `bytes ${range.from}-${range.to}/${size}`] as const] : []),
    ...versionHeaders(object.versionId),
    ...overrides.map(([name, value]) => [name, value] as const),
  ];
  const body = context.received.method === 'HEAD' ? '' : partOf(object, range);
  return s3Grant(range ? 206 : 200, label, headers, body);
}

const versionHeaders = (versionId: string | undefined): Headers =>
  versionId === undefined ? [] : [['x-amz-version-id', versionId]];

/** The part that was asked for; s3.range-satisfiable has found it. */
function rangeOf(context: S3Context, size: number): ByteRange | undefined {
  const range = readRange(optionOf(context, 'range') ?? '', size);
  return range === 'unsatisfiable' ? undefined : range;
}

/** The text of a part; what stands for a large object stands for each of its parts. */
const partOf = ({ body, size }: StoredObject, range: ByteRange | undefined): string =>
  range && size === undefined ? utf8Text(utf8ToBytes(body).slice(range.from, range.to + 1)) : body;
