/** Who signs, and what there is: the same in the service and in the world of our engine. */

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('../../../src/engine/act.ts').HttpMethod} HttpMethod */
/** @typedef {import('../../../src/engine/sigv4/query.ts').Pair} Pair */
/** @typedef {import('../../../src/engine/sigv4/signer.ts').Signer} Signer */
/** @typedef {import('../../../src/engine/time.ts').Instant} Instant */
/** @typedef {import('../../../src/engine/time.ts').Seconds} Seconds */
/** @typedef {import('../../../src/engine/wire/http.ts').HttpCall} HttpCall */

export const REGION = 'eu-central-1';
export const BUCKET = 'quarterly-reports';
export const OTHER_BUCKET = 'yearly-reports';
export const VERSIONED_BUCKET = 'kept-reports';

/** @type {(name: string) => Signer} */
const userKey = (name) => ({
  accessKeyId: `AKIA${name.toUpperCase().padEnd(9, '2')}EXAMPLE`,
  secretAccessKey: `${name}/secret+access/key/EXAMPLE`,
});

/** The owner of the buckets; somebody of another account; somebody whose key will be deleted; somebody nobody knows. */
export const OWNER = userKey('owner');
export const STRANGER = userKey('stranger');
export const LEAVER = userKey('leaver');
export const NOBODY = userKey('nobody');

/**
 * @typedef {object} Wanted a URL to presign: what is left out has the value of an ordinary download that is signed now
 * @property {HttpMethod} [method]
 * @property {string} [bucket]
 * @property {string} [key]
 * @property {'virtual-hosted' | 'path'} [style]
 * @property {readonly Pair[]} [query]
 * @property {readonly Pair[]} [headers] signed and sent
 * @property {Signer} [signer]
 * @property {string} [region] of the scope; the host always says the bucket's
 * @property {string} [service]
 * @property {number} [age] how many seconds ago it was signed
 * @property {number} [expires] in seconds
 */

/** What happens to a call after it was signed. @typedef {(call: HttpCall) => HttpCall} Change */

export const KEY = 'Q3/summary 2026.pdf';

/** @param {number} moment in milliseconds @returns {Instant} */
const instant = (moment) => /** @type {Instant} */ (moment);

/** The whole second that is now. */
export const now = () => instant(Math.floor(Date.now() / 1000) * 1000);

/**
 * A presigned URL as the call a browser makes of it.
 * @param {Engine} engine
 * @param {Wanted} wanted
 * @param {string} [body]
 * @returns {HttpCall}
 */
export const presigned = (engine, wanted, body = '') => {
  const { method = 'GET', bucket = BUCKET, key = KEY, style = 'virtual-hosted' } = wanted;
  const { headers = [], query = [], age = 0, expires = 60, ...rest } = wanted;
  const { url } = engine.presign({
    signer: OWNER,
    region: REGION,
    service: 's3',
    ...rest,
    method,
    ...engine.addressOf({ bucket, key, region: REGION, style }),
    headers,
    query,
    date: instant(now() - age * 1000),
    expires: /** @type {Seconds} */ (expires),
  });
  const parts = engine.parsePresignedUrl(url);
  if (!parts) throw new Error(`Not a URL: ${url}`);
  const { host, rawPath: path, rawQuery } = parts;
  return { method, host, path, query: rawQuery, headers: [['Host', host], ...headers], body };
};
