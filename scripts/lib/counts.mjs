import { existsSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts one step that is no test: it passed or it failed.
 * @param {boolean} passed
 * @returns {Counts}
 */
export const one = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * Adds up.
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const total = (all) => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});

/**
 * A run that ended badly or tested nothing counts at least one failure, whatever its report says.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
export const honest = ({ passed, failed }, code) => {
  const isSound = failed > 0 || (code === 0 && passed > 0);
  return { passed, failed: isSound ? failed : 1 };
};

/** @typedef {{ numPassedTests: number, numFailedTests: number }} UnitReport what Vitest writes */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} E2eReport what Playwright writes */

/**
 * Reads the counts out of a report.
 * @param {UnitReport | E2eReport} report
 * @returns {Counts}
 */
export const countsIn = (report) =>
  'stats' in report
    ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
    : { passed: report.numPassedTests, failed: report.numFailedTests };

/**
 * Runs something that leaves a JSON report, and counts what the report says.
 * @param {string} file
 * @param {() => Promise<number>} work
 */
export const reported = async (file, work) => {
  rmSync(file, { force: true });
  const code = await work();
  if (!existsSync(file)) return honest({ passed: 0, failed: 0 }, code);
  const report = /** @type {UnitReport | E2eReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  return honest(countsIn(report), code);
};
