import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { signerOf } from '../credentials.ts';
import { addressOf, HOST_STYLES } from '../s3/host.ts';
import { presign } from '../sigv4/presign.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import { BUCKET, KEY, REGION, START, USER_KEY, WORLD } from '../testWorld.fixture.ts';
import { minutes } from '../time.ts';
import { answerS3 } from './answerS3.ts';
import type { HttpCall } from './http.ts';

const HOST = `${BUCKET}.s3.${REGION}.amazonaws.com`;

/** The GET that a presigned URL makes. */
const opened = (host: string, path: string): HttpCall => {
  const { url } = presign({
    method: 'GET',
    host,
    path,
    signer: signerOf(USER_KEY),
    region: REGION,
    service: 's3',
    date: START,
    expires: minutes(1),
  });
  const parts = parsePresignedUrl(url);
  if (!parts) throw new Error(url);
  const { rawPath, rawQuery } = parts;
  const headers = [['Host', parts.host]] as const;
  return { method: 'GET', host: parts.host, path: rawPath, query: rawQuery, headers, body: '' };
};

const statusOf = (call: HttpCall): number => answerS3(WORLD, call).answer.status;

// Worlds have no access points.
const SERVED = HOST_STYLES.filter((style) => style !== 'access-point');

test.each(SERVED)('it serves a URL in the %s style', (style) => {
  const { host, path } = addressOf({ bucket: BUCKET, key: KEY, region: REGION, style });
  expect(answerS3(WORLD, opened(host, path)).answer).toMatchObject({
    status: 200,
    body: '%PDF-1.7 report',
  });
});

test('it serves a URL at a port of its own, and refuses it at another', () => {
  const call = opened(`${HOST}:8443`, `/${KEY}`);
  expect(statusOf(call)).toBe(200);
  expect(statusOf({ ...call, host: `${HOST}:9443` })).toBe(403);
});

describe('it refuses', () => {
  test.each<[string, HttpCall]>([
    ['a website endpoint', opened(`${BUCKET}.s3-website.${REGION}.amazonaws.com`, `/${KEY}`)],
    ['an access point', opened(`a-111122223333.s3-accesspoint.${REGION}.amazonaws.com`, `/${KEY}`)],
    ['a bucket itself', opened(HOST, '/')],
    ['another method', { ...opened(HOST, `/${KEY}`), method: 'POST' }],
  ])('%s', (_, call) => {
    expect(statusOf(call)).toBe(405);
  });

  const signed = opened(HOST, `/${KEY}`);

  test.each(SERVED.filter((style) => style !== 'virtual-hosted'))(
    'a virtual-hosted URL in the %s style',
    (style) => {
      const { host, path } = addressOf({ bucket: BUCKET, key: KEY, region: REGION, style });
      expect(answerS3(WORLD, { ...signed, host, path }).answer).toMatchObject({
        status: 403,
        body: expect.stringContaining('SignatureDoesNotMatch') as string,
      });
    },
  );
});

test('it answers whatever comes, and only what was signed gets the object', () => {
  const call = opened(HOST, `/${KEY}`);
  const text = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, text, (host, path, query, header) => {
      const changed = {
        ...call,
        host: `${host}${call.host}`,
        path: `${call.path}${path}`,
        query: `${call.query}&${query}`,
        headers: [...call.headers, ['Authorization', header] as const],
      };
      expect([400, 403, 404, 405]).toContain(statusOf(changed));
      expect([400, 403, 404, 405]).toContain(statusOf({ ...changed, query }));
    }),
    { numRuns: 500 },
  );
});
