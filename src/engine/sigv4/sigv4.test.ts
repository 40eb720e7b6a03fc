import { describe, expect, test } from 'vitest';
import { at, type Instant, parseAmzDate, seconds } from '../time.ts';
import { encodePath } from './encode.ts';
import { parsePresignedUrl } from './presignedUrl.ts';
import { presign } from './presign.ts';
import { formatQuery, type Pair, queryParameter } from './query.ts';
import { signHeaders } from './signHeaders.ts';
import { signingKey } from './signingKey.ts';
import { signPolicy } from './signPolicy.ts';
import {
  HEADER_VECTORS,
  POST_POLICY_VECTORS,
  QUERY_VECTORS,
  SIGNING_KEY_VECTORS,
} from './sigv4.vectors.ts';
import { sha256Hex } from './stringToSign.ts';
import { verify, type VerifyInput } from './verify.ts';
import { verifyHeaders } from './verifyHeaders.ts';

type QueryVector = (typeof QUERY_VECTORS)[number];

const dateOf = (vector: { readonly date: string }): Instant =>
  parseAmzDate(vector.date) ?? at(`no date: ${vector.date}`);

const presigned = (vector: QueryVector) =>
  presign({ ...vector, date: dateOf(vector), expires: seconds(vector.expires) });

/** The call that a client makes with a URL and the headers its signer named. */
function arrival(vector: QueryVector, url: string): VerifyInput {
  const parts = parsePresignedUrl(url);
  if (!parts) throw new Error(`no URL: ${url}`);
  const { method, headers, pathMode, payloadHash } = vector;
  const { secretAccessKey } = vector.signer;
  return { method, ...parts, headers, secretAccessKey, pathMode, payloadHash };
}

const isRefused = (call: VerifyInput): boolean => verify(call)?.matches !== true;

test('it has all 26 vectors', () => {
  const ids = [...QUERY_VECTORS, ...HEADER_VECTORS, ...POST_POLICY_VECTORS].map(({ id }) => id);
  expect(new Set(ids).size).toBe(26);
});

describe.each(QUERY_VECTORS)('$id', (vector) => {
  const { expected } = vector;
  const genuine = arrival(vector, expected.url);

  test('it reaches every published value', () => {
    const found = presigned(vector);
    expect(found.canonicalRequest).toBe(expected.canonicalRequest);
    expect(sha256Hex(found.canonicalRequest)).toBe(expected.canonicalRequestSha256);
    expect(found.stringToSign).toBe(expected.stringToSign);
    expect(found.signature).toBe(expected.signature);
    expect(found.signedHeaders).toBe(vector.signedHeaders);
    expect(found.url).toBe(expected.url);
  });

  test('it hashes the body to the payload hash', () => {
    const unsigned = vector.payloadHash === 'UNSIGNED-PAYLOAD';
    expect(unsigned ? vector.payloadHash : sha256Hex(vector.body)).toBe(vector.payloadHash);
  });

  test('it is accepted, and recomputed to the letter', () => {
    expect(verify(genuine)).toMatchObject({
      canonicalRequest: expected.canonicalRequest,
      stringToSign: expected.stringToSign,
      expected: expected.signature,
      provided: expected.signature,
      matches: true,
    });
  });

  test('it is accepted in the order its source printed', () => {
    const printed = arrival(vector, expected.publishedUrl ?? expected.url);
    expect(verify(printed)?.matches).toBe(true);
  });

  test.each<[string, Partial<VerifyInput>]>([
    ['method', { method: vector.method === 'GET' ? 'PUT' : 'GET' }],
    ['host', { host: `evil.${genuine.host}` }],
    ['path', { rawPath: `${genuine.rawPath}x` }],
    ['lifetime', { rawQuery: genuine.rawQuery.replace('X-Amz-Expires=', 'X-Amz-Expires=9') }],
    ['date', { rawQuery: genuine.rawQuery.replace(/(X-Amz-Date=\d{8}T)\d/, '$19') }],
    ['region', { rawQuery: genuine.rawQuery.replace(/%2F[^%]+(%2F\w+%2Faws4)/, '%2Fxx-1$1') }],
    ['key id', { rawQuery: genuine.rawQuery.replace('X-Amz-Credential=', 'X-Amz-Credential=A') }],
    ['header list', { rawQuery: genuine.rawQuery.replace('SignedHeaders=', 'SignedHeaders=a%3B') }],
    ['added parameter', { rawQuery: `${genuine.rawQuery}&x-id=PutObject` }],
    ['removed parameter', { rawQuery: genuine.rawQuery.replace(/X-Amz-Expires=\d+&/, '') }],
    ['signature', { rawQuery: genuine.rawQuery.replace(/.$/, (end) => (end === '0' ? '1' : '0')) }],
    ['secret', { secretAccessKey: `${vector.signer.secretAccessKey}x` }],
    ['payload hash', { payloadHash: `${vector.payloadHash}0` }],
  ])('it is refused with another %s', (_, change) => {
    const tampered = { ...genuine, ...change };
    expect(tampered).not.toEqual(genuine);
    expect(isRefused(tampered)).toBe(true);
  });

  test('it is refused with any signed header changed or left out', () => {
    for (const [index, [name, value]] of vector.headers.entries()) {
      const changed: readonly Pair[] = vector.headers.with(index, [name, `${value}x`]);
      expect(isRefused({ ...genuine, headers: changed })).toBe(true);
      expect(isRefused({ ...genuine, headers: vector.headers.toSpliced(index, 1) })).toBe(true);
    }
  });
});

describe.each(HEADER_VECTORS)('$id', (vector) => {
  test('it reaches every published value', () => {
    const { expected } = vector;
    const found = signHeaders({ ...vector, date: dateOf(vector) });
    expect(found.canonicalRequest).toBe(expected.canonicalRequest);
    expect(sha256Hex(found.canonicalRequest)).toBe(expected.canonicalRequestSha256);
    expect(found.stringToSign).toBe(expected.stringToSign);
    expect(found.signature).toBe(expected.signature);
    expect(found.signedHeaders).toBe(vector.signedHeaders);
    expect(found.authorization).toBe(expected.authorization);
  });

  test('it is accepted', () => {
    const { signature, authorization } = vector.expected;
    const headers: readonly Pair[] = [...vector.headers, ['Authorization', authorization]];
    const query = vector.query.map(([name, value]) => queryParameter(name, value));
    const arrived = { rawPath: encodePath(vector.path), rawQuery: formatQuery(query), headers };
    const { secretAccessKey } = vector.signer;
    expect(verifyHeaders({ ...vector, ...arrived, secretAccessKey })).toMatchObject({
      expected: signature,
      provided: signature,
      matches: true,
    });
  });

  test('it hashes the body to the payload hash', () => {
    expect(sha256Hex(vector.body)).toBe(vector.payloadHash);
  });
});

test.each(POST_POLICY_VECTORS)('$id: it reaches every published value', (vector) => {
  const { signer, policy, region, expected } = vector;
  const found = signPolicy({ signer, policy, region, date: dateOf(vector) });
  expect(found.stringToSign).toBe(expected.stringToSign);
  expect(found.signature).toBe(expected.signature);
});

test.each(SIGNING_KEY_VECTORS)('it derives the $service key of $day', (vector) => {
  const { kDate, kRegion, kService, kSigning, secretAccessKey, day, region, service } = vector;
  const found = signingKey(secretAccessKey, { day, region, service, terminal: 'aws4_request' });
  expect(found).toMatchObject({ kDate, kRegion, kService, kSigning });
  expect(Buffer.from(found.bytes).toString('hex')).toBe(kSigning);
});
