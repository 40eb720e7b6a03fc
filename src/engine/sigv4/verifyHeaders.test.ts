import { describe, expect, test } from 'vitest';
import { at } from '../time.ts';
import type { Pair } from './query.ts';
import { signHeaders } from './signHeaders.ts';
import { sha256Hex } from './stringToSign.ts';
import { verifyHeaders, type VerifyHeadersInput } from './verifyHeaders.ts';

const signer = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2lu+EXAMPLE/TOKEN==',
};
const SIGNED = signHeaders({
  method: 'POST',
  host: 'sts.eu-west-1.amazonaws.com',
  path: '/',
  headers: [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['X-Amz-Meta-A', 'one two'],
    ['X-Amz-Meta-A', 'three'],
  ],
  signer,
  region: 'eu-west-1',
  service: 'sts',
  date: at('2026-01-15T12:00:00Z'),
  payloadHash: sha256Hex('Action=GetCallerIdentity'),
});

const CALL: VerifyHeadersInput = {
  method: 'POST',
  host: 'sts.eu-west-1.amazonaws.com',
  rawPath: '/',
  rawQuery: '',
  headers: SIGNED.headers,
  payloadHash: sha256Hex('Action=GetCallerIdentity'),
  secretAccessKey: signer.secretAccessKey,
};

const matches = (change: Partial<VerifyHeadersInput>): boolean | undefined =>
  verifyHeaders({ ...CALL, ...change })?.matches;

/** The headers with one text in place of another, wherever it stands. */
const replaced = (from: string | RegExp, to: string): readonly Pair[] =>
  CALL.headers.map(([name, value]) => [name, value.replace(from, to)]);

const without = (unwanted: string): readonly Pair[] =>
  CALL.headers.filter(([name]) => name.toLowerCase() !== unwanted);

test('it is recomputed to the letter', () => {
  const { canonicalRequest, stringToSign, signature, signingKey, scope, signedHeaders } = SIGNED;
  expect(verifyHeaders(CALL)).toEqual({
    canonicalRequest,
    stringToSign,
    signingKey,
    scope,
    signedHeaders,
    expected: signature,
    provided: signature,
    matches: true,
  });
});

test.each<[string, readonly Pair[]]>([
  ['a space behind each comma', replaced(/,(?=S)/g, ', ')],
  ['spaces on both sides of each comma', replaced(/,(?=S)/g, ' , ')],
  ['the parts in another order', replaced(/(Cred[^,]+),(Sig.*)/, '$2, $1')],
  ['its headers in another order', [...CALL.headers.slice(4), ...CALL.headers.slice(0, 4)]],
  ['names in capitals', CALL.headers.map(([name, value]) => [name.toUpperCase(), value])],
  ['folded lines', replaced('one two', 'one\r\n  two')],
  ['a list in place of repeats', [...without('x-amz-meta-a'), ['x-amz-meta-a', 'one two,three']]],
  ['a header nobody signed', [...CALL.headers, ['user-agent', 'curl']]],
])('it matches with %s', (_, headers) => {
  expect(headers).not.toEqual(CALL.headers);
  expect(matches({ headers })).toBe(true);
});

test.each<[string, Partial<VerifyHeadersInput>]>([
  [
    'repeats in another order',
    { headers: CALL.headers.toSpliced(1, 3, ...CALL.headers.slice(1, 4).toReversed()) },
  ],
  ['a signed header left out', { headers: without('content-type') }],
  ['another token', { headers: replaced('TOKEN', 'TOKEM') }],
  [
    'an upper-case signature',
    { headers: replaced(/[\da-f]{64}$/, SIGNED.signature.toUpperCase()) },
  ],
  ['a signature in its query too', { rawQuery: 'X-Amz-Signature=0' }],
  ['another body', { payloadHash: sha256Hex('') }],
])('it does not match with %s', (_, change) => {
  expect({ ...CALL, ...change }).not.toEqual(CALL);
  expect(matches(change)).toBe(false);
});

test.each<[string, readonly Pair[]]>([
  ['no Authorization', without('authorization')],
  ['two of them', [...CALL.headers, ['Authorization', SIGNED.authorization]]],
  ['another algorithm', replaced('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256')],
  ['no credential', replaced(/Credential=[^,]+,/, '')],
  ['no list of headers', replaced(/SignedHeaders=[^,]+,/, '')],
  ['no signature', replaced(/,Signature=.*/, '')],
  ['a part twice', replaced(/SignedHeaders=[^,]+/, 'Signature=0')],
  ['a part more', replaced('Credential=', 'Expires=60,Credential=')],
  ['a credential of four parts', replaced('/aws4_request', '')],
  ['no date', without('x-amz-date')],
])('it makes no claim with %s', (_, headers) => {
  expect(headers).not.toEqual(CALL.headers);
  expect(verifyHeaders({ ...CALL, headers })).toBeUndefined();
});

describe('a Date header', () => {
  const dated = (...dates: readonly Pair[]) =>
    verifyHeaders({ ...CALL, headers: [...without('x-amz-date'), ...dates] })?.stringToSign.split(
      '\n',
    )[1];

  test.each([
    ['20260115T120000Z', '20260115T120000Z'],
    ['Thu, 15 Jan 2026 12:00:00 GMT', '20260115T120000Z'],
    ['Thu, 31 Dec 2026 23:59:59 GMT', '20261231T235959Z'],
    ['Thu, 30 Feb 2026 12:00:00 GMT', undefined],
    ['Thu, 15 Foo 2026 12:00:00 GMT', undefined],
    ['Thu, 15 Jan 2026 12:00:00 CET', undefined],
    ['2026-01-15T12:00:00Z', undefined],
  ])('it stands in when it reads %s', (date, expected) => {
    expect(dated(['Date', date])).toBe(expected);
  });

  test('it gives way to X-Amz-Date', () => {
    const date: Pair = ['Date', 'Thu, 15 Jan 2026 12:00:00 GMT'];
    expect(dated(date, ['X-Amz-Date', '20260116T000000Z'])).toBe('20260116T000000Z');
    expect(matches({ headers: [...CALL.headers, date] })).toBe(true);
  });
});
