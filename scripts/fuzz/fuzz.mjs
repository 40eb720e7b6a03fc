import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, installFolder } from '../lib/install.mjs';
import { folder, loadPeer } from './peer.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./compare.mjs').Comparison} Comparison */

const CASES = 20_000;
const HOSTILE = 10_000;
const SEED = 20_260_115;

/** @param {number} count */
const thousands = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The names of a list with how often each is in it, the most frequent first. @param {readonly string[]} names */
const counted = (names) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left);
};

/** @param {readonly Comparison[]} found @param {number} seed @param {Readonly<Record<string, string>>} because */
const report = (found, seed, because) => {
  const differing = found.flatMap(({ classes }) => (classes?.length === 0 ? [] : [classes]));
  const open = differing.filter((classes) => classes === undefined).length;
  const verdicts = counted(found.map(({ ours }) => ours));
  const rows = counted(differing.flatMap((classes) => classes ?? [])).map(
    ([name, count]) => `| ${name} | ${count} | ${because[name]} |`,
  );
  return {
    open,
    text: `# The policy engine beside a peer

Made by \`npm run fuzz\`, seed ${seed}: our \`decide\` and \`@cloud-copilot/iam-simulate\` 0.1.173 on the same random requests with
random policies of every type. A difference counts as explained only if a rewriting of its policies that means the same by
AWS’s documents brings the peer to our verdict and leaves ours as it was.

| what | count |
| --- | --- |
| cases | ${thousands(found.length)} |
${verdicts.map(([verdict, count]) => `| of them ${verdict} | ${thousands(count)} |`).join('\n')}
| agreements | ${thousands(found.length - differing.length)} |
| differences, explained | ${thousands(differing.length - open)} |
| differences, not explained | ${thousands(open)} |
| hostile texts through the parser, none of them thrown at us | ${thousands(HOSTILE)} |

| class of difference | cases | what AWS says |
| --- | --- | --- |
${rows.join('\n')}
`,
  };
};

/**
 * Compares the engines on random cases; fails when they differ and nobody knows why, or when the parser throws.
 * @param {readonly string[]} args a seed, and how many cases
 */
export const fuzz = async ([givenSeed, givenCases]) => {
  if (!(await install('all')) || !(await installFolder(folder))) process.exit(1);
  const [
    { default: fc },
    { anyCase },
    { comparer },
    { DIFFERENCES },
    { loadEngine },
    { hostileText },
  ] = await Promise.all([
    import('fast-check'),
    import('./cases.mjs'),
    import('./compare.mjs'),
    import('./differences.mjs'),
    import('./engine.mjs'),
    import('./hostile.mjs'),
  ]);
  const seed = Number(givenSeed ?? SEED);
  const engine = await loadEngine();
  const compare = comparer(engine, loadPeer());
  /** @type {Comparison[]} */
  const found = [];
  const random = fc.sample(anyCase, { seed, numRuns: Number(givenCases ?? CASES) });
  for (const simulated of random) {
    const comparison = await compare(simulated);
    found.push(comparison);
    if (comparison.classes) continue;
    console.error('Not explained:', JSON.stringify({ ...comparison, simulated }));
  }
  const texts = fc.sample(hostileText(anyCase.map(({ resourcePolicy }) => resourcePolicy ?? {})), {
    seed,
    numRuns: HOSTILE,
  });
  for (const { text, type } of texts) engine.parsePolicy(text, type);
  const because = Object.fromEntries(DIFFERENCES.map((each) => [each.name, each.because]));
  const { open, text } = report(found, seed, because);
  console.log(text);
  if (givenSeed === undefined) writeFileSync(join(folder, 'RESULTS.md'), text);
  if (open > 0) process.exitCode = 1;
};
