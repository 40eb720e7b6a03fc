import fc from 'fast-check';
import { counted, thousands } from '../report.mjs';
import { differencesOf } from './compare.mjs';
import { URL_DIFFERENCES } from './differences.mjs';
import { anyWanted } from './requests.mjs';
import { signersBeside } from './signers.mjs';

/** @typedef {import('../engine.mjs').Engine} Engine */

const REQUESTS = 10_000;

/**
 * Presigns random requests beside every peer, and tells how many URLs nobody can explain.
 * @param {Engine} engine
 * @param {number} seed
 */
export const fuzzUrls = async (engine, seed) => {
  /** @type {string[]} */
  const rows = [];
  /** @type {string[]} */
  const reasons = [];
  let open = 0;
  for (const peer of signersBeside(engine)) {
    const all = anyWanted(engine.HOST_STYLES).filter(peer.can);
    const found = [];
    for (const wanted of fc.sample(all, { seed, numRuns: REQUESTS })) {
      const classes = await differencesOf(engine, peer, wanted);
      found.push(classes);
      if (!classes) console.error('Not explained:', peer.name, JSON.stringify(wanted));
    }
    const unknown = found.filter((classes) => !classes).length;
    const same = found.filter((classes) => classes?.length === 0).length;
    const explained = found.length - same - unknown;
    const counts = [found.length, same, explained, unknown].map(thousands);
    rows.push(`| ${peer.name} | ${counts.join(' | ')} |`);
    for (const [name, count] of counted(found.flatMap((classes) => classes ?? []))) {
      const because = URL_DIFFERENCES.find((each) => each.name === name)?.because;
      reasons.push(`| ${peer.name} | ${name} | ${thousands(count)} | ${because} |`);
    }
    open += unknown;
  }
  return {
    open,
    text: `## Presigned URLs

Seed ${seed}: our \`presign\` and others on the same random requests, in every host style that the peer has a word for: keys,
names and values with Unicode, controls and escapes that are none, repeated and empty values, signed headers, ports, session
tokens. URLs are compared byte for byte with their parameters in one order, since everybody has another and S3 sorts
them. A difference counts as explained only if the two URLs are equal without what its class names.

| peer | requests | equal | explained | not explained |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

| peer | class of difference | requests | what AWS says |
| --- | --- | --- | --- |
${reasons.join('\n')}
`,
  };
};
