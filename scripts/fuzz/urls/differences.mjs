/** @typedef {import('./requests.mjs').Wanted} Wanted */

/**
 * Where a peer is known to sign otherwise. A class explains a difference only if without what it names the two URLs are equal.
 * @typedef {object} UrlDifference
 * @property {string} name
 * @property {string} of the peer's name, or how it begins
 * @property {string} because what AWS says, and where
 * @property {(wanted: Wanted) => Wanted} without
 */

const DEFAULT_PORT = { https: ':443', http: ':80' };

/** Those that aws4 leaves out of its signatures. */
const LEFT_OUT = new Set(['range', 'user-agent']);

/** @type {readonly UrlDifference[]} */
export const URL_DIFFERENCES = [
  {
    name: 'ports that the scheme implies',
    of: '@aws-sdk/s3-request-presigner',
    because:
      'a client leaves :443 of https and :80 of http out of Host (RFC 9110, 4.2.3; botocore auth.py), so we do; S3RequestPresigner signs the port it is given',
    without: (wanted) =>
      wanted.port === DEFAULT_PORT[wanted.scheme] ? { ...wanted, port: '' } : wanted,
  },
  {
    name: 'Range and User-Agent among the headers',
    of: 'aws4',
    because:
      'any header may be signed (sig-v4-header-based-auth); aws4 never signs these two, whoever asks',
    without: (wanted) => ({
      ...wanted,
      headers: wanted.headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())),
    }),
  },
  {
    name: 'names that repeat',
    of: 'aws4',
    because:
      'the canonical query holds every parameter (sigv4-query-string-auth); aws4 sends all values and signs the first',
    without: (wanted) => ({
      ...wanted,
      query: wanted.query.filter(
        ([name], index) => wanted.query.findIndex(([other]) => other === name) === index,
      ),
    }),
  },
  {
    name: 'parameters without a name',
    of: 'aws4',
    because:
      'the canonical query holds every parameter (aws-c-auth, get-vanilla-empty-query-key); aws4 drops these',
    without: (wanted) => ({ ...wanted, query: wanted.query.filter(([name]) => name !== '') }),
  },
];
