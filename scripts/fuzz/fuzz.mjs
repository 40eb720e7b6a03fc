import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, installFolder } from '../lib/install.mjs';
import { folder, loadPeer } from './peer.mjs';
import { counted, thousands } from './report.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./compare.mjs').Comparison} Comparison */

const CASES = 20_000;
const HOSTILE = 10_000;
const SEED = 20_260_115;

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
    text: `## The policy engine

Seed ${seed}: our \`decide\` and \`@cloud-copilot/iam-simulate\` 0.1.173 on the same random requests with
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
 * Compares engines and signers on random cases; fails when they differ and nobody knows why, or when the parser throws.
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
    { fuzzUrls },
    { fuzzForms },
  ] = await Promise.all([
    import('fast-check'),
    import('./cases.mjs'),
    import('./compare.mjs'),
    import('./differences.mjs'),
    import('./engine.mjs'),
    import('./hostile.mjs'),
    import('./urls/fuzz.mjs'),
    import('./forms/fuzz.mjs'),
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
  const policies = report(found, seed, because);
  const urls = await fuzzUrls(engine, seed);
  const forms = await fuzzForms(engine, seed);
  const text = `# Beside peers\n\nMade by \`npm run fuzz\`.\n\n${policies.text}\n${urls.text}\n${forms.text}`;
  console.log(text);
  if (givenSeed === undefined) writeFileSync(join(folder, 'RESULTS.md'), text);
  if (policies.open + urls.open + forms.open > 0) process.exitCode = 1;
};
