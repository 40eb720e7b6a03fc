import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../lib/install.mjs';
import { root, tool } from '../lib/run.mjs';
import { startCluster } from './ceph/cluster.mjs';
import { installRadosgw } from './ceph/install.mjs';
import { failureOf, report, unseen } from './report.mjs';

/** @typedef {import('./cases/run.mjs').Result} Result */

const FILE = 'scripts/conformance/RESULTS.md';
const SEED = 20_260_115;

/** @param {import('./ceph/cluster.mjs').Cluster} cluster */
const playAll = async (cluster) => {
  const [
    { default: fc },
    { loadEngine },
    { prepare },
    { acceptedCases },
    { refusedCases },
    { briefCases, sessionCases },
    { formCases, upload },
    { play },
  ] = await Promise.all([
    import('fast-check'),
    import('./engine.mjs'),
    import('./stage.mjs'),
    import('./cases/accepted.mjs'),
    import('./cases/refused.mjs'),
    import('./cases/sessions.mjs'),
    import('./cases/forms.mjs'),
    import('./cases/run.mjs'),
  ]);
  const engine = await loadEngine();
  const { stage, versions, nightly, weekly, addBrief } = await prepare(engine, cluster);
  /** @type {import('./cases/accepted.mjs').Sample} */
  const sample = (arbitrary, numRuns) => fc.sample(arbitrary, { seed: SEED, numRuns });
  /** @type {Result[]} */
  const results = [];
  const cases = [
    ...acceptedCases(sample, versions),
    ...refusedCases(sample),
    ...sessionCases(nightly.signer, weekly.signer),
  ];
  /** @param {Result} result @param {object} each */
  const keep = (result, each) => {
    results.push(result);
    const failure = failureOf(result);
    if (failure !== '') console.error(`${result.kind}: ${failure}`, JSON.stringify(each));
  };
  for (const each of cases) keep(await play(stage, each), each);
  for (const each of briefCases(await addBrief())) keep(await play(stage, each), each);
  for (const each of formCases(nightly.signer)) keep(await upload(stage, each), each);
  return results;
};

/** Plays every case beside radosgw; fails when the two differ otherwise than is listed, or do not differ where it is. */
export const conformance = async () => {
  if (!(await install('all'))) process.exit(1);
  const problem = await installRadosgw();
  if (problem !== '') {
    console.error(problem);
    process.exit(1);
  }
  console.log('Starting radosgw on loopback …');
  const cluster = await startCluster();
  try {
    const results = await playAll(cluster);
    const text = report(results, cluster.version);
    writeFileSync(join(root, FILE), text);
    await tool('oxfmt/bin/oxfmt', [FILE]);
    console.log(text);
    const extra = unseen(results);
    for (const each of extra) console.error(`Listed, but not so: ${each}`);
    const failed = results.filter((each) => failureOf(each) !== '').length;
    console.log(`${results.length - failed} passed, ${failed + extra.length} failed`);
    if (failed + extra.length > 0) process.exitCode = 1;
  } finally {
    await cluster.stop();
  }
};
