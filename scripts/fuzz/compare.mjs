import { DIFFERENCES } from './differences.mjs';
import { requestOf, worldOf } from './ours.mjs';
import { verdictOf } from './peer.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./peer.mjs').Peer} Peer */
/** @typedef {import('./peer.mjs').Verdict} Verdict */

const NOW = Date.UTC(2026, 0, 15, 12);

/**
 * @typedef {object} Comparison
 * @property {Verdict} ours
 * @property {Verdict} theirs
 * @property {readonly string[] | undefined} classes what explains that the two differ: none if they agree, undefined if nothing does
 */

/**
 * Compares the two engines on cases.
 * @param {Engine} engine
 * @param {Peer} peer
 * @returns {(simulated: Case) => Promise<Comparison>}
 */
export const comparer = ({ decide, derivedKeys }, peer) => {
  /** @param {Case} simulated */
  const ourVerdict = (simulated) => decide(requestOf(simulated), worldOf(simulated, NOW)).verdict;
  /** @param {Case} simulated */
  const keysOf = (simulated) => {
    const derived = derivedKeys(requestOf(simulated), worldOf(simulated, NOW));
    const given = Object.entries(simulated.context);
    return new Map([
      ...derived,
      ...given.map(([key, value]) => /** @type {const} */ ([key.toLowerCase(), value])),
    ]);
  };
  /** @param {Case} simulated */
  const theirVerdict = (simulated) => verdictOf(peer, simulated, keysOf(simulated));

  /** @param {Case} simulated @param {Verdict} ours */
  const explanation = async (simulated, ours) => {
    let rewritten = simulated;
    const needed = [];
    for (const { name, rewrite } of DIFFERENCES) {
      const alone = rewrite(simulated, keysOf(simulated));
      if (ourVerdict(alone) === ours && (await theirVerdict(alone)) === ours) return [name];
      const next = rewrite(rewritten, keysOf(rewritten));
      if (ourVerdict(next) !== ours || JSON.stringify(next) === JSON.stringify(rewritten)) continue;
      rewritten = next;
      needed.push(name);
    }
    return (await theirVerdict(rewritten)) === ours ? needed : undefined;
  };

  return async (simulated) => {
    const ours = ourVerdict(simulated);
    const theirs = await theirVerdict(simulated);
    return { ours, theirs, classes: ours === theirs ? [] : await explanation(simulated, ours) };
  };
};
