import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

/** @typedef {'run' | 'all'} Mode what is needed to run the app, or everything */

const stampFile = join(root, 'node_modules/.shortlived-stamp');

/**
 * Names an installation: the same words, the same files in node_modules.
 * @param {string} lockfile its text
 * @param {Mode} mode
 */
export const stamp = (lockfile, mode) =>
  createHash('sha256')
    .update([lockfile, process.version, process.platform, process.arch, mode].join('\n'))
    .digest('hex');

/**
 * Tells whether what a stamp names is enough for a mode.
 * @param {string} found
 * @param {string} lockfile
 * @param {Mode} mode
 */
export const satisfies = (found, lockfile, mode) =>
  found === stamp(lockfile, 'all') || found === stamp(lockfile, mode);

/**
 * Installs exactly what the lockfile says, unless it is there already.
 * @param {Mode} mode
 * @returns {Promise<boolean>} whether the packages are there now
 */
export const install = async (mode) => {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (satisfies(found, lockfile, mode)) return true;
  const kind = mode === 'all' ? '--include=dev' : '--omit=dev';
  const code = await npm(['ci', kind, '--include=optional', '--no-audit', '--no-fund']);
  if (code === 0) writeFileSync(stampFile, stamp(lockfile, mode));
  return code === 0;
};

/**
 * Installs what a folder's own lockfile says, unless it is there already.
 * @param {string} folder
 * @returns {Promise<boolean>} whether the packages are there now
 */
export const installFolder = async (folder) => {
  const file = join(folder, 'node_modules/.shortlived-stamp');
  const wanted = stamp(readFileSync(join(folder, 'package-lock.json'), 'utf8'), 'all');
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return true;
  const code = await npm(['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  if (code === 0) writeFileSync(file, wanted);
  return code === 0;
};
