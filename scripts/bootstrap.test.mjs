import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { root } from './lib/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shortlived-'));
mkdirSync(join(folder, 'dist'));
writeFileSync(join(folder, 'dist/index.html'), '<title>Probe</title>');

/** What to stop at the end. @type {(() => unknown)[]} */
const leftovers = [() => rmSync(folder, { recursive: true })];
afterAll(() => {
  for (const stop of leftovers.toReversed()) stop();
});

const server = join(root, 'scripts/probes/serve.mjs');

/**
 * Starts a program of Node and waits until it says where it serves.
 * @param {readonly string[]} args
 */
const ready = async (args) => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  leftovers.push(() => child.kill('SIGKILL'));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('\n')) break;
  }
  return { child, url: /^Ready: (http:\S+)/.exec(said)?.[1] ?? '' };
};

/** Takes a port that nobody else has. @returns {Promise<number>} */
const occupy = () =>
  new Promise((done) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const address = taken.address();
      leftovers.push(() => taken.close());
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });

/** Waits until nobody serves there any more. @param {string} url */
const gone = (url) => vi.waitFor(() => expect(fetch(url)).rejects.toThrow('fetch failed'), 5000);

test.each(['start', 'test'])('it says in one line that Node is too old: %s', (command) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, `scripts/${command}.mjs`)],
    { encoding: 'utf8', env: { ...process.env, SHORTLIVED_NODE_VERSION: '18.20.1' } },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Shortlived needs Node 20\.19 or later; this is Node 18\.20\.1\..*\n$/);
});

test('it takes the next port when one is busy, and stops when told to', async () => {
  const port = await occupy();
  const { child, url } = await ready([server, String(port), folder]);
  expect(url).not.toContain(String(port));
  expect(await (await fetch(url)).text()).toContain('Probe');
  child.kill('SIGTERM');
  await gone(url);
});

test('it leaves when its parent is killed', async () => {
  const args = JSON.stringify([server, String(await occupy()), folder]);
  const code = `require('node:child_process').spawn(process.execPath, ${args}, { stdio: 'inherit' })`;
  const { child, url } = await ready(['--eval', code]);
  expect((await fetch(url)).ok).toBe(true);
  child.kill('SIGKILL');
  await gone(url);
});

test.runIf(process.platform === 'linux')(
  'it leaves when npm is killed, whose shell stays',
  async () => {
    const command = `"${process.execPath}" "${server}" ${await occupy()} "${folder}"; true`;
    const env = '{ ...process.env, npm_lifecycle_event: "start" }';
    const options = `{ stdio: 'inherit', shell: true, env: ${env} }`;
    const code = `require('node:child_process').spawn(${JSON.stringify(command)}, ${options})`;
    const { child, url } = await ready(['--eval', code]);
    expect((await fetch(url)).ok).toBe(true);
    child.kill('SIGKILL');
    await gone(url);
  },
);
