import { expect, test } from 'vitest';
import { comparer } from './compare.mjs';
import { DIFFERENCES } from './differences.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./engine.mjs').Engine} Engine */

/** @type {Case} */
const READ = {
  kind: 'user',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::photos/cat.jpg',
  owner: '111122223333',
  context: { 'aws:SourceIp': '203.0.113.9' },
  identity: [
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
        },
      ],
    },
  ],
  boundary: undefined,
  session: undefined,
  resourcePolicy: undefined,
  home: 'outside',
  away: 'outside',
  serviceControl: undefined,
  resourceControl: undefined,
};

/** An engine of one mind. @param {string} verdict */
const always = (verdict) =>
  /** @type {Engine} */ (
    /** @type {unknown} */ ({ decide: () => ({ verdict }), derivedKeys: () => new Map() })
  );

/** A peer that allows where its policies hold a text. @param {string} text @returns {import('./peer.mjs').Peer} */
const allowingFor = (text) => ({
  runSimulation: (simulation) =>
    Promise.resolve({
      resultType: 'single',
      overallResult: JSON.stringify(simulation).includes(text) ? 'Allowed' : 'ImplicitlyDenied',
    }),
});

test.each([
  ['agree', 'allow', 'GetObject', []],
  ['differ where a class says so', 'allow', '0.0.0.0/1', ['IPv4 ranges of length 0']],
  ['differ and nobody knows why', 'allow', 'nowhere in it', undefined],
  ['differ the other way', 'explicit-deny', 'GetObject', undefined],
])('it tells that the two %s', async (_, ours, text, classes) => {
  const compare = comparer(always(ours), allowingFor(text));
  expect((await compare(READ)).classes).toEqual(classes);
});

test('it names each difference once, and says what AWS says', () => {
  expect(new Set(DIFFERENCES.map(({ name }) => name)).size).toBe(DIFFERENCES.length);
  expect(DIFFERENCES.filter(({ because }) => !/\(.*\)/.test(because))).toEqual([]);
});
