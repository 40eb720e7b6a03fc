import { join } from 'node:path';
import { one, reported, total } from './counts.mjs';
import { install } from './install.mjs';
import { leaveWithParent } from './parent.mjs';
import { root, run, tool } from './run.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [needs] steps that must have passed before
 * @property {() => Promise<import('./counts.mjs').Counts>} work
 */

const reports = join(root, '.cache/reports');
const linted = ['src', 'e2e', 'scripts', 'vite.config.ts'];

/**
 * Makes a step of a tool that only passes or fails.
 * @param {string} name
 * @param {string} file
 * @param {readonly string[]} [args]
 * @returns {Step}
 */
const check = (name, file, args = []) => ({
  name,
  work: async () => one((await tool(file, args)) === 0),
});

/** Runs the unit tests. */
const unit = () => {
  const file = join(reports, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return reported(file, () => tool('vitest/vitest.mjs', args));
};

/** Finds a browser and remembers it for the end-to-end tests. */
const browser = async () => {
  const { findOrInstall } = await import('./browser.mjs');
  const found = await findOrInstall();
  process.env['SHORTLIVED_BROWSER'] = JSON.stringify(found ?? {});
  return one(found !== undefined);
};

/** Runs the end-to-end tests against the build. */
const e2e = () => {
  const file = join(reports, 'e2e.json');
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return reported(file, () => tool('@playwright/test/cli.js', args, { env }));
};

/** Every check there is, the cheapest first. @type {readonly Step[]} */
const steps = [
  check('format', 'oxfmt/bin/oxfmt', ['--check']),
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...linted]),
  check('types', 'typescript/bin/tsc', ['-b']),
  check('dead code', 'knip/bin/knip.js'),
  { name: 'unit', work: unit },
  check('build', 'vite/bin/vite.js', ['build']),
  {
    name: 'budget',
    needs: ['build'],
    work: async () => one((await run(process.execPath, ['scripts/budget.mjs'])) === 0),
  },
  { name: 'browser', work: browser },
  { name: 'e2e', needs: ['build', 'browser'], work: e2e },
];

/**
 * Runs one step, unless one that it needs has failed.
 * @param {Step} step
 * @param {ReadonlySet<string>} failed
 */
const take = async ({ name, needs = [], work }, failed) => {
  console.log(`\n── ${name}`);
  const missing = needs.filter((need) => failed.has(need));
  if (missing.length === 0) return work();
  console.log(`not run: ${missing.join(' and ')} failed`);
  return one(false);
};

/** Installs what is missing, runs every check, and closes with the counts. */
export const test = async () => {
  leaveWithParent();
  console.log('── install');
  const isInstalled = await install('all');
  const counts = [one(isInstalled)];
  const failed = /** @type {Set<string>} */ (new Set());
  for (const step of isInstalled ? steps : []) {
    const result = await take(step, failed);
    if (result.failed > 0) failed.add(step.name);
    counts.push(result);
  }
  const sum = total(counts);
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
};
