import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/run.mjs';

/** Reads a file of the project. @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** @typedef {Record<string, string>} Versions */

const { dependencies, devDependencies } =
  /** @type {{ dependencies: Versions, devDependencies: Versions }} */ (
    JSON.parse(read('package.json'))
  );
const { packages } =
  /** @type {{ packages: Record<string, { optionalDependencies?: Versions }> }} */ (
    JSON.parse(read('package-lock.json'))
  );

/**
 * Tells whether a package finds another one, as Node does: upwards.
 * @param {string} from
 * @param {string} name
 * @returns {boolean}
 */
const finds = (from, name) => {
  if (packages[join(from, 'node_modules', name).replaceAll('\\', '/')]) return true;
  if (from === '') return false;
  const up = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1));
  return finds(up, name);
};

test('it locks no download address', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
  expect(read('.npmrc')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
});

test('it locks every optional package, for every platform', () => {
  const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ from, name })),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter(({ from, name }) => !finds(from, name))).toEqual([]);
});

test('it names exact versions', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('it keeps the top of the project short', () => {
  const ours = ['package.json', 'tsconfig.json', 'index.html', 'src', 'public', 'e2e', 'README.md'];
  const tools = [
    'package-lock.json',
    'LICENSE',
    'NOTICE',
    'vite.config.ts',
    'knip.json',
    'scripts',
  ];
  const dotted = ['.git', '.npmrc', '.gitignore', '.oxlintrc.json', '.oxfmtrc.json', '.ci'];
  const made = ['node_modules', 'dist', '.cache', 'coverage'];
  const allowed = new Set([...ours, ...tools, ...dotted, ...made]);
  expect(readdirSync(root).filter((name) => !allowed.has(name))).toEqual([]);
});

test('it keeps to its layers: nothing else lies in src', () => {
  const layers = ['engine', 'content', 'study', 'platform', 'stores', 'views', 'pages'];
  const allowed = new Set([...layers, 'main.tsx', 'tsconfig.json', '.tsbuildinfo']);
  expect(readdirSync(join(root, 'src')).filter((name) => !allowed.has(name))).toEqual([]);
});

const files = ['src', 'e2e', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => !name.includes('node_modules')),
);

test('it has no test file that expects nothing', () => {
  const tests = files.filter((name) => /\.(test|spec)\.(tsx?|mjs)$/.test(name));
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((name) => !read(name).includes('expect('))).toEqual([]);
});

test('it has no file that only hands on what others export', () => {
  const ours = files.filter((name) => !name.includes('node_modules'));
  expect(ours.filter((name) => /[\\/]index\.tsx?$/.test(name))).toEqual([]);
});
