import { DOMAIN } from './ceph/cluster.mjs';
import {
  BUCKET,
  LEAVER,
  now,
  OTHER_BUCKET,
  OWNER,
  presigned,
  REGION,
  STRANGER,
  VERSIONED_BUCKET,
} from './cases/place.mjs';
import { send } from './send.mjs';
import { ALL_OBJECTS, BODY, worldOf } from './world.mjs';

/** Makes the service what the world of our engine is. */

/** @typedef {import('./ceph/cluster.mjs').Cluster} Cluster */
/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./world.mjs').Session} Session */

const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws:iam:::user/owner'] },
      Action: ['sts:AssumeRole'],
    },
  ],
};

/** @param {Cluster} cluster */
const addUsers = async ({ admin }) => {
  for (const [name, key] of /** @type {const} */ ([
    ['owner', OWNER],
    ['stranger', STRANGER],
  ])) {
    const keys = ['--access-key', key.accessKeyId, '--secret-key', key.secretAccessKey];
    await admin(['user', 'create', '--uid', name, '--display-name', name, ...keys]);
  }
  const keys = ['--access-key', LEAVER.accessKeyId, '--secret-key', LEAVER.secretAccessKey];
  await admin(['key', 'create', '--uid', 'owner', '--key-type', 's3', ...keys]);
  const role = ['--role-name', 'Reader'];
  const trust = ['--assume-role-policy-doc', JSON.stringify(TRUST)];
  await admin(['role', 'create', ...role, ...trust]);
  const policy = ['--policy-name', 'Objects', '--policy-doc', JSON.stringify(ALL_OBJECTS)];
  await admin(['role-policy', 'put', ...role, ...policy]);
};

/** A step of the preparation, which has to succeed. @param {number} port @param {import('./cases/place.mjs').HttpCall} call */
const must = async (port, call) => {
  const answer = await send(port, call);
  if (answer.status < 300) return answer;
  throw new Error(`${call.method} ${call.path} was answered ${answer.status}: ${answer.body}`);
};

const VERSIONING =
  '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>';

/** Buckets and objects, all made by URLs we presign; gives the versions that are kept. @param {Engine} engine @param {Cluster} cluster */
const addObjects = async (engine, { port }) => {
  /** @param {import('./cases/place.mjs').Wanted} wanted @param {string} [body] */
  const put = (wanted, body) => must(port, presigned(engine, { method: 'PUT', ...wanted }, body));
  for (const bucket of [BUCKET, OTHER_BUCKET, VERSIONED_BUCKET]) await put({ bucket, key: '' });
  await put({}, BODY);
  await put({ bucket: VERSIONED_BUCKET, key: '', query: [['versioning', '']] }, VERSIONING);
  const versions = [];
  for (const body of ['first', 'second', 'third', 'fourth']) {
    const { headers } = await put({ bucket: VERSIONED_BUCKET }, body);
    versions.push({ id: String(headers['x-amz-version-id']), body });
  }
  return versions;
};

/**
 * Temporary credentials from the service's own STS, asked for by a call that our engine signs.
 * @param {Engine} engine
 * @param {Cluster} cluster
 * @param {{ readonly name: string, readonly seconds: number }} session
 * @returns {Promise<Session>}
 */
const assumeRole = async (engine, { stsPort }, { name, seconds }) => {
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: 'arn:aws:iam:::role/Reader',
    RoleSessionName: name,
    DurationSeconds: `${seconds}`,
  }).toString();
  const call = { method: 'POST', host: DOMAIN, path: '/' };
  const { headers } = engine.signHeaders({
    ...call,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    signer: OWNER,
    region: REGION,
    service: 'sts',
    date: now(),
    payloadHash: engine.sha256Hex(body),
  });
  const answer = await must(stsPort, { ...call, query: '', headers, body });
  /** @param {string} element */
  const said = (element) =>
    new RegExp(`<${element}>(.*?)</${element}>`).exec(answer.body)?.[1] ?? '';
  return {
    signer: {
      accessKeyId: said('AccessKeyId'),
      secretAccessKey: said('SecretAccessKey'),
      sessionToken: said('SessionToken'),
    },
    expiresAt: /** @type {Session['expiresAt']} */ (Date.parse(said('Expiration'))),
  };
};

/** How long the brief session lasts: its URLs are used at once, and again when it is over. */
const BRIEF = 3;

/** @param {Engine} engine @param {Cluster} cluster */
export const prepare = async (engine, cluster) => {
  await addUsers(cluster);
  const versions = await addObjects(engine, cluster);
  const nightly = await assumeRole(engine, cluster, { name: 'nightly', seconds: 900 });
  const weekly = await assumeRole(engine, cluster, { name: 'weekly', seconds: 900 });
  const stage = {
    engine,
    cluster,
    world: worldOf(engine, [nightly, weekly], versions),
    leave: async () => {
      await cluster.admin(['key', 'rm', '--uid', 'owner', '--access-key', LEAVER.accessKeyId]);
      const keys = Object.entries(stage.world.accessKeys);
      const left = keys.filter(([id]) => id !== LEAVER.accessKeyId);
      return { ...stage.world, accessKeys: Object.fromEntries(left) };
    },
  };
  const addBrief = async () => {
    const brief = await assumeRole(engine, cluster, { name: 'brief', seconds: BRIEF });
    const { accessKeys } = worldOf(engine, [brief], []);
    // That world has the leaver's key as well, which may be gone here.
    const added = Object.entries(accessKeys).filter(([id]) => id === brief.signer.accessKeyId);
    const known = { ...stage.world.accessKeys, ...Object.fromEntries(added) };
    stage.world = { ...stage.world, accessKeys: known };
    return brief;
  };
  return { stage, versions, nightly, weekly, addBrief };
};
