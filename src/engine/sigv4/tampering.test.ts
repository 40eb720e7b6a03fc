/**
 * One property in two halves: whatever is signed verifies, and after any single change of a character the
 * verdict is that of the meaning. What a call means is worked out here a second time, by other means.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, seconds } from '../time.ts';
import { encodePath } from './encode.ts';
import { hostHeader, parsePresignedUrl, SCHEMES } from './presignedUrl.ts';
import { presign, type PresignInput } from './presign.ts';
import { formatQuery, type Pair, queryParameter } from './query.ts';
import { signHeaders } from './signHeaders.ts';
import { sha256Hex } from './stringToSign.ts';
import { verify, type VerifyInput } from './verify.ts';
import { verifyHeaders, type VerifyHeadersInput } from './verifyHeaders.ts';

const hostile = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '/',
        '//',
        '.',
        '..',
        '%',
        '%2F',
        '%25',
        '+',
        ' ',
        '"',
        "'",
        '\\',
        '?',
        '#',
        '&',
        '=',
        ';',
        'é',
        'e\u0301',
        '🗝',
        '\ud800',
        '\n',
        '~',
        '*',
        'a',
      ),
    )
    .map((pieces) => pieces.join('')),
);

const query = fc.array(
  fc.tuple(hostile, fc.oneof(fc.constant(''), hostile)).filter(([name]) => !/^x-amz-/i.test(name)),
  { maxLength: 4 },
);
const headerName = fc.constantFrom(
  'content-type',
  'Range',
  'x-amz-acl',
  'X-Amz-Meta-A',
  'x-amz-tagging',
);
const headerValue = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '\t', ',', ';', '"', ':', 'é'),
});

const signer = fc.record(
  {
    accessKeyId: fc
      .string({ unit: 'grapheme-ascii' })
      .map((text) => `AKIA${text.replaceAll('/', '')}`),
    secretAccessKey: hostile,
    sessionToken: fc.oneof(fc.base64String(), hostile),
  },
  { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
);

const input: fc.Arbitrary<PresignInput> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'HEAD', 'DELETE', 'POST'),
  scheme: fc.constantFrom(...SCHEMES),
  host: fc.constantFrom(
    'b.s3.eu-west-1.amazonaws.com',
    'B.example:443',
    'localhost:80',
    '[::1]:9000',
  ),
  path: hostile.map((text) => `/${text}`),
  query: fc.oneof(
    query,
    query.map((pairs) => [...pairs, ...pairs]),
  ),
  headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 4 }),
  signer,
  region: fc.constantFrom('us-east-1', 'eu-central-1'),
  service: fc.constantFrom('s3', 'sts'),
  date: fc.constantFrom(at('2026-01-15T12:00:00Z'), at('2024-02-29T23:59:59Z')),
  expires: fc.integer({ min: -1, max: 604_801 }).map(seconds),
});

function received(signed: PresignInput): VerifyInput {
  const parts = parsePresignedUrl(presign(signed).url);
  if (!parts) throw new Error('a presigned URL must be one');
  const { method, headers = [], signer } = signed;
  return { method, ...parts, headers, secretAccessKey: signer.secretAccessKey };
}

/** The same call, signed in its headers by a key whose id is one. */
function receivedSigned(input: PresignInput): VerifyHeadersInput {
  const { method, host, path, query = [], signer } = input;
  const key = { ...signer, accessKeyId: 'ASIAEXAMPLE' };
  const payloadHash = sha256Hex(path);
  const { headers } = signHeaders({ ...input, signer: key, payloadHash });
  return {
    method,
    host,
    rawPath: encodePath(path),
    rawQuery: formatQuery(query.map(([name, value]) => queryParameter(name, value))),
    headers: headers.filter(([name]) => name !== 'host'),
    payloadHash,
    secretAccessKey: signer.secretAccessKey,
  };
}

/** The bytes behind a percent-encoded text, a character each. */
const bytesOf = (encoded: string): string =>
  Buffer.from(encoded)
    .toString('latin1')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A header's value without the spaces that do not count. */
const words = (value: string): string =>
  value
    .split(/[ \t]+/)
    .filter(Boolean)
    .join(' ');

/** What a call says, whatever its spelling. */
function meaning({ method, host, rawPath, rawQuery, headers }: VerifyInput): string {
  const parameters = rawQuery
    .split('&')
    .filter(Boolean)
    .map((piece) => piece.replaceAll('+', ' '))
    .map((piece) => /^([^=]*)=?(.*)$/s.exec(piece) ?? [])
    .map(([, name = '', value = '']) => JSON.stringify([bytesOf(name), bytesOf(value)]))
    .toSorted();
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const text = name === 'authorization' ? words(value).replace(/ ?, ?/g, ',') : words(value);
    values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), text]);
  }
  // A signed header that is empty says no more than one that did not come: modelled, see canonicalRequest.
  const sent = [...values]
    .map(([name, all]) => `${name}: ${all.join(',')}`)
    .filter((line) => !line.endsWith(': '))
    .toSorted();
  return JSON.stringify([method, words(host), bytesOf(rawPath) || '/', parameters, sent]);
}

interface Edit {
  readonly kind: 'replace' | 'insert' | 'delete';
  readonly where: number;
  readonly character: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'delete'),
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  character: fc.oneof(
    fc.constantFrom(
      'a',
      'A',
      '0',
      '9',
      '/',
      '%',
      '&',
      '=',
      '+',
      '.',
      ';',
      '-',
      '2',
      'F',
      'f',
      ' ',
      'é',
    ),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  ),
});

function edited(text: string, { kind, where, character }: Edit): string {
  const index = Math.floor(where * (kind === 'insert' ? text.length + 1 : text.length));
  const rest = kind === 'insert' ? index : index + 1;
  return text.slice(0, index) + (kind === 'delete' ? '' : character) + text.slice(rest);
}

const changedHeader = (headers: readonly Pair[], change: Edit): readonly Pair[] => {
  const target = Math.floor(change.where * headers.length);
  return headers.map(([name, value], index) => [
    name,
    index === target ? edited(value, change) : value,
  ]);
};

const CHANGES: Readonly<Record<string, (call: VerifyInput, change: Edit) => Partial<VerifyInput>>> =
  {
    method: ({ method }, change) => ({ method: edited(method, change) }),
    host: ({ host }, change) => ({ host: edited(host, change) }),
    path: ({ rawPath }, change) => ({ rawPath: edited(rawPath, change) }),
    query: ({ rawQuery }, change) => ({ rawQuery: edited(rawQuery, change) }),
    'signed header': ({ headers }, change) => ({ headers: changedHeader(headers, change) }),
  };

test('it verifies whatever was presigned', () => {
  fc.assert(
    fc.property(input, (signed) => {
      const { canonicalRequest, stringToSign } = presign(signed);
      expect(verify(received(signed))).toMatchObject({
        canonicalRequest,
        stringToSign,
        matches: true,
      });
    }),
    { numRuns: 500 },
  );
});

test('it verifies what a browser makes of a URL, dot segments apart', () => {
  const browsable = input.filter(
    ({ path }) => !path.split('/').some((part) => /^\.\.?$/.test(part)),
  );
  fc.assert(
    fc.property(browsable, (signed) => {
      const parts = parsePresignedUrl(new URL(presign(signed).url).href);
      expect(parts?.host).toBe(hostHeader(signed.scheme ?? 'https', signed.host));
      expect(verify({ ...received(signed), ...parts })?.matches).toBe(true);
    }),
  );
});

test.each(Object.entries(CHANGES))('it tells any change of meaning in the %s', (_, change) => {
  let told = 0;
  fc.assert(
    fc.property(input, edit, (signed, letter) => {
      const genuine = received(signed);
      const tampered = { ...genuine, ...change(genuine, letter) };
      const isSame = meaning(tampered) === meaning(genuine);
      if (!isSame) told += 1;
      expect(verify(tampered)?.matches ?? false).toBe(isSame);
    }),
    { numRuns: 1000 },
  );
  expect(told).toBeGreaterThan(500);
});

test('it verifies whatever was signed in its headers', () => {
  fc.assert(
    fc.property(input, (signed) => {
      const { canonicalRequest, stringToSign, matches } =
        verifyHeaders(receivedSigned(signed)) ?? {};
      const payloadHash = sha256Hex(signed.path);
      const signer = { ...signed.signer, accessKeyId: 'ASIAEXAMPLE' };
      const sent = signHeaders({ ...signed, signer, payloadHash });
      expect({ canonicalRequest, stringToSign, matches }).toEqual({
        canonicalRequest: sent.canonicalRequest,
        stringToSign: sent.stringToSign,
        matches: true,
      });
    }),
    { numRuns: 500 },
  );
});

const HEADER_CHANGES: Readonly<
  Record<string, (call: VerifyHeadersInput, change: Edit) => Partial<VerifyHeadersInput>>
> = {
  ...CHANGES,
  'name of a signed header': ({ headers }, change) => ({
    headers: headers.map(([name, value], index) => [
      index === Math.floor(change.where * (headers.length - 1)) ? edited(name, change) : name,
      value,
    ]),
  }),
  'Authorization header': ({ headers }, change) => ({
    headers: headers.map(([name, value]) => [
      name,
      name === 'authorization' ? edited(value, change) : value,
    ]),
  }),
};

test.each(Object.entries(HEADER_CHANGES))(
  'it tells any change of meaning in the %s of a call signed in its headers',
  (_, change) => {
    let told = 0;
    fc.assert(
      fc.property(input, edit, (signed, letter) => {
        const genuine = receivedSigned(signed);
        const tampered = { ...genuine, ...change(genuine, letter) };
        const isSame = meaning(tampered) === meaning(genuine);
        if (!isSame) told += 1;
        expect(verifyHeaders(tampered)?.matches ?? false).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
    expect(told).toBeGreaterThan(500);
  },
);

test.each(['payloadHash', 'secretAccessKey'] as const)('it tells another %s', (part) => {
  fc.assert(
    fc.property(input, edit, (signed, letter) => {
      const genuine = receivedSigned(signed);
      const tampered = { ...genuine, [part]: edited(genuine[part], letter) };
      fc.pre(Buffer.compare(Buffer.from(tampered[part]), Buffer.from(genuine[part])) !== 0);
      expect(verifyHeaders(tampered)?.matches).toBe(false);
    }),
  );
});
