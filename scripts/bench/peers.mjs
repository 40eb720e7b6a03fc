import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installFolder } from '../lib/install.mjs';

/** The part of each peer's interface that is used here: they are not installed when types are checked. */

/** @typedef {{ accessKeyId: string, secretAccessKey: string, sessionToken: string }} Credentials */
/** @typedef {{ method: string, protocol: string, hostname: string, path: string, query: Record<string, string>, headers: Record<string, string> }} HttpRequest */
/** @typedef {{ AwsV4Signer: new (options: Record<string, unknown>) => { sign: () => Promise<{ url: URL }> } }} Aws4Fetch */
/** @typedef {{ SignatureV4: new (options: Record<string, unknown>) => { presign: (request: HttpRequest, options: object) => Promise<HttpRequest> }, clearCredentialCache: () => void }} Smithy */
/** @typedef {{ Sha256: unknown }} Sha256Js */
/** @typedef {{ S3Client: new (options: object) => unknown, GetObjectCommand: new (input: object) => unknown }} ClientS3 */
/** @typedef {{ getSignedUrl: (client: unknown, command: unknown, options: object) => Promise<string> }} Presigner */
/** @typedef {{ sign: (request: object, credentials: Credentials) => { path: string } }} Aws4 */

const folder = fileURLToPath(new URL('.', import.meta.url));
const load = createRequire(import.meta.url);

/** Installs the peers, exactly as their lockfile says, unless they are there already. */
export const installPeers = () => installFolder(folder);

/** The version of a peer that is measured. @param {string} name */
export const versionOf = (name) => {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
    JSON.parse(text)
  );
  return `${name} ${dependencies[name]}`;
};

/**
 * @typedef {object} Job one URL to presign, the same for everybody
 * @property {string} host
 * @property {string} path
 * @property {string} region
 * @property {number} expires
 * @property {string} date as X-Amz-Date has it
 * @property {Date} at
 * @property {Credentials} credentials
 */

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {'each time' | 'once'} key when the day's key is derived
 * @property {() => string | Promise<string>} sign gives a URL
 */

/** @param {Job} job @returns {readonly Peer[]} */
const aws4fetch = ({ host, path, region, expires, date, credentials }) => {
  const { AwsV4Signer } = /** @type {Aws4Fetch} */ (load('aws4fetch'));
  const url = `https://${host}${path}?X-Amz-Expires=${expires}`;
  const options = { ...credentials, url, region, service: 's3', signQuery: true, datetime: date };
  /** @param {Map<string, ArrayBuffer>} cache */
  const signWith = async (cache) => {
    const signed = await new AwsV4Signer({ ...options, cache }).sign();
    return signed.url.href;
  };
  /** @type {Map<string, ArrayBuffer>} */
  const cache = new Map();
  const name = versionOf('aws4fetch');
  return [
    { name, key: 'each time', sign: () => signWith(new Map()) },
    { name, key: 'once', sign: () => signWith(cache) },
  ];
};

/** @param {Job} job @returns {readonly Peer[]} */
const smithy = ({ host, path, region, expires, at, credentials }) => {
  const { SignatureV4, clearCredentialCache } = /** @type {Smithy} */ (
    load('@smithy/signature-v4')
  );
  const { Sha256 } = /** @type {Sha256Js} */ (load('@aws-crypto/sha256-js'));
  const signer = new SignatureV4({
    credentials,
    region,
    service: 's3',
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const sign = async () => {
    const headers = { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const request = { method: 'GET', protocol: 'https:', hostname: host, path, query: {}, headers };
    const { query } = await signer.presign(request, { expiresIn: expires, signingDate: at });
    return `https://${host}${path}?${new URLSearchParams(query)}`;
  };
  const name = `${versionOf('@smithy/signature-v4')} with sha256-js`;
  return [
    {
      name,
      key: 'each time',
      sign: () => {
        clearCredentialCache();
        return sign();
      },
    },
    { name, key: 'once', sign },
  ];
};

/** @param {Job} job @returns {readonly Peer[]} */
const presigner = ({ host, path, region, expires, at, credentials }) => {
  const { S3Client, GetObjectCommand } = /** @type {ClientS3} */ (load('@aws-sdk/client-s3'));
  const { getSignedUrl } = /** @type {Presigner} */ (load('@aws-sdk/s3-request-presigner'));
  const client = new S3Client({ region, credentials });
  const [bucket] = host.split('.');
  const command = new GetObjectCommand({ Bucket: bucket, Key: path.slice(1) });
  const sign = () => getSignedUrl(client, command, { expiresIn: expires, signingDate: at });
  return [{ name: versionOf('@aws-sdk/s3-request-presigner'), key: 'once', sign }];
};

/** @param {Job} job @returns {readonly Peer[]} */
const aws4 = ({ host, path, region, expires, date, credentials }) => {
  const { sign } = /** @type {Aws4} */ (load('aws4'));
  const signed = () =>
    sign(
      {
        service: 's3',
        region,
        method: 'GET',
        host,
        path: `${path}?X-Amz-Expires=${expires}&X-Amz-Date=${date}`,
        signQuery: true,
      },
      credentials,
    );
  return [
    {
      name: `${versionOf('aws4')} (Node only)`,
      key: 'once',
      sign: () => `https://${host}${signed().path}`,
    },
  ];
};

/** Everybody else who presigns URLs. @param {Job} job */
export const peersFor = (job) => [aws4fetch, smithy, presigner, aws4].flatMap((peer) => peer(job));
