import { URL_DIFFERENCES } from './differences.mjs';
import { sign } from './signers.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */
/** @typedef {import('./requests.mjs').Wanted} Wanted */
/** @typedef {import('./signers.mjs').Signer} Signer */

/** A URL with its parameters in one order: signers differ in theirs, and S3 sorts them anyway. @param {string} url */
const inOrder = (url) => {
  const [front = '', query = ''] = url.split('?');
  return `${front}?${query.split('&').toSorted().join('&')}`;
};

/** Whether a peer and we give the same URL to the byte. @param {Engine} engine @param {Signer} peer @param {Wanted} wanted */
const isSame = async (engine, peer, wanted) =>
  inOrder(sign(engine, peer.told(wanted))) === inOrder(await peer.sign(wanted));

/**
 * What explains that a peer gives another URL: nothing if it does not, undefined if nobody knows.
 * @param {Engine} engine
 * @param {Signer} peer
 * @param {Wanted} wanted
 * @returns {Promise<readonly string[] | undefined>}
 */
export const differencesOf = async (engine, peer, wanted) => {
  if (await isSame(engine, peer, wanted)) return [];
  let rewritten = wanted;
  const needed = [];
  for (const { name, without } of URL_DIFFERENCES.filter(({ of }) => peer.name.startsWith(of))) {
    const alone = without(wanted);
    if (await isSame(engine, peer, alone)) return [name];
    const next = without(rewritten);
    if (JSON.stringify(next) === JSON.stringify(rewritten)) continue;
    rewritten = next;
    needed.push(name);
  }
  return (await isSame(engine, peer, rewritten)) ? needed : undefined;
};
