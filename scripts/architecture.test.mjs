import { afterAll, expect, test } from 'vitest';
import { openProbeHouse } from './probes/house.mjs';
import { badHabits } from './probes/habits.mjs';
import { legal } from './probes/legal.mjs';
import { strangeImports } from './probes/strangers.mjs';

const house = openProbeHouse();
afterAll(house.close);

/** Plants a row of a table. @param {readonly [string, string, string?]} row */
const planted = ([place, code, rule = '']) => ({
  file: house.plant(place, code),
  title: `${place}: ${code.split('\n', 1)[0]}`,
  rule,
});

const bad = [...strangeImports, ...badHabits].map(planted);
const good = legal.map(planted);

const flags = ['--type-aware', '--deny-warnings', '--format', 'json', 'src'];
const { diagnostics } = /** @type {{ diagnostics: { code: string, filename: string }[] }} */ (
  JSON.parse(house.tool('oxlint/bin/oxlint', flags))
);

/** Lists the rules that a file breaks. @param {string} file */
const broken = (file) =>
  diagnostics
    .filter(({ filename }) => filename.replaceAll('\\', '/') === file)
    .map(({ code }) => code);

test.each(bad)('it forbids in $title', ({ file, rule }) => {
  expect(broken(file)).toContain(rule);
});

test.each(good)('it allows in $title', ({ file }) => {
  // What a probe imports does not exist, so its type is not known: that much is expected.
  expect(broken(file).filter((rule) => !rule.startsWith('typescript(no-unsafe'))).toEqual([]);
});
