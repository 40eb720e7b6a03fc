import { readFileSync } from 'node:fs';

/**
 * Tells whether a process still runs.
 * @param {number} pid
 */
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Names who started npm's shell, where the system says so: that shell outlives a killed npm. */
const npm = () => {
  if (process.env['npm_lifecycle_event'] === undefined) return '';
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return /^PPid:.*/m.exec(status)?.[0] ?? '';
  } catch {
    return '';
  }
};

/** Leaves as soon as whoever started us is gone: a killed npm does not tell its children. */
export const leaveWithParent = () => {
  const parent = process.ppid;
  const grandparent = npm();
  setInterval(() => {
    const isOrphan = process.ppid !== parent || !isAlive(parent) || npm() !== grandparent;
    if (isOrphan) process.exit(0);
  }, 500).unref();
};
