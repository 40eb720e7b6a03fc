import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tool } from './run.mjs';

/** @typedef {{ channel?: string, executablePath?: string }} Browser how Playwright is told which browser to launch */

/**
 * What a browser has that talks to others, or takes time that no page of ours asked for. The list stands in place of
 * Playwright's own, so it names those of that list which matter here.
 */
const features = [
  'AimEnabled',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'PreloadTopChromeWebUI',
];

/** Keeps a browser from talking to anyone but us. */
export const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  `--disable-features=${features.join(',')}`,
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];

/**
 * Lists the browsers worth a try, the likeliest to be right first.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Browser[]}
 */
export const candidates = (env) => {
  const override = env['SHORTLIVED_BROWSER_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...(override ? [{ executablePath: override }] : []),
    {},
    { channel: 'chrome' },
    { channel: 'msedge' },
    ...names.flatMap((name) => folders.map((folder) => ({ executablePath: join(folder, name) }))),
  ];
};

/**
 * Launches a browser to see whether it can be launched: files that exist prove nothing.
 * @param {Browser} browser
 */
const launches = async (browser) => {
  const { chromium } = await import('@playwright/test');
  try {
    const running = await chromium.launch({ ...browser, args: quiet, timeout: 20_000 });
    await running.close();
    return true;
  } catch {
    return false;
  }
};

/** Finds the first browser that launches. @returns {Promise<Browser | undefined>} */
const find = async () => {
  for (const browser of candidates(process.env)) {
    if (await launches(browser)) return browser;
  }
  return undefined;
};

/** Tells whether Debian's package manager may be asked (on Ubuntu, chromium is a stub). */
const isDebianRoot = () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** Downloads Playwright's own browser, unless the network hangs. */
const download = () =>
  tool('@playwright/test/cli.js', ['install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    limit: 180_000,
  });

/** Adds the system libraries that a downloaded browser may lack. */
const libraries = () =>
  tool('@playwright/test/cli.js', ['install-deps', 'chromium'], { limit: 300_000 });

/** Installs Debian's own browser. */
const debian = async () => {
  await run('apt-get', ['update'], { limit: 120_000 });
  const packages = ['chromium', 'fonts-dejavu-core'];
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    limit: 300_000,
  });
};

/**
 * Finds a browser, or installs one, or says what was tried.
 * @returns {Promise<Browser | undefined>}
 */
export const findOrInstall = async () => {
  const found = await find();
  if (found) return found;
  const downloaded = (await download()) === 0;
  if (downloaded && (await launches({}))) return {};
  if (downloaded && process.getuid?.() === 0 && (await libraries()) === 0 && (await launches({}))) {
    return {};
  }
  const installed = isDebianRoot() && (await debian()) === 0 ? await find() : undefined;
  if (installed) return installed;
  console.error(
    [
      'No browser for the tests. Tried: SHORTLIVED_BROWSER_PATH, Playwright’s own, Chrome, Edge,',
      `${names.join(', ')} on the PATH, a download by Playwright, and apt on Debian as root.`,
      'Install Chromium or Chrome, or set SHORTLIVED_BROWSER_PATH to one.',
    ].join('\n'),
  );
  return undefined;
};
