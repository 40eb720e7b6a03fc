import { execFileSync, spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { BOX_IDS } from '#engine/microscope/derivation.ts';
import { examine } from '#engine/microscope/examine.ts';
import type { Box } from '#engine/microscope/derivation.ts';
import { reproduce } from '#engine/microscope/reproduce.ts';

import { MICROSCOPE_PRESETS } from './presets.ts';
import type { MicroscopeTable } from './table.ts';
import { TAMPER_IDS, tampered } from './tampers.ts';

/** Every “Reproduce” line in a real shell with the real openssl. */

/** The shell and the openssl that the lines are written for; Windows has neither by itself. */
const isThere = (['sh', 'openssl'] as const).every(
  (program) =>
    spawnSync(program, program === 'sh' ? ['-c', 'true'] : ['version'], { encoding: 'utf8' })
      .status === 0,
);

const BETWEEN = '\n--- next box ---\n';

/** What the lines of a lane print, run in one shell. */
function printed(boxes: readonly Box[], secretAccessKey: string): readonly string[] {
  const script = boxes
    .map((box) => `${reproduce(box, boxes, { secretAccessKey })}\nprintf %s '${BETWEEN}'`)
    .join('\n');
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' })
    .split(BETWEEN)
    .map((text) => text.replace(/\n$/, ''))
    .slice(0, -1);
}

const lanesOf = (table: MicroscopeTable) => {
  const found = examine(table);
  if (found.kind !== 'examined') throw new Error('every preset can be signed');
  const { secretAccessKey } = table.inputs;
  return [
    { boxes: found.signer, secretAccessKey },
    { boxes: found.verifier ?? [], secretAccessKey: table.knownSecret ?? secretAccessKey },
  ];
};

/** What the lines of both lanes print, and what stands in their boxes. */
const reproduced = (table: MicroscopeTable): readonly string[] =>
  lanesOf(table).flatMap(({ boxes, secretAccessKey }) => printed(boxes, secretAccessKey));

const texts = (table: MicroscopeTable): readonly string[] =>
  lanesOf(table).flatMap(({ boxes }) => boxes.map(({ text }) => text));

describe.skipIf(!isThere)('a “Reproduce” line', () => {
  test.each(MICROSCOPE_PRESETS)('it prints every box of “$title” with openssl', ({ table }) => {
    expect(lanesOf(table).map(({ boxes }) => boxes.length)).toEqual([
      BOX_IDS.length,
      BOX_IDS.length,
    ]);
    expect(reproduced(table)).toEqual(texts(table));
  });

  test('it prints every box of a request that was changed on its way', () => {
    const table = MICROSCOPE_PRESETS[0]?.table;
    const changed = TAMPER_IDS.flatMap((id) => (table ? [tampered(table, id)] : []));
    const tables = changed.filter((one) => one !== undefined);
    expect(tables.length).toBeGreaterThan(9);
    for (const one of tables) expect(reproduced(one)).toEqual(texts(one));
  });

  test.each([
    'it’s',
    "it's 'quoted'",
    '$HOME `id` $(id) \\ "x" !!',
    '%s %d %%',
    'a:b=c;d&e|f>g',
    '-n',
    '',
  ])('it is one shell word, whatever the secret and the texts are: %s', (text) => {
    const table = MICROSCOPE_PRESETS[1]?.table;
    if (!table) throw new Error('there are presets');
    const inputs = {
      ...table.inputs,
      secretAccessKey: text,
      region: text,
      method: text,
      headers: [['x-amz-meta-note', text] as const],
    };
    const odd = { ...table, inputs };
    expect(reproduced(odd)).toEqual(texts(odd));
  });
});
