import { utf8ToBytes } from '@noble/hashes/utils.js';

import type { HttpMethod } from '../act.ts';
import { promised } from '../never.ts';
import type { HttpAnswer } from '../wire/http.ts';
import { s3Grant } from '../wire/s3Rest.ts';
import { findBucket } from '../world.ts';
import type { StoredObject, World } from '../world.ts';

/** What a request that was granted does: the object it names, and what it brings along. */
export interface Granted {
  readonly method: HttpMethod;
  readonly bucket: string;
  readonly key: string;
  readonly label: string;
  /** What is stored by a PUT. */
  readonly upload?: StoredObject;
}

/** What an upload of which nothing is known stores. */
const NOTHING: StoredObject = { contentType: 'application/octet-stream', body: '' };

/** Serves a request that all checks have let through: the answer, and the world after it (GetObject, PutObject, DeleteObject). */
export function serve(
  world: World,
  { method, bucket, key, label, upload = NOTHING }: Granted,
): { readonly answer: HttpAnswer; readonly world: World } {
  const { owner, bucket: stored } = promised(findBucket(world, bucket), 's3.bucket-found passed');
  if (method === 'GET' || method === 'HEAD') {
    const { contentType, body } = promised(stored.objects[key], 's3.object-found passed');
    const headers = [
      ['Content-Type', contentType],
      ['Content-Length', `${utf8ToBytes(body).length}`],
    ] as const;
    return { answer: s3Grant(200, label, headers, method === 'GET' ? body : ''), world };
  }
  const others = Object.entries(stored.objects).filter(([name]) => name !== key);
  const written: readonly (readonly [string, StoredObject])[] =
    method === 'PUT' ? [[key, upload]] : [];
  const buckets = {
    ...owner.buckets,
    [bucket]: { ...stored, objects: Object.fromEntries([...others, ...written]) },
  };
  return {
    answer: s3Grant(method === 'PUT' ? 200 : 204, label, [], ''),
    world: { ...world, accounts: { ...world.accounts, [owner.id]: { ...owner, buckets } } },
  };
}
