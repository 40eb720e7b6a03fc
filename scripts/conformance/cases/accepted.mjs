import fc from 'fast-check';
import { hostileText } from '../../fuzz/urls/requests.mjs';
import { BODY } from '../world.mjs';
import { VERSIONED_BUCKET } from './place.mjs';

/** @typedef {import('./place.mjs').Wanted} Wanted */
/** @typedef {import('./run.mjs').Case} Case */

/** URLs that everybody has to accept, and what they bring. */

/** Keys but for those with U+0000, which radosgw's HTTP reader refuses before S3 sees them. */
export const anyKey = hostileText.filter((text) => text !== '' && !text.includes('\0'));

const anyStyle = fc.constantFrom(
  /** @type {const} */ ('virtual-hosted'),
  /** @type {const} */ ('path'),
);

const anyPlace = fc.record({ key: anyKey, style: anyStyle });

const anyLife = fc.record({
  expires: fc.integer({ min: 3600, max: 604_800 }),
  age: fc.integer({ min: 0, max: 1800 }),
});

/** A text that HTTP lets into a header. */
const headerValue = fc
  .array(fc.constantFrom(...Array.from('aZ09-_.,;=/"+%:()'), '  ', ' '), { maxLength: 12 })
  .map((pieces) => `v${pieces.join('')}`.trim());

const contentType = fc.constantFrom('application/pdf', 'text/plain; charset=utf-8', 'image/png');

/** @typedef {import('../world.mjs').Version} Version */
/** @typedef {<T>(arbitrary: fc.Arbitrary<T>, count: number) => T[]} Sample */

/** A key that was written, then read, read in part, asked for and deleted. @param {Wanted} place @param {Wanted} life @param {string} body @returns {readonly Case[]} */
const roundTrip = (place, life, body) => {
  const wanted = { ...place, ...life };
  return [
    { kind: 'PUT of any key', wanted: { ...wanted, method: 'PUT' }, body },
    { kind: 'GET of any key', wanted, want: { body } },
    {
      kind: 'HEAD of any key',
      wanted: { ...wanted, method: 'HEAD' },
      want: { headers: { 'content-length': `${Buffer.byteLength(body)}` } },
    },
    { kind: 'DELETE of any key', wanted: { ...wanted, method: 'DELETE' } },
    { kind: 'GET of what was deleted', wanted, granted: false },
  ];
};

/** A part of the summary by a Range header that was signed, or by one that was not. @param {[from: number, more: number, signed: boolean]} range @returns {Case} */
const rangeCase = ([from, more, signed]) => {
  const header = /** @type {const} */ (['Range', `bytes=${from}-${from + more}`]);
  const body = BODY.slice(from, from + more + 1);
  const said = `bytes ${from}-${from + body.length - 1}/${BODY.length}`;
  return {
    kind: signed ? 'GET of a part, signed' : 'GET of a part, not signed',
    wanted: signed ? { headers: [header] } : {},
    ...(!signed && { change: (call) => ({ ...call, headers: [...call.headers, header] }) }),
    want: { body, headers: { 'content-range': said } },
  };
};

/** @param {Sample} sample @param {readonly Version[]} versions @returns {readonly Case[]} */
const all = (sample, versions) => [
  ...sample(fc.tuple(anyPlace, anyLife, hostileText), 40).flatMap(([place, life, body]) =>
    roundTrip(place, life, body.replaceAll('\0', '')),
  ),
  ...sample(fc.tuple(contentType, headerValue), 10).flatMap(
    /** @returns {readonly Case[]} */ ([type, note]) => [
      {
        kind: 'PUT with signed headers',
        wanted: {
          method: 'PUT',
          key: 'with headers',
          headers: [
            ['Content-Type', type],
            ['x-amz-meta-note', note],
            ['Cache-Control', 'no-store'],
          ],
        },
        body: note,
      },
      {
        kind: 'GET of what signed headers said',
        wanted: { key: 'with headers' },
        want: { body: note, headers: { 'content-type': type } },
      },
    ],
  ),
  ...sample(fc.tuple(contentType, headerValue), 12).map(
    /** @returns {Case} */ ([type, name]) => ({
      kind: 'GET with response-*',
      wanted: {
        query: [
          ['response-content-disposition', `attachment; filename="${name.replaceAll('"', '')}"`],
          ['response-content-type', type],
          ['response-cache-control', 'no-store'],
        ],
      },
      want: {
        headers: {
          'content-disposition': `attachment; filename="${name.replaceAll('"', '')}"`,
          'content-type': type,
          'cache-control': 'no-store',
        },
      },
    }),
  ),
  ...versions.map(
    /** @returns {Case} */ ({ id, body }) => ({
      kind: 'GET of a version',
      wanted: { bucket: VERSIONED_BUCKET, query: [['versionId', id]] },
      want: { body },
    }),
  ),
  { kind: 'DELETE that leaves a marker', wanted: { bucket: VERSIONED_BUCKET, method: 'DELETE' } },
  {
    kind: 'GET behind a delete marker',
    wanted: { bucket: VERSIONED_BUCKET },
    granted: false,
  },
  ...versions.map(
    /** @returns {Case} */ ({ id, body }) => ({
      kind: 'GET of a version behind a delete marker',
      wanted: { bucket: VERSIONED_BUCKET, query: [['versionId', id]] },
      want: { body },
    }),
  ),
  ...sample(fc.tuple(fc.nat({ max: 32 }), fc.nat({ max: 40 }), fc.boolean()), 12).map(rangeCase),
  // From its last byte on, and from behind it.
  rangeCase([BODY.length - 1, 0, true]),
  {
    kind: 'GET of a part behind the end',
    wanted: { headers: [['Range', `bytes=${BODY.length}-`]] },
    granted: false,
  },
  ...sample(anyLife, 5).map(
    /** @returns {Case} */ (life) => ({
      kind: 'GET with a header nobody signed',
      wanted: life,
      change: (call) => ({ ...call, headers: [...call.headers, ['If-None-Match', '"x"']] }),
    }),
  ),
  { kind: 'GET of the oldest URL there is', wanted: { age: 604_700, expires: 604_800 } },
  { kind: 'GET of a URL dated 14 minutes ahead', wanted: { age: -840 } },
];

/** @param {Sample} sample @param {readonly Version[]} versions @returns {readonly Case[]} */
export const acceptedCases = (sample, versions) =>
  all(sample, versions).map((each) => ({ granted: true, ...each }));
