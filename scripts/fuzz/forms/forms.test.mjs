import { expect, test } from 'vitest';
import { formDifference } from './compare.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('./requests.mjs').WantedForm} WantedForm */

/** @type {WantedForm} */
const WANTED = {
  bucket: 'uploads',
  key: 'a',
  region: 'eu-west-1',
  expires: 60,
  date: 0,
  signer: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'EXAMPLE' },
  fields: [],
  conditions: [],
};

/** @param {readonly object[]} conditions @param {string} [expiration] */
const policyOf = (conditions, expiration = '2026-01-15T12:00:00Z') =>
  JSON.stringify({ expiration, conditions });

const OURS = policyOf([{ acl: 'private' }, ['starts-with', '$key', 'a']]);

const engine = /** @type {Engine} */ (
  /** @type {unknown} */ ({
    addressOf: () => ({ host: 'uploads.example', path: '/' }),
    postForm: () => ({
      policy: OURS,
      fields: [
        ['acl', 'private'],
        ['policy', 'ours'],
        ['x-amz-signature', 'ours'],
      ],
    }),
    signPolicy: (/** @type {{ policy: string }} */ { policy }) => ({
      signature: `signed ${policy.length}`,
    }),
  })
);

/** @param {string} policy */
const formOf = (policy) => ({
  url: 'https://uploads.example/',
  fields: {
    bucket: 'uploads',
    ACL: 'private',
    Policy: Buffer.from(policy).toString('base64'),
    'X-Amz-Signature': `signed ${policy.length}`,
  },
});

const same = formOf(OURS);

test.each([
  ['nothing', same, ''],
  [
    'the order and case of conditions',
    formOf(policyOf([['starts-with', '$key', 'a'], { ACL: 'private' }])),
    '',
  ],
  ['the address', { ...same, url: 'https://elsewhere.example/' }, 'the address'],
  ['a condition less', formOf(policyOf([{ acl: 'private' }])), 'the policy'],
  ['a value', formOf(policyOf([{ acl: 'Private' }, ['starts-with', '$key', 'a']])), 'the policy'],
  [
    'the end',
    formOf(policyOf([{ acl: 'private' }, ['starts-with', '$key', 'a']], 'later')),
    'the policy',
  ],
  [
    'the signature',
    { ...same, fields: { ...same.fields, 'X-Amz-Signature': 'another' } },
    'the signature',
  ],
  ['a field', { ...same, fields: { ...same.fields, note: 'x' } }, 'the fields'],
])('it tells that two forms differ in %s', (_, form, difference) => {
  expect(formDifference(engine, WANTED, form)).toBe(difference);
});
