import { describe, expect, test } from 'vitest';

import { promised } from '#engine/never.ts';
import { amzDate, after, seconds } from '#engine/time.ts';

import { findScenario } from '../scenarios/all.ts';
import { sentenceFaults } from '../wordFaults.fixture.ts';
import { COMPARISON } from './compare.ts';
import { REFLECTION } from './proofs.ts';
import { endOfProof } from './seenIn.ts';
import { STORY, WAYS, wayRun } from './ways.ts';
import type { Way } from './ways.ts';

const rows = COMPARISON.flatMap(({ rows: all }) => all);
const cellOf = (id: string, way: Way) =>
  promised(
    rows.find((row) => row.id === id),
    `there is a row ${id}`,
  ).cell(way);
const wordsOf = (id: string): readonly (string | undefined)[] =>
  WAYS.map((way) => cellOf(id, way).verdict?.word);

const IN = 'GETS IN';
const OUT = 'STOPPED';

describe('one job in four ways', () => {
  test.each([
    ['upload', ['GRANTED', 'GRANTED', 'GRANTED', 'GRANTED']],
    ['now', [IN, IN, IN, IN]],
    ['hour', [IN, IN, OUT, OUT]],
    ['month', [IN, IN, OUT, OUT]],
    ['june', [IN, OUT, OUT, OUT]],
    ['again', [OUT, OUT, OUT, OUT]],
    // A door that is shut does not end what was opened before.
    ['old', [IN, IN, IN, IN]],
    ['both', [OUT, OUT, OUT, OUT]],
  ])('%s: key, certificate, SAML, OIDC', (id, words) => {
    expect(wordsOf(id)).toEqual(words);
  });

  test('it names the call, what signs it, whom AWS trusts and whom the trail names, as they were', () => {
    expect(WAYS.map((way) => [cellOf('call', way).code, cellOf('call', way).says])).toEqual([
      ['PutObject', 'No call before it: the upload itself is signed with the key.'],
      ['CreateSession', 'Signed: AWS4-X509-ECDSA-SHA256.'],
      ['AssumeRoleWithSAML', 'Not signed: it carries the proof.'],
      ['AssumeRoleWithWebIdentity', 'Not signed: it carries the proof.'],
    ]);
    expect(WAYS.map((way) => cellOf('trusted', way).code)).toEqual([
      undefined,
      'rolesanywhere.amazonaws.com',
      'arn:aws:iam::111122223333:saml-provider/SimCorp',
      'arn:aws:iam::111122223333:oidc-provider/tokens.sim.example',
    ]);
    expect(cellOf('trail', 'certificate').says).toContain('CN=batch-07');
    expect(WAYS.map((way) => cellOf('back', way).says)).toEqual([
      'Nothing. The key in the file is the credential, and it has no end.',
      ...Array.from({ length: 3 }, () => 'Credentials of a role, until 15 Jan, 13:00.'),
    ]);
  });

  test.each(WAYS)('%s: what lay on the disk is worth something until the very end named', (way) => {
    const end = endOfProof(wayRun(way, 'hour'));
    expect(end === undefined).toBe(way === 'key');
    if (end === undefined || way === 'saml') return;
    const opens = (at: typeof end) =>
      STORY.play({ way, tries: amzDate(at) }).trace.outcomes['open-again']?.kind;
    // Whether the very second still counts is another question.
    expect([opens(after(end, seconds(-1))), opens(after(end, seconds(1)))]).toEqual([
      'granted',
      'refused',
    ]);
  });

  test('every step it leads to is one that the story in the lab has, with no word of complaint', () => {
    const story = promised(findScenario(STORY.lab, STORY.id), 'the lab has the story');
    const cells = rows.flatMap((row) => WAYS.map((way) => row.cell(way)));
    const shown = cells.flatMap(({ shows }) => shows ?? []);
    const lost = shown.filter(({ knobs, step }) => {
      const { trace, notices } = story.play(knobs);
      return notices.length > 0 || !trace.steps.some(({ id }) => id === step);
    });
    expect(lost).toEqual([]);
    expect(cells.filter(({ verdict, shows }) => verdict && !shows)).toEqual([]);
    // What cannot be seen is written somewhere, but for the key: there is nobody to trust, and nothing comes back.
    expect(cells.filter(({ fact, shows }) => !fact && !shows)).toHaveLength(2);
  });

  test('it says everything in whole sentences', () => {
    const said = [
      ...REFLECTION.map(({ says }) => says),
      ...COMPARISON.map(({ says }) => says),
      ...rows.flatMap((row) => WAYS.map((way) => row.cell(way).says)),
    ].filter((says) => says !== undefined);
    expect(said.flatMap((says) => says.split(/(?<=\.) /)).flatMap(sentenceFaults)).toEqual([]);
  });
});
