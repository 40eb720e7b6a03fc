import { describe, expect, test } from 'vitest';

import { BOX_IDS } from '#engine/microscope/derivation.ts';
import { examine } from '#engine/microscope/examine.ts';
import type { Examined } from '#engine/microscope/examine.ts';
import { promised } from '#engine/never.ts';
import { at } from '#engine/time.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { SCENARIOS } from '../scenarios/all.ts';
import { sentenceFaults } from '../wordFaults.fixture.ts';
import { timeBeside } from '../words.ts';
import type { Arrival } from './arrival.ts';
import { BOX_WORDS, differenceSentence } from './boxWords.ts';
import { tableOfStep } from './fromRun.ts';
import { MICROSCOPE_PRESETS } from './presets.ts';
import { s3Arrival } from './s3Arrival.ts';
import { stsArrival } from './stsArrival.ts';
import { examined, signable } from './table.ts';
import type { MicroscopeTable } from './table.ts';
import { changeCount, possibleTampers, TAMPER_IDS, tampered } from './tampers.ts';
import type { TamperId } from './tampers.ts';

const tableOf = (id: string): MicroscopeTable =>
  promised(
    MICROSCOPE_PRESETS.find((preset) => preset.id === id),
    `a preset ${id}`,
  ).table;

const found = (table: MicroscopeTable): Examined =>
  promised(examined(table), 'the presets can be signed');

const arrival = (table: MicroscopeTable): Arrival =>
  (table.inputs.service === 's3' ? s3Arrival : stsArrival)(table, found(table));

const after = (id: string, ...tampers: readonly TamperId[]): MicroscopeTable =>
  tampers.reduce<MicroscopeTable>(
    (table, tamper) => promised(tampered(table, tamper), `${id} can be changed by ${tamper}`),
    tableOf(id),
  );

const all = MICROSCOPE_PRESETS.flatMap(({ id, table }) =>
  possibleTampers(table, found(table)).map((tamper) => [id, tamper] as const),
);

describe('a preset', () => {
  test.each(MICROSCOPE_PRESETS)('is granted untouched: $title', ({ table, lesson }) => {
    const { word, code, because } = arrival(table);
    const isPart = table.inputs.headers.some(([name]) => name === 'Range');
    expect({ word, code }).toEqual({ word: 'GRANTED', code: isPart ? '206' : '200' });
    expect(sentenceFaults(because)).toEqual([]);
    expect(sentenceFaults(lesson)).toEqual([]);
    expect(found(table).differing).toEqual([]);
    expect(changeCount(table, found(table))).toBe(0);
  });

  test.each([
    ['documented', 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'],
    ['header', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'],
  ])('has the signature that AWS published: %s', (id, signature) => {
    expect(found(tableOf(id)).signer.find((box) => box.id === 'signature')?.text).toBe(signature);
  });
});

describe('one click', () => {
  const clicks: readonly (readonly [string, TamperId, string, string, number])[] = [
    ['documented', 'character', 'REFUSED SignatureDoesNotMatch', 'the path', 4],
    ['documented', 'parameter', 'REFUSED SignatureDoesNotMatch', 'x-id', 4],
    ['documented', 'method', 'REFUSED SignatureDoesNotMatch', 'the method', 4],
    ['documented', 'host', 'REFUSED SignatureDoesNotMatch', 'the host', 4],
    ['documented', 'lifetime', 'REFUSED SignatureDoesNotMatch', 'X-Amz-Expires', 4],
    ['documented', 'capitals', 'REFUSED SignatureDoesNotMatch', 'signature in the request', 1],
    ['documented', 'secret', 'REFUSED SignatureDoesNotMatch', 'another secret', 5],
    ['documented', 'twice', 'REFUSED AuthorizationQueryParametersError', 'X-Amz-Credential', 0],
    ['documented', 'header', 'REFUSED AccessDenied', 'x-amz-meta-note', 0],
    ['documented', 'late', 'REFUSED AccessDenied', '25 May', 0],
    ['documented', 'escapes', 'GRANTED 200', 'nothing that was signed has changed', 0],
    ['documented', 'agent', 'GRANTED 200', 'nothing that was signed has changed', 0],
    ['token', 'character', 'REFUSED SignatureDoesNotMatch', 'the path', 4],
    ['odd-key', 'escapes', 'GRANTED 200', 'nothing that was signed has changed', 0],
    ['header', 'method', 'REFUSED SignatureDoesNotMatch', 'the method', 4],
    ['header', 'capitals', 'REFUSED SignatureDoesNotMatch', 'signature in the request', 1],
    ['header', 'late', 'REFUSED RequestTimeTooSkewed', 'they may be 15 minutes apart', 0],
    ['identity', 'method', 'REFUSED SignatureDoesNotMatch', 'the method', 4],
    ['identity', 'secret', 'REFUSED SignatureDoesNotMatch', 'another secret', 5],
    ['identity', 'late', 'REFUSED SignatureDoesNotMatch', 'Signature expired', 0],
    ['identity', 'header', 'GRANTED 200', 'is modelled here', 0],
    ['identity', 'agent', 'GRANTED 200', 'says whose key', 0],
  ];

  test.each(clicks)('on %s, %s: %s', (...[id, tamper, answer, because, differing]) => {
    const table = after(id, tamper);
    const { word, code, because: said } = arrival(table);
    expect(`${word} ${code}`).toBe(answer);
    expect(said).toContain(because);
    expect(found(table).differing).toHaveLength(differing);
  });

  test.each(TAMPER_IDS)('is possible somewhere and answers in whole sentences: %s', (id) => {
    const places = all.filter(([, tamper]) => tamper === id);
    expect(places.length).toBeGreaterThan(0);
    for (const [preset] of places) {
      const table = after(preset, id);
      expect(table).not.toEqual(tableOf(preset));
      expect(sentenceFaults(arrival(table).because)).toEqual([]);
      expect(sentenceFaults(differenceSentence(found(table)))).toEqual([]);
    }
  });

  test('more than one add up', () => {
    const table = after('documented', 'parameter', 'parameter', 'method', 'secret');
    expect(changeCount(table, found(table))).toBe(4);
    expect(table.tampering.added.map(({ id }) => id)).toEqual(['added:1', 'added:2']);
    expect(table.tampering.changed).toEqual({ method: 'HEAD' });
  });

  test('S3 tells in its XML what it computed, to the letter', () => {
    const table = after('documented', 'character');
    const { answer } = arrival(table);
    const textOf = (id: string): string =>
      found(table)
        .verifier?.find((box) => box.id === id)
        ?.text.replaceAll('&', '&amp;') ?? '';
    expect(answer).toContain(`<StringToSign>${textOf('string-to-sign')}</StringToSign>`);
    expect(answer).toContain(`<CanonicalRequest>${textOf('canonical-request')}</CanonicalRequest>`);
    expect(arrival(after('documented', 'method')).answer).not.toContain('<Error>');
  });
});

describe('what cannot be signed', () => {
  test.each([
    [{ date: 'soon' }, ['date']],
    [{ expires: '7d' }, ['expires']],
    [{ date: '', expires: '' }, ['date', 'expires']],
    [{ date: '20130525T000000Z' }, []],
  ])('is signed as before until it can be: %j', (change, problems) => {
    const original = tableOf('documented');
    const typed = { ...original, inputs: { ...original.inputs, ...change } };
    const result = signable(typed, original);
    expect(result.problems).toEqual(problems);
    expect(examine(result.table).kind).toBe('examined');
  });
});

describe('a run of the lab', () => {
  const isSignature = (id: StepId): boolean => id.endsWith('.signature-matches');
  const runs = SCENARIOS.flatMap(({ id, play, variations, working }) =>
    [{}, working, ...variations.map(({ knobs }) => knobs)].map((knobs) => {
      const { trace } = play(knobs);
      return { name: `${id} ${JSON.stringify(knobs)}`, trace };
    }),
  ).filter(({ trace }) => trace.steps.some(({ id }) => isSignature(id)));

  const stepsIn = ({ steps }: Trace) =>
    steps.flatMap((step) =>
      step.row === 'check' &&
      step.act.kind === 'open-url' &&
      step.check.rule === 's3.signature-matches'
        ? [{ id: step.id, ...step.check }]
        : [],
    );

  test('has its signatures under the microscope just as S3 saw them', () => {
    expect(runs.length).toBeGreaterThan(3);
    const pairs = runs.flatMap(({ name, trace }) =>
      stepsIn(trace).map((step) => ({ name, step, table: tableOfStep(trace, step.id) })),
    );
    const seen = pairs.map(({ name, table }) => {
      const texts = table ? found(table).verifier?.map(({ text }) => text) : undefined;
      const isMismatch = table && arrival(table).code === 'SignatureDoesNotMatch';
      return [name, texts?.[0], texts?.at(-2), texts?.at(-1), isMismatch];
    });
    const saw = pairs.map(({ name, step: { evidence, result } }) => [
      name,
      evidence.canonicalRequest,
      evidence.expected,
      evidence.provided,
      result === 'fail',
    ]);
    expect(seen).toEqual(saw);
  });

  test('has its answer too', () => {
    const answers = runs.flatMap(({ name, trace }) =>
      trace.steps.flatMap((step) =>
        step.row === 'answer' && step.act.kind === 'open-url'
          ? [{ name, outcome: step.outcome, table: tableOfStep(trace, step.id) }]
          : [],
      ),
    );
    const told = answers.map(({ name, outcome }) => [
      name,
      outcome.kind === 'refused' ? outcome.error.code : 'GRANTED',
    ]);
    const said = answers.map(({ name, table }) => {
      const { word, code } = arrival(promised(table, 'it uses a URL'));
      return [name, word === 'GRANTED' ? word : code];
    });
    expect(said).toEqual(told);
  });

  test('has no request at a step that sends none', () => {
    const trace = promised(runs[0], 'there are runs').trace;
    expect(tableOfStep(trace, 'sign.done')).toBeUndefined();
    expect(tableOfStep(trace, 'no-such.step')).toBeUndefined();
  });
});

test('every box is said in whole sentences', () => {
  expect(BOX_IDS.flatMap((id) => sentenceFaults(BOX_WORDS[id].made))).toEqual([]);
});

test('one box differs, and several differ', () => {
  const said = all.map(([preset, tamper]) => differenceSentence(found(after(preset, tamper))));
  expect(said.filter((each) => each.startsWith('One of nine boxes differs: '))).not.toEqual([]);
  expect(said.filter((each) => /^(?:One.*differ:|[TF]\w+ of.*differs:)/.test(each))).toEqual([]);
});

test('moments of different years are told with their years', () => {
  const [then, now] = [at('1900-01-01T00:00:00Z'), at('2013-05-24T00:00:00Z')];
  expect([timeBeside(then, now), timeBeside(now, then)]).toEqual([
    '1 Jan 1900 00:00',
    '24 May 2013 00:00',
  ]);
});
