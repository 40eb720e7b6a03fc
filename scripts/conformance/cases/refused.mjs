import fc from 'fast-check';
import { LEAVER, NOBODY, OTHER_BUCKET, OWNER, STRANGER } from './place.mjs';

/** @typedef {import('./accepted.mjs').Sample} Sample */
/** @typedef {import('./place.mjs').Change} Change */
/** @typedef {import('./place.mjs').Wanted} Wanted */
/** @typedef {import('./run.mjs').Case} Case */

/** URLs that were changed after they were signed, or that were never good. */

/** @param {(query: string) => string} edit @returns {Change} */
export const inQuery = (edit) => (call) => ({ ...call, query: edit(call.query) });

/** @param {string} name @param {(value: string) => string} edit */
export const parameter = (name, edit) =>
  inQuery((query) =>
    query
      .split('&')
      .map((pair) =>
        pair.startsWith(`${name}=`) ? `${name}=${edit(pair.slice(name.length + 1))}` : pair,
      )
      .join('&'),
  );

/** @param {string} name */
export const without = (name) =>
  inQuery((query) =>
    query
      .split('&')
      .filter((pair) => !pair.startsWith(`${name}=`))
      .join('&'),
  );

/** @param {string} name @param {string} value @returns {Change} */
const withHeader = (name, value) => (call) => ({
  ...call,
  headers: [...call.headers, [name, value]],
});

/** Another digit at a place of a hex text. @param {number} place */
const otherDigit = (place) => (/** @type {string} */ text) => {
  const at = place % text.length;
  const digit = text[at] === '0' ? '1' : '0';
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
};

const SIGNED_HEADER = /** @type {const} */ (['Cache-Control', 'no-store']);

/** One thing changed in a URL that was good; `n` tells one case from the next. @type {Readonly<Record<string, (n: number) => Pick<Case, 'change'> & { readonly wanted?: Wanted }>>} */
const TAMPERED = {
  'a digit of the signature': (n) => ({
    change: parameter('X-Amz-Signature', otherDigit(n * 7)),
  }),
  'a letter of the key': () => ({
    change: (call) => ({ ...call, path: call.path.replace('summary', 'Summary') }),
  }),
  'the bucket in the host': () => ({
    change: (call) => ({
      ...call,
      host: call.host.replace(/^[^.]+/, OTHER_BUCKET),
      headers: call.headers.map(([name, value]) => [
        name,
        name === 'Host' ? value.replace(/^[^.]+/, OTHER_BUCKET) : value,
      ]),
    }),
  }),
  'a parameter more': (n) => ({ change: inQuery((query) => `${query}&note=${n}`) }),
  'a value of response-*': () => ({
    wanted: { query: [['response-content-type', 'text/plain']] },
    change: parameter('response-content-type', () => 'text%2Fhtml'),
  }),
  'no response-*': () => ({
    wanted: { query: [['response-content-type', 'text/plain']] },
    change: without('response-content-type'),
  }),
  'a longer life': (n) => ({ change: parameter('X-Amz-Expires', () => String(604_800 - n)) }),
  'a later date': () => ({
    wanted: { age: 600, expires: 3600 },
    change: parameter('X-Amz-Date', (value) =>
      value.replace(/..Z$/, '00Z').replace(/.(?=..Z$)/, (digit) => (digit === '9' ? '8' : '9')),
    ),
  }),
  'the key id of somebody else': () => ({
    change: parameter('X-Amz-Credential', (value) =>
      value.replace(OWNER.accessKeyId, STRANGER.accessKeyId),
    ),
  }),
  'the value of a signed header': (n) => ({
    wanted: { headers: [SIGNED_HEADER] },
    change: (call) => ({
      ...call,
      headers: call.headers.map(([name, value]) =>
        name === SIGNED_HEADER[0] ? [name, `max-age=${n}`] : [name, value],
      ),
    }),
  }),
  'no signed header': () => ({
    wanted: { headers: [SIGNED_HEADER] },
    change: (call) => ({
      ...call,
      headers: call.headers.filter(([name]) => name !== SIGNED_HEADER[0]),
    }),
  }),
  'fewer names among the signed headers': () => ({
    wanted: { headers: [SIGNED_HEADER] },
    change: parameter('X-Amz-SignedHeaders', () => 'host'),
  }),
  'HEAD in place of GET': () => ({ change: (call) => ({ ...call, method: 'HEAD' }) }),
  'PUT in place of GET': () => ({ change: (call) => ({ ...call, method: 'PUT' }) }),
  'DELETE in place of GET': () => ({ change: (call) => ({ ...call, method: 'DELETE' }) }),
  'the other host style': () => ({
    change: (call) => {
      const [bucket = '', ...rest] = call.host.split('.');
      const host = rest.join('.');
      return { ...call, host, path: `/${bucket}${call.path}`, headers: [['Host', host]] };
    },
  }),
};

const EACH = 8;

/** A life for each case that asks for none, so that no two URLs are the same. @param {number} n @param {Pick<Case, 'change'> & { readonly wanted?: Wanted }} made */
const sized = (n, { wanted, change }) => ({
  wanted: { expires: 60 + n, ...wanted },
  ...(change && { change }),
});

/** @type {readonly Case[]} */
const tampered = Object.entries(TAMPERED).flatMap(([what, make]) =>
  Array.from({ length: EACH }, (_, n) => ({
    kind: `Changed after signing: ${what}`,
    ...sized(n, make(n)),
  })),
);

/** @type {readonly Case[]} */
const missing = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'].map(
  (name) => ({
    kind: 'One of the six parameters missing',
    wanted: {},
    change: without(`X-Amz-${name}`),
  }),
);

/** @param {string} kind @param {Wanted} wanted @param {Change} [change] @returns {Case} */
const one = (kind, wanted, change) => ({ kind, wanted, ...(change && { change }) });

/** @param {Sample} sample @returns {readonly Case[]} */
const all = (sample) => [
  ...tampered,
  ...missing,
  ...sample(fc.integer({ min: 61, max: 1_000_000 }), 20).map((age) =>
    one('Expired', { age, expires: Math.min(604_800, age - 1) }),
  ),
  one('Signed for no time at all', { expires: 0, age: 2 }),
  ...[604_801, 1_000_000, 31_536_000].map((expires) => one('Longer than seven days', { expires })),
  ...[-1, -3600].map((expires) => one('A negative life', { expires })),
  one(
    'A life that is no number',
    {},
    parameter('X-Amz-Expires', () => 'hour'),
  ),
  ...[16, 60, 1440].map((minutes) => one('Dated too far ahead', { age: -minutes * 60 })),
  ...sample(fc.integer(), 5).map(() => one('A key that nobody knows', { signer: NOBODY })),
  ...sample(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), 10).map((secret) =>
    one('Another secret', { signer: { ...OWNER, secretAccessKey: secret } }),
  ),
  one('Somebody of another account', { signer: STRANGER }),
  one('Somebody of another account', { signer: STRANGER, style: 'path' }),
  { ...one('A key before it is deleted', { signer: LEAVER }), granted: true },
  { ...one('A key after it was deleted', { signer: LEAVER }), leaves: true },
  one('Another Region', { region: 'us-east-1' }),
  one('Another Region', { region: 'eu-west-1', style: 'path' }),
  one('Another service', { service: 'sts' }),
  one(
    'The Region changed in the scope',
    {},
    parameter('X-Amz-Credential', (value) => value.replace('eu-central-1', 'eu-west-1')),
  ),
  one(
    'Another ending of the scope',
    {},
    parameter('X-Amz-Credential', (value) => value.replace('aws4_request', 'aws5_request')),
  ),
  one(
    'A scope of four parts',
    {},
    parameter('X-Amz-Credential', (value) => value.replace('%2Fs3%2F', '%2F')),
  ),
  one(
    'A scope of another day',
    {},
    parameter('X-Amz-Credential', (value) => value.replace(/%2F\d{8}%2F/, '%2F20200101%2F')),
  ),
  one(
    'A date that is none',
    {},
    parameter('X-Amz-Date', () => 'yesterday'),
  ),
  one(
    'Another algorithm',
    {},
    parameter('X-Amz-Algorithm', () => 'AWS4-HMAC-SHA1'),
  ),
  one('No such object', { key: 'nothing here' }),
  one('No such version', { query: [['versionId', '3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY']] }),
  one('No such bucket', { bucket: 'no-such-reports' }),
  one('An x-amz-* header nobody signed', {}, withHeader('x-amz-acl', 'private')),
  one(
    'An Authorization header beside the URL',
    {},
    withHeader('Authorization', 'AWS4-HMAC-SHA256 x'),
  ),
  one('A token with a long-term key', { signer: { ...OWNER, sessionToken: 'EXAMPLE' } }),
];

/** @param {Sample} sample @returns {readonly Case[]} */
export const refusedCases = (sample) => all(sample).map((each) => ({ granted: false, ...each }));
