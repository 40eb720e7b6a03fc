import { execFileSync, spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { BOX_IDS } from '#engine/microscope/derivation.ts';
import { examine } from '#engine/microscope/examine.ts';
import type { Box } from '#engine/microscope/derivation.ts';
import { reproduce } from '#engine/microscope/reproduce.ts';
import { promised } from '#engine/never.ts';

import { MICROSCOPE_PRESETS } from './presets.ts';
import type { MicroscopeTable } from './table.ts';
import { tampered } from './tampers.ts';

/** Every “Reproduce” line in a real shell with the real openssl. */

/** The shell and the openssl that the lines are written for; Windows has neither by itself. */
const isThere = (['sh', 'openssl'] as const).every(
  (program) =>
    spawnSync(program, program === 'sh' ? ['-c', 'true'] : ['version'], { encoding: 'utf8' })
      .status === 0,
);

const { table: documented } = promised(MICROSCOPE_PRESETS[0], 'there is a preset');

interface Lane {
  readonly boxes: readonly Box[];
  readonly secret: string;
}

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

/** The verifier’s lane: the signer’s has the same values where nothing was changed. */
function laneOf({ inputs, tampering, knownSecret }: MicroscopeTable): Lane {
  const found = examine({ inputs, tampering, ...(knownSecret !== undefined && { knownSecret }) });
  const boxes = found.kind === 'examined' ? found.verifier : undefined;
  return { boxes: boxes ?? [], secret: knownSecret ?? inputs.secretAccessKey };
}

/** What the lines of a lane print, and what stands in its boxes. */
const reproduced = ({ boxes, secret }: Lane): readonly string[] => printed(boxes, secret);
const texts = ({ boxes }: Lane): readonly string[] => boxes.map(({ text }) => text);

describe.skipIf(!isThere)('a “Reproduce” line', () => {
  test.each(MICROSCOPE_PRESETS)('it prints every box of “$title” with openssl', ({ table }) => {
    const lane = laneOf(table);
    expect(lane.boxes).toHaveLength(BOX_IDS.length);
    expect(reproduced(lane)).toEqual(texts(lane));
  });

  test.each(['character', 'parameter', 'capitals', 'secret'] as const)(
    'it prints every box of a request that was changed on its way: %s',
    (tamper) => {
      const lane = laneOf(promised(tampered(documented, tamper), 'it can be changed so'));
      expect(lane.boxes).toHaveLength(BOX_IDS.length);
      expect(reproduced(lane)).toEqual(texts(lane));
    },
  );

  test.each([
    'it’s',
    "it's 'quoted'",
    '$HOME `id` $(id) \\ "x" !!',
    '%s %d %%',
    'a:b=c;d&e|f>g',
    '-n',
    '',
  ])('it is one shell word, whatever the secret and the texts are: %s', (text) => {
    const inputs = {
      ...documented.inputs,
      secretAccessKey: text,
      region: text,
      method: text,
      headers: [['x-amz-meta-note', text] as const],
    };
    const lane = laneOf({ ...documented, inputs });
    expect(lane.boxes).toHaveLength(BOX_IDS.length);
    expect(reproduced(lane)).toEqual(texts(lane));
  });
});
