// Imports that each layer must not make, in every way the language knows.

/** @typedef {[folder: string, line: string, rule: string]} Forbidden a whole path instead of a folder is fine too */

/** Every way of naming a module, tried with one that the layer may not name. @param {string} name */
const everyWay = (name) => [
  `import { x } from '${name}'; export const y = x;`,
  `import type { X } from '${name}'; export type Y = X;`,
  `export { x } from '${name}';`,
  `export * from '${name}';`,
  `export const x = await import('${name}');`,
  `import '${name}';`,
];

/** What each layer may not import, in any way. @type {Record<string, string[]>} */
const strangers = {
  'src/engine': ['#stores/a.ts', '#content/a.ts', 'react', 'valibot', 'node:fs', '../stores/a.ts'],
  'src/engine/sts': ['../../stores/a.ts', '../../content/a.ts', '../../../node_modules/x/y.js'],
  'src/content': ['#study/a.ts', '#views/a.ts', 'react', 'date-fns', 'zustand', '../views/a.ts'],
  'src/study': ['#stores/a.ts', '#platform/a.ts', 'react', 'valibot', '../engine/a.ts'],
  'src/platform': ['#content/a.ts', '#stores/a.ts', 'react', 'zustand', '@peculiar/x509'],
  'src/platform/x509': ['#content/a.ts', 'react', 'node:crypto', '../../stores/a.ts'],
  'src/stores': ['#views/a.ts', '#pages/a.ts', 'react', 'react-dom', '../views/a.ts'],
  'src/views': ['#stores/a.ts', '#platform/a.ts', '#pages/a.ts', 'zustand', '../stores/a.ts'],
  'src/views/quiz': ['../../stores/a.ts', '../../platform/a.ts', '../../main.tsx'],
  'src/pages': ['../stores/a.ts', '../views/a.ts'],
  'src/engine/*.test.ts': ['react', '#stores/a.ts', '#content/a.ts', '../stores/a.ts'],
  'src/study/*.test.ts': ['react', '#stores/a.ts'],
  'src/views/*.test.tsx': ['#stores/a.ts', 'zustand'],
};

/** @type {readonly Forbidden[]} */
export const strangeImports = Object.entries(strangers).flatMap(([folder, names]) =>
  names.flatMap(everyWay).map((line) => [folder, line, 'eslint(no-restricted-imports)']),
);
