import { describe, expect, test } from 'vitest';
import { at, seconds } from '../time.ts';
import { parsePresignedUrl } from './presignedUrl.ts';
import { presign, type PresignInput } from './presign.ts';
import type { Pair } from './query.ts';
import { verify, type VerifyInput } from './verify.ts';

const INPUT: PresignInput = {
  method: 'PUT',
  host: 'examplebucket.s3.us-east-1.amazonaws.com',
  path: '/My Files/1+1=2.txt',
  signer: {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: 'IQoJb3JpZ2lu+EXAMPLE/TOKEN==',
  },
  region: 'us-east-1',
  service: 's3',
  date: at('2026-01-15T12:00:00Z'),
  expires: seconds(900),
};
const { secretAccessKey } = INPUT.signer;

function arrival(url: string, headers: readonly Pair[] = []): VerifyInput {
  const parts = parsePresignedUrl(url);
  if (!parts) throw new Error(`no URL: ${url}`);
  return { method: INPUT.method, ...parts, headers, secretAccessKey };
}

const CALL = arrival(presign(INPUT).url);
const matches = (call: VerifyInput): boolean | undefined => verify(call)?.matches;

describe('a presigned URL', () => {
  test('it is recomputed to the letter', () => {
    const { canonicalRequest, stringToSign, signature, signingKey, scope, signedHeaders } =
      presign(INPUT);
    expect(verify(CALL)).toEqual({
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

  test.each<[string, (call: VerifyInput) => Partial<VerifyInput>]>([
    [
      'parameters in another order',
      ({ rawQuery }) => ({ rawQuery: rawQuery.split('&').toReversed().join('&') }),
    ],
    ['lower-case escapes', ({ rawQuery }) => ({ rawQuery: rawQuery.replaceAll('%2F', '%2f') })],
    ['needless escapes', ({ rawPath }) => ({ rawPath: rawPath.replace('M', '%4D') })],
    ['a bare plus in the path', ({ rawPath }) => ({ rawPath: rawPath.replace('%2B', '+') })],
    [
      'an escaped slash in the path',
      ({ rawPath }) => ({ rawPath: rawPath.replace('Files/', 'Files%2F') }),
    ],
    ['a header nobody signed', () => ({ headers: [['user-agent', 'curl']] })],
    ['its own Host among the headers', ({ host }) => ({ headers: [['Host', host]] })],
  ])('it matches with %s', (_, change) => {
    const changed = { ...CALL, ...change(CALL) };
    expect(changed).not.toEqual(CALL);
    expect(matches(changed)).toBe(true);
  });

  test.each<[string, (call: VerifyInput) => Partial<VerifyInput>]>([
    ['a bare plus in the token', ({ rawQuery }) => ({ rawQuery: rawQuery.replace('%2B', '+') })],
    ['a path encoded twice', ({ rawPath }) => ({ rawPath: rawPath.replaceAll('%', '%25') })],
    ['a plus for a space in the path', ({ rawPath }) => ({ rawPath: rawPath.replace('%20', '+') })],
    [
      'an upper-case signature',
      ({ rawQuery }) => ({
        rawQuery: rawQuery.replace(/[\da-f]{64}$/, (hex) => hex.toUpperCase()),
      }),
    ],
    [
      'a parameter in lower case',
      ({ rawQuery }) => ({ rawQuery: rawQuery.replace('X-Amz-Expires', 'x-amz-expires') }),
    ],
    ['a lower-case method', () => ({ method: 'put' })],
    ['a doubled slash', ({ rawPath }) => ({ rawPath: `/${rawPath}` })],
  ])('it does not match with %s', (_, change) => {
    const changed = { ...CALL, ...change(CALL) };
    expect(changed).not.toEqual(CALL);
    expect(matches(changed)).toBe(false);
  });

  test.each(['X-Amz-Credential', 'X-Amz-Date', 'X-Amz-SignedHeaders', 'X-Amz-Signature'])(
    'it makes no claim without %s',
    (name) => {
      const rawQuery = CALL.rawQuery.replace(new RegExp(`${name}=[^&]*&?`), '');
      expect(verify({ ...CALL, rawQuery })).toBeUndefined();
    },
  );

  test('it makes no claim when the credential is encoded twice', () => {
    const rawQuery = CALL.rawQuery.replaceAll('%2F', '%252F');
    expect(verify({ ...CALL, rawQuery })).toBeUndefined();
  });

  test('it is signed with the day, region and service it names, not with the date', () => {
    const rawQuery = CALL.rawQuery.replace('%2Fus-east-1%2F', '%2Feu-west-1%2F');
    expect(verify({ ...CALL, rawQuery })?.signingKey.scope).toBe(
      '20260115/eu-west-1/s3/aws4_request',
    );
  });
});

describe('a browser', () => {
  /** The URL as it leaves a browser's address bar. */
  const sent = (path: string): VerifyInput =>
    arrival(new URL(presign({ ...INPUT, path }).url).href);

  test('it can use a key with anything in it', () => {
    const key = '/a b+c%2Fd"e\'f<g>h\\i^j`k{l}m|n~ü☂🗝//é?#&=;:@!$()*,[]';
    expect(matches(sent(key))).toBe(true);
  });

  test.each(['/a/../b', '/./b', '/a/..'])(
    'it resolves %s before sending, and is refused',
    (path) => {
      expect(matches(arrival(presign({ ...INPUT, path }).url))).toBe(true);
      expect(matches(sent(path))).toBe(false);
    },
  );
});

describe('a signed x-amz-* header', () => {
  const name = 'x-amz-server-side-encryption';
  const value: Pair = [name, 'aws:kms'];
  const both = presign({ ...INPUT, query: [value], headers: [value] }).url;

  test.each<[string, readonly Pair[], boolean]>([
    ['only in the query', [], true],
    ['in both places', [value], true],
    ['in both places, in capitals', [[name.toUpperCase(), 'aws:kms']], true],
    ['in both places with different values', [[name, 'AES256']], false],
    ['as an empty header', [[name, '']], false],
  ])('it may come %s', (_, headers, expected) => {
    expect(matches(arrival(both, headers))).toBe(expected);
  });

  test('it must come when the query has it not', () => {
    const { url } = presign({ ...INPUT, headers: [value] });
    expect(matches(arrival(url))).toBe(false);
    expect(verify(arrival(url))?.canonicalRequest).toContain(`\n${name}:\n`);
    expect(matches(arrival(url, [value]))).toBe(true);
  });

  test('it is found in the query whatever the case', () => {
    const query: readonly Pair[] = [['X-Amz-Acl', 'private']];
    const { url } = presign({ ...INPUT, query, headers: [['x-amz-acl', 'private']] });
    expect(matches(arrival(url))).toBe(true);
  });

  test('it alone is looked for in the query', () => {
    const type: Pair = ['content-type', 'text/plain'];
    const { url } = presign({ ...INPUT, query: [type], headers: [type] });
    expect(matches(arrival(url))).toBe(false);
    expect(matches(arrival(url, [type]))).toBe(true);
  });
});
