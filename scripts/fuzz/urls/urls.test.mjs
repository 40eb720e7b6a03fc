import { expect, test } from 'vitest';
import { differencesOf } from './compare.mjs';
import { URL_DIFFERENCES } from './differences.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('./requests.mjs').Wanted} Wanted */

/** @type {Wanted} */
const WANTED = {
  method: 'GET',
  scheme: 'https',
  style: 'virtual-hosted',
  port: ':443',
  bucket: 'reports',
  key: 'a.pdf',
  region: 'eu-west-1',
  query: [
    ['a', '1'],
    ['a', '2'],
  ],
  headers: [['Range', 'bytes=0-9']],
  expires: 60,
  date: 0,
  signer: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'EXAMPLE' },
};

/** A URL that says all it was made of. @param {Pick<Wanted, 'query' | 'headers' | 'port'>} wanted */
const urlOf = ({ query, headers, port }) =>
  `https://reports${port}/?${query.map((pair) => pair.join('=')).join('&')}&h=${headers.length}`;

const engine = /** @type {Engine} */ (
  /** @type {unknown} */ ({
    addressOf: () => ({ host: 'reports', path: '/' }),
    presign: (/** @type {Wanted} */ wanted) => ({ url: urlOf({ ...wanted, port: '' }) }),
  })
);

/** A peer with a way of its own. @param {string} name @param {(wanted: Wanted) => string} sign */
const peer = (name, sign) => ({
  name,
  sign,
  can: () => true,
  /** @param {Wanted} wanted */
  told: (wanted) => wanted,
});

test.each([
  ['agree', urlOf, { port: '' }, []],
  ['differ in the order alone', () => 'https://reports/?h=1&a=2&a=1', {}, []],
  ['differ where a class says so', urlOf, {}, ['ports that the scheme implies']],
  ['differ and nobody knows why', () => 'https://reports/?', {}, undefined],
])('it tells that the two %s', async (_, sign, change, classes) => {
  const other = peer('@aws-sdk/s3-request-presigner 1.0.0', sign);
  expect(await differencesOf(engine, other, { ...WANTED, ...change })).toEqual(classes);
});

test('it tells that two classes are needed together', async () => {
  /** @param {Wanted} wanted */
  const sign = (wanted) => urlOf({ port: '', headers: [], query: wanted.query.slice(0, 1) });
  expect(await differencesOf(engine, peer('aws4 1.0.0', sign), WANTED)).toEqual([
    'Range and User-Agent among the headers',
    'names that repeat',
  ]);
});

test('it explains no peer by what another one does', async () => {
  const other = peer('aws4 1.0.0', urlOf);
  expect(await differencesOf(engine, other, WANTED)).toBeUndefined();
});

test('it names each difference once, and says what AWS says', () => {
  expect(new Set(URL_DIFFERENCES.map(({ name }) => name)).size).toBe(URL_DIFFERENCES.length);
  expect(URL_DIFFERENCES.filter(({ because }) => !/\(.*\)/.test(because))).toEqual([]);
});
