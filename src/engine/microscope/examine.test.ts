import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { promised } from '../never.ts';
import { HEADER_VECTORS, QUERY_VECTORS } from '../sigv4/sigv4.vectors.ts';
import type { BoxId } from './derivation.ts';
import { BOX_IDS } from './derivation.ts';
import { examine, feeds, signedNames } from './examine.ts';
import type { Examined, Study } from './examine.ts';
import { isChanged, partId, UNTOUCHED } from './part.ts';
import type { Tampering } from './part.ts';
import type { SigningInputs } from './signing.ts';

const EXAMPLE: SigningInputs = {
  signedIn: 'query',
  service: 's3',
  method: 'GET',
  host: 'examplebucket.s3.amazonaws.com',
  path: '/test.txt',
  query: [],
  headers: [],
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: '',
  region: 'us-east-1',
  date: '20130524T000000Z',
  expires: '86400',
};

const found = (study: Partial<Study> & { readonly inputs?: SigningInputs } = {}): Examined => {
  const result = examine({ inputs: EXAMPLE, tampering: UNTOUCHED, ...study });
  if (result.kind !== 'examined') throw new Error(`cannot sign: ${result.field}`);
  return result;
};

const after = (tampering: Partial<Tampering>): Examined =>
  found({ tampering: { ...UNTOUCHED, ...tampering } });

const textOf = ({ signer }: Examined, id: BoxId): string =>
  promised(
    signer.find((box) => box.id === id),
    'there is every box',
  ).text;

const MESSAGE: readonly BoxId[] = ['canonical-request', 'hash', 'string-to-sign', 'signature'];
const LADDER: readonly BoxId[] = ['k-date', 'k-region', 'k-service', 'k-signing'];

describe('both lanes', () => {
  const vectors = [...QUERY_VECTORS, ...HEADER_VECTORS].filter(
    ({ pathMode, payloadHash, service }) =>
      service === 's3' && pathMode === 's3' && payloadHash !== undefined,
  );

  test.each(vectors)('they compute what others compute: $id', (vector) => {
    const { signer, expected } = vector;
    const inputs: SigningInputs = {
      ...EXAMPLE,
      ...vector,
      service: 's3',
      signedIn: 'expires' in vector ? 'query' : 'header',
      accessKeyId: signer.accessKeyId,
      secretAccessKey: signer.secretAccessKey,
      sessionToken: signer.sessionToken ?? '',
      expires: 'expires' in vector ? `${vector.expires}` : '',
    };
    const result = found({ inputs });
    expect(textOf(result, 'canonical-request')).toBe(expected.canonicalRequest);
    expect(textOf(result, 'hash')).toBe(expected.canonicalRequestSha256);
    expect(textOf(result, 'string-to-sign')).toBe(expected.stringToSign);
    expect(textOf(result, 'signature')).toBe(expected.signature);
    expect(result.verifier).toEqual(result.signer);
    expect(result).toMatchObject({ differing: [], matches: true });
  });

  test('they have the key ladder of the S3 example', () => {
    expect(LADDER.map((id) => textOf(found(), id))).toEqual([
      '68896419206d6240ad4cd7dc8ba658efbf3b43b53041950083a10833824fcfbb',
      '0506335cc36b4a971f6beddf0adbd976ee71222cb42c131487e0c12c5c47a025',
      '05602c14e8b6aad30e7f6dec4b544071f6e4a742934bc5e36415733c47a67d44',
      'dbb893acc010964918f1fd433add87c70e8b0db6be30c1fbeafefa5ec6ba8378',
    ]);
  });

  const parameter = (name: string): string => partId('parameter', name);

  test.each<readonly [string, Examined, readonly BoxId[]]>([
    ['the method', after({ changed: { method: 'HEAD' } }), MESSAGE],
    ['the host', after({ changed: { host: 'other.s3.amazonaws.com' } }), MESSAGE],
    ['the path', after({ changed: { path: '/test.txu' } }), MESSAGE],
    ['the lifetime', after({ changed: { [parameter('X-Amz-Expires')]: '604800' } }), MESSAGE],
    ['the date', after({ changed: { [parameter('X-Amz-Date')]: '20130524T000001Z' } }), MESSAGE],
    [
      'a parameter that came in addition',
      after({ added: [{ id: 'added:1', kind: 'parameter', name: 'x-id', value: 'GetObject' }] }),
      MESSAGE,
    ],
    [
      'the Region of the credential',
      after({
        changed: {
          [parameter('X-Amz-Credential')]:
            'AKIAIOSFODNN7EXAMPLE%2F20130524%2Feu-west-1%2Fs3%2Faws4_request',
        },
      }),
      BOX_IDS.filter((id) => id !== 'k-date' && id !== 'claim'),
    ],
    ['the secret that AWS knows', found({ knownSecret: 'another' }), [...LADDER, 'signature']],
    [
      'the case of the signature',
      after({
        changed: {
          [parameter('X-Amz-Signature')]: textOf(found(), 'signature').toUpperCase(),
        },
      }),
      ['claim'],
    ],
  ])('only what is made of it changes: %s', (_, result, differing) => {
    expect(result.differing.toSorted()).toEqual(differing.toSorted());
    expect(result.matches).toBe(false);
    expect(result.signer).toEqual(found().signer);
  });

  test.each<readonly [string, Examined]>([
    [
      'escapes in small letters',
      after({
        changed: {
          [parameter('X-Amz-Credential')]:
            'AKIAIOSFODNN7EXAMPLE%2f20130524%2fus-east-1%2fs3%2faws4_request',
        },
      }),
    ],
    [
      'a header that nobody signed',
      after({ added: [{ id: 'added:1', kind: 'header', name: 'user-agent', value: 'curl' }] }),
    ],
    ['an escape where none is needed', after({ changed: { path: '/%74est.txt' } })],
  ])('what is spelt another way arrives at the same signature: %s', (_, result) => {
    expect(result.parts.some(isChanged)).toBe(true);
    expect(result).toMatchObject({ differing: [], matches: true });
  });

  test.each(['X-Amz-Credential', 'X-Amz-Date', 'X-Amz-SignedHeaders', 'X-Amz-Signature'])(
    'the verifier computes nothing without %s',
    (name) => {
      const result = after({ changed: { [parameter(name)]: undefined } });
      expect(result.verifier).toBeUndefined();
      expect(result).toMatchObject({ matches: false, differing: [] });
    },
  );

  test('any change of one character in what is signed is noticed', () => {
    const ids = found().parts.filter(({ kind }) => kind !== 'header');
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), ({ id, sent }, seed) => {
        const value = sent?.value ?? '';
        const at = seed % value.length;
        const other = value[at] === 'q' ? 'r' : 'q';
        const result = after({
          changed: { [id]: value.slice(0, at) + other + value.slice(at + 1) },
        });
        expect(result.matches).toBe(false);
      }),
    );
  });

  test('nothing that is typed stops it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', '%', '%zz', '\ud800', '\n', '/', '//', '..', '&=&'),
    );
    const pairs = fc.array(fc.tuple(text, text), { maxLength: 3 });
    const inputs = fc.record({
      signedIn: fc.constantFrom('query' as const, 'header' as const),
      service: fc.constantFrom('s3' as const, 'sts' as const),
      method: text,
      host: text,
      path: text,
      query: pairs,
      headers: pairs,
      accessKeyId: text,
      secretAccessKey: text,
      sessionToken: text,
      region: text,
      date: fc.constant(EXAMPLE.date),
      expires: fc.constantFrom('0', '1', '604801'),
    });
    const changed = fc.dictionary(
      fc.constantFrom('method', 'host', 'path', parameter('X-Amz-Credential'), '__proto__'),
      text,
    );
    fc.assert(
      fc.property(inputs, changed, text, (typed, changes, secret) => {
        const tampering = { changed: changes, added: [] };
        const result = found({ inputs: typed, tampering, knownSecret: secret });
        expect(result.signer).toHaveLength(BOX_IDS.length);
        for (const part of result.parts) feeds(part, signedNames(result.call));
      }),
    );
  });
});

describe('a signer', () => {
  test.each([
    ['date', { date: '2013-05-24' }],
    ['date', { date: '20130230T000000Z' }],
    ['expires', { expires: '' }],
    ['expires', { expires: '7d' }],
  ])('cannot sign without a proper %s: %j', (field, change) => {
    const inputs = { ...EXAMPLE, ...change };
    expect(examine({ inputs, tampering: UNTOUCHED })).toEqual({ kind: 'unsignable', field });
  });
});

describe('a part', () => {
  const { parts, call } = after({
    added: [
      { id: 'added:1', kind: 'header', name: 'user-agent', value: 'curl' },
      { id: 'added:2', kind: 'parameter', name: '__proto__', value: 'x' },
    ],
  });
  test.each<readonly [string, readonly BoxId[]]>([
    ['method', ['canonical-request']],
    ['host', ['canonical-request']],
    [partId('parameter', 'X-Amz-Expires'), ['canonical-request']],
    [partId('parameter', 'X-Amz-Signature'), ['claim']],
    [partId('parameter', 'X-Amz-Date'), ['canonical-request', 'string-to-sign']],
    [
      partId('parameter', 'X-Amz-Credential'),
      ['canonical-request', 'string-to-sign', 'k-date', 'k-region', 'k-service'],
    ],
    ['added:1', []],
    ['added:2', ['canonical-request']],
  ])('goes into its own boxes: %s', (id, boxes) => {
    const part = promised(
      parts.find((one) => one.id === id),
      'there is such a part',
    );
    expect(feeds(part, signedNames(call))).toEqual(boxes);
  });
});
