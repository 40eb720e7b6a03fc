import { createRequire } from 'node:module';

/** The part of each peer's interface that is used here: they are not installed when types are checked. */

/** @typedef {import('../../../src/engine/sigv4/presign.ts').PresignInput} PresignInput */
/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('./requests.mjs').Wanted} Wanted */
/** @typedef {Wanted['signer']} Credentials */
/** @typedef {{ method: string, protocol: string, hostname: string, port?: number, path: string, query: Record<string, string | string[]>, headers: Record<string, string> }} HttpRequest */
/** @typedef {{ expiresIn: number, signingDate: Date, unhoistableHeaders?: Set<string>, signableHeaders?: Set<string> }} Options */
/** @typedef {new (options: object) => { presign: (request: HttpRequest, options: Options) => Promise<HttpRequest> }} Presigner */
/** @typedef {(client: object, command: object, options: Options) => Promise<string>} GetSignedUrl */
/** @typedef {new (input: object) => { config: object }} Client */
/** @typedef {new (input: object) => object} Command */
/** @typedef {{ S3Client: Client } & Record<`${'Get' | 'Head' | 'Put' | 'Delete'}ObjectCommand`, Command>} ClientS3 */
/** @typedef {{ sign: (request: object, credentials: Credentials) => { path: string } }} Aws4 */

/**
 * @typedef {object} Signer a peer: what it needs to be told beside what is wanted, and the URL it gives
 * @property {string} name
 * @property {(wanted: Wanted) => Wanted} told what the peer signs by itself, added for us
 * @property {(wanted: Wanted) => boolean} can whether there is a way to ask it
 * @property {(wanted: Wanted) => string | Promise<string>} sign
 */

const load = createRequire(import.meta.url);

/** The version of a peer that is asked. @param {string} name */
const versionOf = (name) => {
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
    load('../package.json')
  );
  return `${name} ${dependencies[name]}`;
};

/** @param {Engine} engine @param {Wanted} wanted */
const placeOf = ({ addressOf, encodePath, hostHeader }, wanted) => {
  const { host, path } = addressOf(wanted);
  return {
    hostname: host,
    host: hostHeader(wanted.scheme, `${host}${wanted.port}`),
    rawPath: encodePath(path),
  };
};

/** Our URL. @param {Engine} engine @param {Wanted} wanted */
export const sign = ({ addressOf, presign }, wanted) => {
  const { host, path } = addressOf(wanted);
  // Brands of the engine: a moment and a length are both numbers.
  const times = /** @type {Pick<PresignInput, 'date' | 'expires'>} */ ({
    date: wanted.date,
    expires: wanted.expires,
  });
  return presign({ ...wanted, ...times, host: `${host}${wanted.port}`, path, service: 's3' }).url;
};

/** Query pairs as SDKs take them: the values of a name that repeats in a list. @param {Wanted['query']} pairs */
const asRecord = (pairs) => {
  /** @type {Record<string, string | string[]>} */
  const query = {};
  for (const [name, value] of pairs) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [...[earlier].flat(), value];
  }
  return query;
};

/** @param {Wanted} wanted @param {Wanted['query']} added @returns {Wanted} */
const withQuery = (wanted, added) => ({ ...wanted, query: [...wanted.query, ...added] });

const UNSIGNED = /** @type {const} */ (['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD']);

/** The SDK's presigner, given a request that is written already. @param {Engine} engine @returns {Signer} */
const presigner = (engine) => {
  const { S3RequestPresigner } = /** @type {{ S3RequestPresigner: Presigner }} */ (
    load('@aws-sdk/s3-request-presigner')
  );
  const { S3Client } = /** @type {ClientS3} */ (load('@aws-sdk/client-s3'));
  const { formatUrl } = /** @type {{ formatUrl: (request: HttpRequest) => string }} */ (
    load('@aws-sdk/core/util')
  );
  return {
    name: `${versionOf('@aws-sdk/s3-request-presigner')}, S3RequestPresigner`,
    can: () => true,
    told: (wanted) => withQuery(wanted, [UNSIGNED]),
    sign: async (wanted) => {
      const { scheme, region, signer, port, headers } = wanted;
      const { hostname, rawPath } = placeOf(engine, wanted);
      const names = new Set(headers.map(([name]) => name.toLowerCase()));
      const request = {
        method: wanted.method,
        protocol: `${scheme}:`,
        hostname,
        ...(port !== '' && { port: Number(port.slice(1)) }),
        path: rawPath,
        query: asRecord(wanted.query),
        headers: Object.fromEntries(headers),
      };
      const { config } = new S3Client({ region, credentials: signer });
      const signed = await new S3RequestPresigner(config).presign(request, {
        expiresIn: wanted.expires,
        signingDate: new Date(wanted.date),
        unhoistableHeaders: names,
        signableHeaders: names,
      });
      return formatUrl(signed);
    },
  };
};

const COMMANDS = /** @type {const} */ ({
  GET: 'GetObjectCommand',
  HEAD: 'HeadObjectCommand',
  PUT: 'PutObjectCommand',
  DELETE: 'DeleteObjectCommand',
});

/** How a client is told the host style it has no better word for. @type {Readonly<Partial<Record<Wanted['style'], object>>>} */
const STYLES = {
  'virtual-hosted': {},
  global: { useGlobalEndpoint: true },
  path: { forcePathStyle: true },
  dualstack: { useDualstackEndpoint: true },
  'path-dualstack': { forcePathStyle: true, useDualstackEndpoint: true },
  fips: { useFipsEndpoint: true },
  accelerate: { useAccelerateEndpoint: true },
  'accelerate-dualstack': { useAccelerateEndpoint: true, useDualstackEndpoint: true },
  'access-point': {},
};

/** The bucket as a client takes it: an access point by its ARN. @param {Wanted} wanted */
const bucketOf = ({ style, bucket, region }) => {
  const [, name, account] = /^(.*)-(\d{12})$/.exec(bucket) ?? [];
  const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return style === 'access-point'
    ? `arn:${partition}:s3:${region}:${account}:accesspoint/${name}`
    : bucket;
};

/** Only what `GetObject` and its like have fields for. @param {Wanted} wanted @returns {Wanted} */
const plain = (wanted) => {
  const version = wanted.query.find(([, value]) => value !== '')?.[1];
  return {
    ...wanted,
    headers: [],
    query: wanted.method === 'PUT' || version === undefined ? [] : [['versionId', version]],
  };
};

/** The operation that the SDK writes into a URL; of HeadObject it says nothing. */
const NAMED = { GET: 'GetObject', HEAD: undefined, PUT: 'PutObject', DELETE: 'DeleteObject' };

/** The SDK's client, given a bucket and a key. @returns {Signer} */
const client = () => {
  const s3 = /** @type {ClientS3} */ (load('@aws-sdk/client-s3'));
  const { getSignedUrl } = /** @type {{ getSignedUrl: GetSignedUrl }} */ (
    load('@aws-sdk/s3-request-presigner')
  );
  return {
    name: `${versionOf('@aws-sdk/s3-request-presigner')}, getSignedUrl`,
    can: ({ style, port, scheme, region }) =>
      STYLES[style] !== undefined &&
      port === '' &&
      scheme === 'https' &&
      (style !== 'global' || region === 'us-east-1') &&
      (!style.startsWith('accelerate') || !region.startsWith('us-gov-')),
    told: (wanted) => {
      const named = NAMED[wanted.method];
      return withQuery(plain(wanted), [
        UNSIGNED,
        ...(named ? [/** @type {const} */ (['x-id', named])] : []),
      ]);
    },
    sign: (wanted) => {
      const { region, signer } = wanted;
      const s3Client = new s3.S3Client({
        region,
        credentials: signer,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        ...STYLES[wanted.style],
      });
      const [[, version] = []] = plain(wanted).query;
      const command = new s3[COMMANDS[wanted.method]]({
        Bucket: bucketOf(wanted),
        Key: wanted.key,
        ...(version !== undefined && { VersionId: version }),
      });
      const { expires, date } = wanted;
      return getSignedUrl(s3Client, command, { expiresIn: expires, signingDate: new Date(date) });
    },
  };
};

/** @param {Engine} engine @returns {Signer} */
const aws4 = (engine) => {
  const peer = /** @type {Aws4} */ (load('aws4'));
  return {
    name: versionOf('aws4'),
    can: () => true,
    told: (wanted) => wanted,
    sign: (wanted) => {
      const { host, rawPath } = placeOf(engine, wanted);
      const date = new Date(wanted.date).toISOString().replace(/[:-]|\.\d{3}/g, '');
      const query = [
        ...wanted.query,
        ['X-Amz-Expires', String(wanted.expires)],
        ['X-Amz-Date', date],
      ].map((pair) => pair.map(engine.uriEncode).join('='));
      const { path } = peer.sign(
        {
          service: 's3',
          region: wanted.region,
          method: wanted.method,
          host,
          path: `${rawPath}?${query.join('&')}`,
          headers: Object.fromEntries(wanted.headers),
          signQuery: true,
        },
        wanted.signer,
      );
      return `${wanted.scheme}://${host}${path}`;
    },
  };
};

/** Everybody else who presigns. @param {Engine} engine @returns {readonly Signer[]} */
export const signersBeside = (engine) => [client(), presigner(engine), aws4(engine)];
