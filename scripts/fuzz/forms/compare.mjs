/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('../../../src/engine/s3/postForm.ts').PostCondition} PostCondition */
/** @typedef {import('../../../src/engine/s3/postForm.ts').PostFormInput} PostFormInput */
/** @typedef {import('./requests.mjs').WantedForm} WantedForm */
/** @typedef {{ readonly url: string, readonly fields: Readonly<Record<string, string>> }} PeerForm */

/** Brands of the engine: a moment and a length are both numbers. @param {WantedForm} wanted */
const timesOf = ({ date, expires }) =>
  /** @type {Pick<PostFormInput, 'date' | 'expires'>} */ ({ date, expires });

/** A condition as S3 takes it: names of fields in any case. @param {PostCondition} condition */
const meaning = (condition) => {
  if (Array.isArray(condition)) return JSON.stringify(condition);
  const [[name, value] = ['', '']] = Object.entries(condition);
  return JSON.stringify([name.toLowerCase(), value]);
};

/** A policy as S3 takes it: conditions without order, each once. @param {string} policy */
const policyMeaning = (policy) => {
  const { expiration, conditions } =
    /** @type {{ expiration: string, conditions: readonly PostCondition[] }} */ (
      JSON.parse(policy)
    );
  return [expiration, ...new Set(conditions.map(meaning).toSorted())].join('\n');
};

/** What is sent beside the policy and its signature. @param {readonly (readonly [string, string])[]} fields */
const sent = (fields) =>
  fields
    .map(([name, value]) => [name.toLowerCase(), value])
    .filter(([name = '']) => !['policy', 'x-amz-signature', 'bucket'].includes(name))
    .map((pair) => JSON.stringify(pair))
    .toSorted()
    .join('\n');

/**
 * In what a peer's form and ours differ; empty where they say the same and our signature of its policy is its own.
 * @param {Engine} engine
 * @param {WantedForm} wanted
 * @param {PeerForm} peer
 */
export const formDifference = (engine, wanted, { url, fields }) => {
  const input = { ...wanted, ...timesOf(wanted) };
  const ours = engine.postForm(input);
  const policy = Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8');
  const { host } = engine.addressOf(wanted);
  if (url !== `https://${host}/`) return 'the address';
  if (policyMeaning(policy) !== policyMeaning(ours.policy)) return 'the policy';
  if (engine.signPolicy({ ...input, policy }).signature !== fields['X-Amz-Signature']) {
    return 'the signature';
  }
  return sent(Object.entries(fields)) === sent(ours.fields) ? '' : 'the fields';
};
