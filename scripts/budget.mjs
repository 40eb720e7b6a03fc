// What a first visit downloads, gzipped, against what it may: run after a build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, css?: string[], imports?: string[], dynamicImports?: string[], isEntry?: boolean }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */
/** @typedef {{ name: string, bytes: number, limit: number }} Row */

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** A kB is 1024 bytes here, as in the measurements that the budgets come from. */
const kilo = 1024;
const firstLoad = 130 * kilo;
/** Pages beside the labs: the workbench brings its editor, the parser and the whole decision. */
const toolPage = 140 * kilo;
const fonts = 90 * kilo;

/**
 * Lists the files that the browser needs before it can run some modules.
 * @param {Manifest} manifest
 * @param {readonly string[]} keys
 * @returns {Set<string>}
 */
export const filesOf = (manifest, keys) => {
  const seen = new Set(keys);
  for (const key of seen) for (const next of manifest[key]?.imports ?? []) seen.add(next);
  return new Set(
    [...seen].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]),
  );
};

/**
 * Names the entry, and each page that is loaded by its own link.
 * @param {Manifest} manifest
 * @returns {{ name: string, keys: string[] }[]}
 */
export const visits = (manifest) => {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const pages = Object.keys(manifest).filter(
    (key) => /^src\/pages\/\w+Page\.tsx$/.test(key) && !manifest[key]?.isEntry,
  );
  return [
    { name: 'first load', keys: [entry] },
    ...pages
      .filter((page) => page !== labPage)
      .map((page) => ({ name: `link to ${page}`, keys: [entry, page] })),
    ...scenarios(manifest).map((scenario) => ({
      name: `link to ${scenario}`,
      keys: [entry, labPage, scenario],
    })),
  ];
};

const labPage = 'src/pages/LabPage.tsx';

/** The scenarios: a link into a lab loads one of them. @param {Manifest} manifest */
const scenarios = (manifest) =>
  Object.keys(manifest).filter((key) => /^src\/content\/scenarios\/.*\.ts$/.test(key));

/** Measures a file of the build as a server would send it. @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** Adds up the sizes of some files. @param {Iterable<string>} files */
const weigh = (files) => [...files].reduce((bytes, file) => bytes + gzipped(file), 0);

/** The files that the page itself links: what a single style sheet is. @returns {string[]} */
const linked = () =>
  [
    ...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(
      /(?:href|src)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
    ),
  ].map(([, file]) => file ?? '');

/** Measures the build. @returns {Row[]} */
export const measure = () => {
  const text = readFileSync(join(dist, '.vite/manifest.json'), 'utf8');
  const manifest = /** @type {Manifest} */ (JSON.parse(text));
  const files = readdirSync(dist, { recursive: true }).map(String);
  const visited = visits(manifest).map(({ name, keys }) => ({
    name,
    bytes: weigh(new Set([...linked(), ...filesOf(manifest, keys)])),
    limit: /\/pages\//.test(name) ? toolPage : firstLoad,
  }));
  /** @param {Row} row */
  const isScenario = ({ name }) => name.includes('/scenarios/');
  // Of the scenarios, the heaviest stands for all.
  const heaviest = visited.filter(isScenario).toSorted((a, b) => b.bytes - a.bytes);
  return [
    ...visited.filter((row) => !isScenario(row)),
    ...heaviest.slice(0, 1),
    { name: 'fonts', bytes: weigh(files.filter((file) => file.endsWith('.woff2'))), limit: fonts },
  ];
};

/** Writes a size. @param {number} bytes */
const kB = (bytes) => `${(bytes / kilo).toFixed(1)} kB`.padStart(10);

/** Prints the table and fails when a limit is passed. */
const report = () => {
  for (const { name, bytes, limit } of measure()) {
    const isOver = bytes > limit;
    console.log(`${isOver ? 'OVER' : 'ok  '}${kB(bytes)} of${kB(limit)}  ${name}`);
    if (isOver) process.exitCode = 1;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) report();
