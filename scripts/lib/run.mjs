import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The programs still running. @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

process.on('exit', () => {
  for (const child of children) child.kill();
});
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to our own environment
 * @property {number} [limit] in milliseconds; afterwards the program is killed
 */

/**
 * Runs a program in the project's folder, shows its output, and gives its exit code.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export const run = (file, args, { env = {}, limit } = {}) =>
  new Promise((done) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      ...(limit === undefined ? {} : { timeout: limit, killSignal: 'SIGKILL' }),
    });
    children.add(child);
    child.on('error', () => done(127));
    child.on('close', (code) => {
      children.delete(child);
      done(code ?? 1);
    });
  });

/**
 * Runs a tool by its file in node_modules, without a shell and without npx.
 * @param {string} file below node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const tool = (file, args, options) =>
  run(process.execPath, [join(root, 'node_modules', file), ...args], options);

/** Finds npm's own program: the one that runs us, else one beside Node. */
const npmCli = () =>
  [
    process.env['npm_execpath'] ?? '',
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../share/nodejs/npm/bin/npm-cli.js'),
  ].find((file) => file.endsWith('npm-cli.js') && existsSync(file));

/**
 * Runs npm through Node, which needs no shell on any system.
 * @param {readonly string[]} args
 */
export const npm = (args) => {
  const cli = npmCli();
  return cli === undefined ? run('npm', args) : run(process.execPath, [cli, ...args]);
};
