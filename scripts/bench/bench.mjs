import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measure as weighBuild } from '../budget.mjs';
import { install } from '../lib/install.mjs';
import { tool } from '../lib/run.mjs';
import { authorizers } from './authorize.mjs';
import { buildEngine, loadEngine } from './engine.mjs';
import { sideBySide } from './measure.mjs';
import { installPeers, peersFor } from './peers.mjs';
import { markdown, ms, perSecond } from './table.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./peers.mjs').Job} Job */
/** @typedef {import('./peers.mjs').Peer} Peer */
/** @typedef {import('./table.mjs').Row} Row */
/** @typedef {import('./measure.mjs').Measured} Measured */

const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));

/** The scenario that is played. @param {Pick<Engine, 'findScenario'>} engine */
const sevenDaysOf = ({ findScenario }) => {
  const scenario = findScenario('presigned', 'seven-days');
  if (!scenario) throw new Error('There is no such scenario');
  return scenario;
};

/** One URL for everybody: a role's session signs a link for seven days. @param {Engine} engine */
const jobOf = ({ findScenario }) => {
  const sevenDays = sevenDaysOf({ findScenario });
  const world = sevenDays.play({}).trace.steps.at(-1)?.world;
  const key = Object.values(world?.accessKeys ?? {}).find(({ kind }) => kind === 'temporary');
  if (!world || key?.kind !== 'temporary') throw new Error('The scenario issues a session');
  const { id: accessKeyId, secretAccessKey, sessionToken, issuedAt, owner } = key;
  /** @type {Job} */
  const job = {
    host: 'quarterly-reports.s3.eu-central-1.amazonaws.com',
    path: '/report.pdf',
    region: 'eu-central-1',
    expires: 604_800,
    date: '20260115T120000Z',
    at: new Date(issuedAt),
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  };
  return { job, world, owner, issuedAt };
};

/** Ours in the peers' terms. @param {Engine} engine @returns {readonly Peer[]} */
const ours = (engine) => {
  const { job, issuedAt } = jobOf(engine);
  const input = {
    method: 'GET',
    host: job.host,
    path: job.path,
    signer: job.credentials,
    region: job.region,
    service: 's3',
    date: issuedAt,
    expires: /** @type {import('../../src/engine/time.ts').Seconds} */ (job.expires),
  };
  const signingKey = engine.keyOf(input, engine.scopeOf(input));
  const withKey = { ...input, signingKey };
  return [
    { name: 'ours', key: 'each time', sign: () => engine.presign(input).url },
    { name: 'ours', key: 'once', sign: () => engine.presign(withKey).url },
  ];
};

/** Nobody is measured whose signature is wrong. @param {Engine} engine @param {Job} job @param {Peer} peer */
const check = async (engine, { host, credentials }, { name, sign }) => {
  const url = new URL(await sign());
  const verified = engine.verify({
    method: 'GET',
    host,
    rawPath: url.pathname,
    rawQuery: url.search.slice(1),
    headers: [],
    secretAccessKey: credentials.secretAccessKey,
  });
  if (verified?.matches !== true) throw new Error(`${name} signs something else`);
};

/** @param {readonly Measured[]} found @param {string} name */
const rateIn = (found, name) => found.find((one) => one.name === name)?.rate ?? Number.NaN;

/** @param {Measured} measured */
const said = ({ name, rate }) => `${name.replace(/ · .*/, '')} ${perSecond(rate)}/s`;

/** Presigning, beside everybody who presigns. @param {Engine} engine @returns {Promise<Row[]>} */
const presigning = async (engine) => {
  const { job } = jobOf(engine);
  const all = [...ours(engine), ...peersFor(job)];
  for (const peer of all) await check(engine, job, peer);
  const found = await sideBySide(
    all.map(({ name, key, sign }) => ({ name: `${name} · ${key}`, once: sign })),
  );
  return /** @type {const} */ ([
    ['each time', 10_000],
    ['once', 25_000],
  ]).map(([key, budget]) => {
    const rate = rateIn(found, `ours · ${key}`);
    const peers = found.filter(({ name }) => name.endsWith(`· ${key}`) && !name.startsWith('ours'));
    // aws4 needs Node's own crypto, so it is no peer in a browser.
    const isAhead = peers.every((peer) => peer.name.includes('Node only') || peer.rate < rate);
    return {
      what: `presign one URL, the day's key derived ${key}`,
      budget: `≥ ${perSecond(budget)}/s, ahead of every browser peer`,
      measured: `${perSecond(rate)}/s`,
      peers: peers.map(said),
      isMet: rate >= budget && isAhead,
    };
  });
};

/** Every text beside the steps of a run: some are written only when somebody looks. @param {import('../../src/content/scenario.ts').Run} run */
const textsOf = ({ trace }) =>
  trace.steps.flatMap(({ artifacts }) => artifacts.map(({ text }) => text));

/** The rest of the engine: nobody else does these yet. @param {Engine} engine @returns {Promise<Row[]>} */
const engineRows = async (engine) => {
  const { world, owner } = jobOf(engine);
  const { parseRoute, formatRoute, loadPacking } = engine;
  const sevenDays = sevenDaysOf(engine);
  const [decide, peer] = await authorizers(engine, world, owner);
  const packing = await loadPacking();
  const plain =
    '#/lab/presigned/seven-days/open-url.token-alive?v=1&signer=chained&used=20260115T124500Z';
  const { place } = parseRoute(plain);
  const text = JSON.stringify(sevenDays.knobs['permissions']?.initial, undefined, 2);
  const edited = {
    ...place,
    ...(place.page === 'lab' && { knobs: { ...place.knobs, permissions: text } }),
  };
  const packed = formatRoute({ place: edited }, packing);
  const inTime = { used: '20260115T124500Z' };
  const found = await sideBySide([
    { name: 'play', once: () => sevenDays.play(inTime) },
    { name: 'play late', once: () => sevenDays.play({}) },
    { name: 'play and read', once: () => textsOf(sevenDays.play(inTime)) },
    decide,
    peer,
    { name: 'link', once: () => formatRoute(parseRoute(plain)) },
    { name: 'packed link', once: () => formatRoute(parseRoute(packed, packing), packing) },
  ]);
  /** @param {string} name */
  const rate = (name) => rateIn(found, name);
  const playing = 1000 / rate('play');
  const lead = rate(decide.name) / rate(peer.name);
  return [
    {
      what: 'play “seven days” with the link used in time: its signature made, and made again by S3, the day’s key kept',
      budget: '≤ 0.5 ms',
      measured: ms(playing),
      isMet: playing <= 0.5,
    },
    {
      what: 'play it as it starts: refused before S3 looks at the signature',
      budget: '–',
      measured: ms(1000 / rate('play late')),
    },
    {
      what: 'play it in time and read every text, which signs the call to STS too',
      budget: '–',
      measured: ms(1000 / rate('play and read')),
    },
    {
      what: 'decide one authorization',
      budget: `≥ 5x ${peer.name}`,
      measured: `${perSecond(rate(decide.name))}/s, ${lead.toFixed(0)}x`,
      peers: found.filter(({ name }) => name === peer.name).map(said),
      isMet: lead >= 5,
    },
    { what: 'read and write a link', budget: '–', measured: ms(1000 / rate('link')) },
    {
      what: 'read and write a link with an edited policy',
      budget: '–',
      measured: ms(1000 / rate('packed link')),
    },
  ];
};

/** What a visit downloads. @returns {Row[]} */
const sizes = () =>
  weighBuild().map(({ name, bytes, limit }) => ({
    what: `${name}, gzip`,
    budget: `≤ ${limit / 1000} kB`,
    measured: `${(bytes / 1000).toFixed(1)} kB`,
    isMet: bytes <= limit,
  }));

/** What a learner feels. @returns {Promise<Row[]>} */
const browserRows = async () => {
  const { measureBrowser } = await import('./browser.mjs');
  const found = await measureBrowser();
  if (!found) return [{ what: 'next step, drag the clock', budget: '–', measured: 'no browser' }];
  const { timed, painted, frames } = found;
  return [
    {
      what: `next step, key press to paint at 4x slowdown, p95 of ${timed.count} (Event Timing, in steps of 8 ms)`,
      budget: '≤ 50 ms',
      measured: `${timed.p95} ms (p50 ${timed.p50})`,
      isMet: timed.p95 <= 50,
    },
    {
      what: `the same, timed by the page itself, p95 of ${painted.count}`,
      budget: '≤ 50 ms',
      measured: `${ms(painted.p95)} (p50 ${painted.p50.toFixed(1)})`,
      isMet: painted.p95 <= 50,
    },
    {
      what: `drag the clock, frame p95 and longest of ${frames.count}`,
      budget: '≤ 18.5 ms, none > 33 ms',
      measured: `${ms(frames.p95)}, longest ${ms(frames.max)}`,
      isMet: frames.p95 <= 18.5 && frames.max <= 33,
    },
  ];
};

/** When and on what this was measured: enough to compare, nothing that names a machine. */
const setting = () => {
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${availableParallelism()} cores, ${load.toFixed(1)} programs waiting for them at the start.`;
};

/**
 * Measures everything and writes it down; fails when a budget is missed.
 * @param {readonly string[]} args `--no-browser` leaves the browser out
 */
export const bench = async (args) => {
  const where = setting();
  if (!(await install('all')) || !(await installPeers())) process.exit(1);
  if ((await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'])) !== 0) process.exit(1);
  await buildEngine();
  const engine = loadEngine();
  const browser = args.includes('--no-browser') ? [] : await browserRows();
  const rows = [
    ...(await presigning(engine)),
    ...(await engineRows(engine)),
    ...sizes(),
    ...browser,
  ];
  const table = markdown(rows);
  const text = `# What it costs

Made by \`npm run bench\`: ${where}
Each number a second is the median of 9 rounds in which all contenders took turns in one process, after a warm-up; every
contender’s URL was verified first. More programs waiting than there are cores make all of it slower, the browser’s rows most.

${table}
`;
  writeFileSync(results, text);
  console.log(`\n${where}\n\n${table}`);
  if (rows.some(({ isMet }) => isMet === false)) process.exitCode = 1;
};
