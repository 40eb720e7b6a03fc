import { describe, expect, test } from 'vitest';
import { at } from '../time.ts';
import { signHeaders, type SignHeadersInput } from './signHeaders.ts';
import { sha256Hex } from './stringToSign.ts';

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';
const INPUT: SignHeadersInput = {
  method: 'POST',
  host: 'sts.eu-west-1.amazonaws.com',
  path: '/',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  signer: { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
  region: 'eu-west-1',
  service: 'sts',
  date: at('2026-01-15T12:00:00Z'),
  payloadHash: sha256Hex(BODY),
};

describe('signHeaders', () => {
  test('it adds and signs the date and the token', () => {
    const { headers, signedHeaders, authorization } = signHeaders(INPUT);
    expect(signedHeaders).toBe('content-type;host;x-amz-date;x-amz-security-token');
    expect(headers).toEqual([
      ['host', INPUT.host],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['x-amz-date', '20260115T120000Z'],
      ['x-amz-security-token', 'token'],
      ['authorization', authorization],
    ]);
  });

  test('it adds no token for a long-term key', () => {
    const signer = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
    expect(signHeaders({ ...INPUT, signer }).signedHeaders).toBe('content-type;host;x-amz-date');
  });

  test('it leaves a date alone that is among the headers', () => {
    const headers = [['X-Amz-Date', '20260115T120000Z']] as const;
    const found = signHeaders({ ...INPUT, headers });
    expect(found.canonicalRequest.match(/x-amz-date:/g)).toHaveLength(1);
  });

  test('it says who signed what, and how', () => {
    const { authorization, signature } = signHeaders(INPUT);
    expect(authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20260115/eu-west-1/sts/aws4_request,SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,Signature=${signature}`,
    );
    expect(signature).toMatch(/^[\da-f]{64}$/);
  });

  test('it signs the query and the body', () => {
    const { canonicalRequest, signature } = signHeaders({
      ...INPUT,
      query: [
        ['b', ''],
        ['a', '1'],
      ],
    });
    expect(canonicalRequest.split('\n')[2]).toBe('a=1&b=');
    expect(canonicalRequest.endsWith(`\n${sha256Hex(BODY)}`)).toBe(true);
    expect(signHeaders({ ...INPUT, payloadHash: sha256Hex('') }).signature).not.toBe(signature);
  });
});
