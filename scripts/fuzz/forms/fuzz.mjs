import { createRequire } from 'node:module';
import fc from 'fast-check';
import { thousands } from '../report.mjs';
import { formDifference } from './compare.mjs';
import { anyForm } from './requests.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('./compare.mjs').PeerForm} PeerForm */
/** @typedef {import('./requests.mjs').WantedForm} WantedForm */
/** @typedef {new (options: object) => object} Client */
/** @typedef {(client: object, input: object) => Promise<PeerForm>} CreatePresignedPost */

const FORMS = 5_000;

const PEER = '@aws-sdk/s3-presigned-post';

/** The SDK's form: it reads the clock, so the clock says what is wanted. @param {WantedForm} wanted @returns {Promise<PeerForm>} */
const peerForm = async ({ bucket, key, region, expires, date, signer, fields, conditions }) => {
  const load = createRequire(import.meta.url);
  const { S3Client } = /** @type {{ S3Client: Client }} */ (load('@aws-sdk/client-s3'));
  const { createPresignedPost } = /** @type {{ createPresignedPost: CreatePresignedPost }} */ (
    load(PEER)
  );
  const clock = Date.now;
  Date.now = () => date;
  try {
    return await createPresignedPost(new S3Client({ region, credentials: signer }), {
      Bucket: bucket,
      Key: key,
      Fields: Object.fromEntries(fields),
      Conditions: conditions,
      Expires: expires,
    });
  } finally {
    Date.now = clock;
  }
};

/**
 * Makes random upload forms beside the SDK's, and tells how many differ.
 * @param {Engine} engine
 * @param {number} seed
 */
export const fuzzForms = async (engine, seed) => {
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
    createRequire(import.meta.url)('../package.json')
  );
  let open = 0;
  for (const wanted of fc.sample(anyForm, { seed, numRuns: FORMS })) {
    const difference = formDifference(engine, wanted, await peerForm(wanted));
    if (difference === '') continue;
    console.error(`${difference} of a form:`, JSON.stringify(wanted));
    open += 1;
  }
  const counts = [FORMS, FORMS - open, open].map(thousands);
  return {
    open,
    text: `## Upload forms

Seed ${seed}: our \`postForm\` and the SDK's \`createPresignedPost\` for the same random bucket, key, fields and conditions. Two
forms are equal if their policies say the same (order aside, and the case of field names, which S3 does not tell apart),
if our signature of the peer's own policy is the peer's, byte for byte, and if the other fields are the same.

| peer | forms | equal | not explained |
| --- | --- | --- | --- |
| ${PEER} ${dependencies[PEER]}, createPresignedPost | ${counts.join(' | ')} |
`,
  };
};
