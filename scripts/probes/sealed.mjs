// Lines for the compiler: the engine is sealed by its lib, its types and its rootDir.

/** @type {readonly [code: string, error: string][]} */
export const sealedOut = [
  ['export const x = document.title;', 'TS2584'],
  ["export const x = fetch('/');", 'TS2304'],
  ['export const x = setTimeout(() => 1, 1);', 'TS2304'],
  ['export const x = crypto.randomUUID();', 'TS2304'],
  ['export const x = performance.now();', 'TS2304'],
  ['export const x = process.env;', 'TS2591'],
  ["console.log('x');", 'TS2584'],
  ["import { x } from '../content/outside1.ts'; export const y = x;", 'TS6059'],
  ["import { x } from '#content/outside2.ts'; export const y = x;", 'TS6059'],
  ["import type { X } from '#content/outside3.ts'; export type Y = X;", 'TS6059'],
  ["export type X = import('#content/outside4.ts').X;", 'TS6059'],
  ["export const x = await import('#content/outside5.ts');", 'TS6059'],
  ["import { readFileSync } from 'node:fs'; export const x = readFileSync;", 'TS2591'],
  ['export enum X { a }', 'TS1294'],
  ['export const x = (a: readonly string[]): string => a[0];', 'TS2322'],
  ['export const x: { a?: string } = { a: undefined };', 'TS2375'],
];

/** @type {readonly string[]} */
export const sealedIn = [
  "import { sha256 } from '@noble/hashes/sha2.js'; export const x = sha256(new Uint8Array());",
  "import { addSeconds } from 'date-fns'; export const x = addSeconds(0, 1);",
  'export const x = new Date(0).toISOString();',
  "export const x = encodeURIComponent('a');",
  "import { x } from './inside.ts'; export const y = x;",
];

/** Files that the engine must not see: the compiler complains once a file, so each row has its own. */
export const outside = [1, 2, 3, 4, 5].map((n) => `src/content/outside${n}.ts`);
