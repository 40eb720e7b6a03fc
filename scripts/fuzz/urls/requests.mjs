import fc from 'fast-check';

/** @typedef {import('../../../src/engine/s3/host.ts').HostStyle} HostStyle */
/** @typedef {readonly (readonly [name: string, value: string])[]} Pairs */

/**
 * @typedef {object} Wanted one URL to presign, the same for everybody
 * @property {'GET' | 'HEAD' | 'PUT' | 'DELETE'} method
 * @property {'https' | 'http'} scheme
 * @property {HostStyle} style
 * @property {string} port empty, or a colon and digits
 * @property {string} bucket
 * @property {string} key
 * @property {string} region
 * @property {Pairs} query names may repeat
 * @property {Pairs} headers all to be signed
 * @property {number} expires in seconds
 * @property {number} date in milliseconds since 1970
 * @property {{ accessKeyId: string, secretAccessKey: string, sessionToken?: string }} signer
 */

/** What breaks encoders: reserved marks, escapes that are none, dots, controls, composed and decomposed letters, what lies beyond 16 bits. */
const HOSTILE = [
  ' +%?#&=;:@!$\'()*,[]~"<>\\^`{|}aZ0-_./',
  '\u0000\n\r\t\u007F\u0085\u00A0\u202E\uFEFF\uFFFDéßİ漢字ﷺ😀𐀀',
].flatMap((marks) => Array.from(marks));
const PIECES = ['%2F', '%zz', '%25', '..', '//', './', 'e\u0301', '👩‍👩‍👧'];

/** A text that breaks encoders. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...HOSTILE, ...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

// Only what HTTP lets into a header; runs of blanks are to be squeezed.
const headerValue = fc
  .array(fc.constantFrom(...Array.from('aZ09-_.,;=/"+%:() \t'), '  ', ' \t '), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

const queryName = fc.oneof(
  fc.constantFrom('versionId', 'response-content-disposition', 'x-id', 'a', 'A', 'a-b', 'a', 'B'),
  fc.constantFrom('a b', 'a+b', 'a/b', 'é', '😀', '', 'Param', 'Param-3', 'x-amz-meta-a'),
);

const headerName = fc.constantFrom(
  'x-amz-acl',
  'X-Amz-Meta-Note',
  'x-amz-server-side-encryption',
  'Content-MD5',
  'Content-Type',
  'Range',
  'If-Match',
  'Cache-Control',
  'User-Agent',
);

const token = fc
  .array(fc.constantFrom(...Array.from('AZaz09+/=')), { minLength: 1, maxLength: 60 })
  .map((pieces) => `EXAMPLE${pieces.join('')}`);

const WEEK = 604_800;

// What begins like an international domain name is no bucket's (bucketnamingrules), and may be no host.
const bucketName = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/)
  .filter((name) => !name.startsWith('xn--'));

/** Any URL in any of the host styles. @param {readonly HostStyle[]} styles @returns {fc.Arbitrary<Wanted>} */
export const anyWanted = (styles) =>
  fc
    .record({
      method: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE'),
      scheme: fc.constantFrom('https', 'https', 'http'),
      style: fc.constantFrom(...styles),
      port: fc.constantFrom('', '', '', '', ':443', ':80', ':9000'),
      name: bucketName,
      key: hostileText.filter((text) => text !== ''),
      region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-southeast-4', 'us-gov-west-1'),
      query: fc.array(fc.tuple(queryName, hostileText), { maxLength: 4 }),
      headers: fc.uniqueArray(fc.tuple(headerName, headerValue), {
        maxLength: 3,
        selector: ([name]) => name,
      }),
      expires: fc.integer({ min: 1, max: WEEK }),
      date: fc.integer({ min: 1_300_000_000, max: 4_000_000_000 }).map((second) => second * 1000),
      secretAccessKey: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
      sessionToken: fc.option(token, { nil: undefined }),
    })
    .map(({ name, secretAccessKey, sessionToken, ...rest }) => ({
      ...rest,
      bucket: rest.style === 'access-point' ? `${name}-111122223333` : name,
      signer: {
        accessKeyId: sessionToken === undefined ? 'AKIAIOSFODNN7EXAMPLE' : 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey,
        ...(sessionToken !== undefined && { sessionToken }),
      },
    }));
