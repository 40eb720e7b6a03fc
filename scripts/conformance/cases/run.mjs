import { send } from '../send.mjs';
import { presigned } from './place.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('../../../src/engine/world.ts').World} World */
/** @typedef {import('./place.mjs').Change} Change */
/** @typedef {import('./place.mjs').Wanted} Wanted */

/**
 * @typedef {object} Case
 * @property {string} kind
 * @property {Wanted} wanted
 * @property {Change} [change] what is done to the call after it was signed
 * @property {string} [body]
 * @property {boolean} [granted] whether S3 serves it
 * @property {{ body?: string, headers?: Readonly<Record<string, string>> }} [want] what has to come back
 * @property {boolean} [sts] whether it goes to the gateway that knows session tokens
 * @property {number} [notBefore] when it may be sent, in milliseconds since 1970
 * @property {boolean} [leaves] whether the leaver's key is deleted first
 */

/** @typedef {{ readonly kind: string, readonly ours: string, readonly theirs: string, readonly wrong: string }} Result */

/**
 * @typedef {object} Stage where cases are played: the world of our engine goes on from case to case, as the service does
 * @property {Engine} engine
 * @property {import('../ceph/cluster.mjs').Cluster} cluster
 * @property {World} world
 * @property {() => Promise<World>} leave deletes the leaver's key in the service, and gives the world without it
 */

/** A verdict in a word: served, or the status and code of the error; HEAD has no body that could name a code. @param {string} method @param {{ readonly status: number, readonly body: string }} answer */
export const verdictOf = (method, { status, body }) => {
  if (status < 300) return 'served';
  const [, code = ''] = /<Code>(.*?)<\/Code>/.exec(body) ?? [];
  return method === 'HEAD' ? `${status}` : `${status} ${code}`;
};

/** What is wrong with an answer that was served. @param {string} who @param {Case} each @param {Pick<import('../send.mjs').Answer, 'body' | 'headers'>} answer */
const lacks = (who, { want = {} }, { body, headers }) => {
  if (want.body !== undefined && want.body !== body) return `${who} sent other bytes`;
  const other = Object.entries(want.headers ?? {}).find(([name, value]) => headers[name] !== value);
  return other ? `${who} sent ${other[0]}: ${String(headers[other[0]])}` : '';
};

/** Headers by their names in lower case. @param {import('../../../src/engine/wire/http.ts').Headers} headers */
const byName = (headers) =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

/** @param {number} moment in milliseconds since 1970 */
const until = (moment) => new Promise((done) => setTimeout(done, Math.max(0, moment - Date.now())));

/**
 * Sends one case over the wire and to our engine.
 * @param {Stage} stage
 * @param {Case} each
 * @returns {Promise<Result>}
 */
export const play = async (stage, each) => {
  if (each.leaves) stage.world = await stage.leave();
  if (each.notBefore !== undefined) await until(each.notBefore);
  const { engine, cluster } = stage;
  const signed = presigned(engine, each.wanted, each.body);
  const call = each.change?.(signed) ?? signed;
  const answer = await send(each.sts ? cluster.stsPort : cluster.port, call);
  const now = /** @type {World['now']} */ (Date.now());
  const { answer: our, world } = engine.answerS3({ ...stage.world, now }, call);
  stage.world = world;
  const ours = verdictOf(call.method, our);
  const theirs = verdictOf(call.method, answer);
  const served = (ours === 'served') === each.granted;
  const wrong = [
    served ? '' : `we say ${ours}, S3 ${each.granted ? 'serves it' : 'refuses it'}`,
    ours === 'served' ? lacks('we', each, { ...our, headers: byName(our.headers) }) : '',
    theirs === 'served' ? lacks('radosgw', each, answer) : '',
  ];
  return { kind: each.kind, ours, theirs, wrong: wrong.find((text) => text !== '') ?? '' };
};
