import { afterAll, expect, test } from 'vitest';
import { openProbeHouse } from './probes/house.mjs';
import { outside, sealedIn, sealedOut } from './probes/sealed.mjs';

const house = openProbeHouse();
afterAll(house.close);

for (const file of outside) house.plant(file, 'export const x = 1; export type X = typeof x;');
house.plant('src/engine/inside.ts', 'export const x = 1;');
const bad = sealedOut.map(([code, error]) => ({
  code,
  error,
  file: house.plant('src/engine', code),
}));
const good = sealedIn.map((code) => ({ code, file: house.plant('src/engine', code) }));
const lines = house
  .tool('typescript/bin/tsc', ['-p', 'src/engine', '--pretty', 'false'])
  .split('\n');

/** Lists the errors that the compiler finds in a file. @param {string} file */
const errors = (file) => lines.filter((line) => line.startsWith(`${file}(`)).join('\n');

test.each(bad)('it does not compile: $code', ({ file, error }) => {
  expect(errors(file)).toContain(`error ${error}:`);
});

test.each(good)('it compiles: $code', ({ file }) => {
  expect(errors(file)).toBe('');
});
