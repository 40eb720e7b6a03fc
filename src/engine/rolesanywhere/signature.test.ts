import { describe, expect, test } from 'vitest';

import { utf8ToBytes } from '@noble/hashes/utils.js';

import { promised } from '../never.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { seconds, parseAmzDate } from '../time.ts';
import type { HttpCall } from '../wire/http.ts';
import type { CreateSession } from './acts.ts';
import { createSession, worldOf } from './anywhereWorld.fixture.ts';
import { certificateFrom, isVerified, named, VECTORS } from './realCertificates.setup.ts';
import { hostOf, requestOf } from './request.ts';
import { formatAuthorization, headersOf, parseAuthorization, textToSign } from './signature.ts';

const callOf = ({ host, query, headers, body }: (typeof VECTORS.signing)[number]): HttpCall => ({
  method: 'POST',
  host,
  path: '/sessions',
  query,
  headers,
  body,
});

describe.each(VECTORS.signing.map((row) => [row.id, row] as const))('%s', (_, row) => {
  const authorization = promised(parseAuthorization(row.authorization), 'the header is whole');

  test('gives the string that was signed', () => {
    expect(textToSign(callOf(row), authorization)).toBe(row.stringToSign);
  });

  test('writes the Authorization header again', () => {
    expect(formatAuthorization(authorization)).toBe(row.authorization);
  });

  test('carries a signature that verifies over that string with the key of the certificate', () => {
    const leaf = certificateFrom(headersOf(callOf(row)).get('x-amz-x509') ?? '');
    const signature = Buffer.from(authorization.signature, 'hex');
    const verifies = (text: string) =>
      isVerified(leaf, 'SHA-256', { text: utf8ToBytes(text), signature });
    expect([verifies(row.stringToSign), verifies(`${row.stringToSign} `)]).toEqual([true, false]);
    expect(leaf.serialNumber.decimal).toBe(row.serial);
  });
});

describe('a request made here', () => {
  const row = promised(
    VECTORS.signing.find(({ id }) => id === 'gen-p256-arns-in-query'),
    'the vectors have it',
  );
  const leaf = named('leaf2');
  const of = (name: string): string => new URLSearchParams(row.query).get(name) ?? '';
  const now = promised(parseAmzDate(headersOf(callOf(row)).get('x-amz-date') ?? ''), 'it is dated');
  const { signature } = promised(parseAuthorization(row.authorization), 'it is signed');
  const text = sha256Hex(row.stringToSign);
  const made = (fields: Partial<CreateSession> = {}) =>
    requestOf(
      worldOf({
        material: {
          certificates: [leaf, named('leaf1')],
          texts: [{ certificate: leaf.id, text, signature, result: 'valid' }],
        },
        fields: { now },
      }),
      createSession({
        region: row.region,
        certificate: leaf.id,
        chain: [],
        trustAnchorArn: of('trustAnchorArn'),
        profileArn: of('profileArn'),
        roleArn: of('roleArn'),
        durationSeconds: seconds(900),
        roleSessionName: 'web-01@dc1',
        ...fields,
      }),
    );

  test('is the one that the vector signs, and carries its signature where that is known', () => {
    const { host, query, body, headers } = made();
    expect({ host, query, body }).toEqual({ host: row.host, query: row.query, body: row.body });
    expect(new Map(headers).get('Authorization')).toBe(row.authorization);
  });

  test('carries a marked stand-in where nobody has signed it, or another key has', () => {
    for (const call of [
      made({ durationSeconds: seconds(901) }),
      made({ signedWith: named('leaf1').id }),
    ]) {
      const authorization = parseAuthorization(headersOf(call).get('authorization') ?? '');
      expect(authorization?.serial).toBe(row.serial);
      expect(Buffer.from(authorization?.signature ?? '', 'hex').toString('latin1')).toMatch(
        /^EXAMPLE/,
      );
    }
  });
});

test.each(VECTORS.serials)('a serial number $hex is $decimal in the header', ({ hex, decimal }) => {
  expect(BigInt(`0x${hex}`).toString()).toBe(decimal);
});

test.each([
  ['no algorithm of it', 'AWS4-HMAC-SHA256 Credential=1/a, SignedHeaders=host, Signature=aa'],
  [
    'a serial number in hex',
    'AWS4-X509-RSA-SHA256 Credential=1f/a, SignedHeaders=host, Signature=aa',
  ],
  ['no signature', 'AWS4-X509-RSA-SHA256 Credential=1/a, SignedHeaders=host'],
  [
    'a signature in base64',
    'AWS4-X509-RSA-SHA256 Credential=1/a, SignedHeaders=host, Signature=zz==',
  ],
  ['nothing', ''],
])('a header with %s is none', (_, header) => {
  expect(parseAuthorization(header)).toBeUndefined();
});

test.each([
  [undefined, 'rolesanywhere.us-east-1.amazonaws.com'],
  ['dual-stack', 'rolesanywhere.us-east-1.api.aws'],
  ['fips', 'rolesanywhere-fips.us-east-1.amazonaws.com'],
] as const)('the %s endpoint is %s', (endpoint, host) => {
  expect(hostOf({ region: 'us-east-1', ...(endpoint && { endpoint }) })).toBe(host);
});
