import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../lib/run.mjs';

const layers = ['', 'engine', 'content', 'study', 'platform', 'stores', 'views', 'pages'];
const rules = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  ...layers.map((layer) => join('src', layer, 'tsconfig.json')),
];

/** Builds an empty copy of this project in a temporary folder: the same rules, none of the code. */
export const openProbeHouse = () => {
  const house = mkdtempSync(join(tmpdir(), 'shortlived-'));
  for (const file of rules) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
  let count = 0;

  return {
    /**
     * Writes code into a folder, or into a file if the place names one, and tells where that was.
     * @param {string} place
     * @param {string} code
     */
    plant(place, code) {
      count += 1;
      const ending = /^src\/(views|pages)/.test(place) ? 'tsx' : 'ts';
      const file = /\.tsx?$/.test(place)
        ? place.replace('*', String(count))
        : `${place}/probe${count}.${ending}`;
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), `${code}\n`);
      return file;
    },

    /**
     * Runs a tool in the house and gives what it prints.
     * @param {string} file below node_modules
     * @param {readonly string[]} args
     */
    tool: (file, args) =>
      spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], {
        cwd: house,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      }).stdout,

    close: () => rmSync(house, { recursive: true }),
  };
};
