import { spawn } from 'node:child_process';
import { preview } from 'vite';
import { root } from './run.mjs';

/** What opens an address, by platform. @type {Record<string, string>} */
const openers = { darwin: 'open', win32: 'explorer' };

/**
 * Opens the learner's browser, if someone is sitting there.
 * @param {string} url
 */
const open = (url) => {
  if (!process.stdout.isTTY || process.env['CI']) return;
  spawn(openers[process.platform] ?? 'xdg-open', [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
};

/**
 * Serves the built app on the first free port, says where, and opens it.
 * @param {number} port the first one to try
 * @param {string} [folder] the project
 */
export const serve = async (port, folder = root) => {
  const server = await preview({
    root: folder,
    preview: { port, host: '127.0.0.1', open: false },
    logLevel: 'warn',
  });
  const url = server.resolvedUrls?.local[0] ?? '';
  console.log(`Ready: ${url}`);
  open(url);
};
