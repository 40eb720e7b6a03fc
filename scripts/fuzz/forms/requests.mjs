import fc from 'fast-check';
import { anyWanted, hostileText } from '../urls/requests.mjs';

/** @typedef {import('../../../src/engine/s3/postForm.ts').PostCondition} PostCondition */
/** @typedef {import('../urls/requests.mjs').Pairs} Pairs */
/** @typedef {import('../urls/requests.mjs').Wanted} Wanted */

/**
 * One form to make, the same for everybody.
 * @typedef {Pick<Wanted, 'bucket' | 'key' | 'region' | 'expires' | 'date' | 'signer'> & { readonly fields: Pairs, readonly conditions: readonly PostCondition[] }} WantedForm
 */

const fieldName = fc.constantFrom(
  'acl',
  'Cache-Control',
  'Content-Type',
  'success_action_status',
  'x-amz-meta-note',
  'x-amz-meta-é',
  'x-amz-server-side-encryption',
);

/** @type {fc.Arbitrary<PostCondition>} */
const condition = fc.oneof(
  fc.tuple(
    fc.constantFrom(/** @type {const} */ ('eq'), /** @type {const} */ ('starts-with')),
    fieldName.map((name) => /** @type {const} */ (`$${name}`)),
    hostileText,
  ),
  fc.tuple(fc.constant(/** @type {const} */ ('content-length-range')), fc.nat(), fc.nat()),
  fc.tuple(fieldName, hostileText).map(([name, value]) => ({ [name]: value })),
);

const FILENAME = '${filename}';

/** Keys with the file's name at their end, in their midst, or nowhere. */
const anyKey = fc.oneof(
  hostileText.filter((text) => text !== ''),
  hostileText.map((text) => `${text}${FILENAME}`),
  fc.tuple(hostileText, hostileText).map((texts) => texts.join(FILENAME)),
);

/** Any form of any virtual-hosted bucket. @type {fc.Arbitrary<WantedForm>} */
export const anyForm = fc
  .record({
    wanted: anyWanted(['virtual-hosted']),
    key: anyKey,
    fields: fc.uniqueArray(fc.tuple(fieldName, hostileText), {
      maxLength: 4,
      selector: ([name]) => name,
    }),
    conditions: fc.uniqueArray(condition, {
      maxLength: 4,
      selector: (each) => JSON.stringify(each),
    }),
  })
  .map(({ wanted: { bucket, region, expires, date, signer }, ...rest }) => ({
    bucket,
    region,
    expires,
    date,
    signer,
    ...rest,
  }));
