import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Knob, RawKnobs } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import { SCENARIOS, findScenario } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { amzDate } from '#engine/time.ts';
import type { Step } from '#engine/trace.ts';

import { KEPT, alignSteps, cursorsAt, rowsUntil } from './alignSteps.ts';
import { runToKeep } from './runToKeep.ts';
import { causesOf, differing, partingOf, sayParting } from './parting.ts';

const SEED = 20_261_123;
const materials = { parsePolicy };

const stepsOf = (scenario: Scenario, raw: RawKnobs): readonly Step[] =>
  scenario.play(raw, materials).trace.steps;

function textsOf(knob: Knob): readonly string[] {
  switch (knob.kind) {
    case 'toggle':
      return ['on', 'off'];
    case 'choice':
      return Object.keys(knob.options);
    case 'duration':
      return knob.stops.map(String);
    case 'moment':
      return [amzDate(knob.min), amzDate(knob.initial), amzDate(knob.max)];
    case 'policy':
      return [JSON.stringify(knob.initial), '{"Version":"2012-10-17","Statement":[]}'];
  }
}

/** Texts for some knobs of a scenario. */
const settingOf = ({ knobs }: Scenario): fc.Arbitrary<RawKnobs> =>
  fc.record(
    Object.fromEntries(
      Object.entries(knobs).map(([name, knob]) => [name, fc.constantFrom(...textsOf(knob))]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<RawKnobs>;

const twoRuns = fc.constantFrom(...SCENARIOS).chain((scenario) =>
  fc.record({
    scenario: fc.constant(scenario),
    was: settingOf(scenario),
    now: settingOf(scenario),
  }),
);

const found = (lab: string, id: string): Scenario => {
  const scenario = findScenario(lab, id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
};

describe('two runs side by side', () => {
  test('every step of both stands in one row, in its order, beside none but itself', () => {
    fc.assert(
      fc.property(twoRuns, ({ scenario, was, now }) => {
        const [old, young] = [stepsOf(scenario, was), stepsOf(scenario, now)];
        const pairs = alignSteps(old, young);
        expect(pairs.flatMap((pair) => pair.was ?? [])).toEqual(old);
        expect(pairs.flatMap((pair) => pair.now ?? [])).toEqual(young);
        expect(
          pairs.every(({ was: a, now: b }) => a === undefined || b === undefined || a.id === b.id),
        ).toBe(true);
        expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
        // As many rows of both, whichever run is the kept one.
        const common = (rows: typeof pairs) => rows.filter((pair) => pair.was && pair.now).length;
        expect(common(alignSteps(young, old))).toBe(common(pairs));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('the rows of a comparison are found again by their ids', () => {
    fc.assert(
      fc.property(twoRuns, ({ scenario, was, now }) => {
        const pairs = alignSteps(stepsOf(scenario, was), stepsOf(scenario, now));
        expect(pairs.map(({ id }) => rowsUntil(pairs, id, 0))).toEqual(
          pairs.map((_, index) => index + 1),
        );
        const { was: old, now: young } = cursorsAt(pairs, pairs.length);
        expect([old, young]).toEqual(
          [stepsOf(scenario, was), stepsOf(scenario, now)].map((steps) => steps.length),
        );
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  test('no act has a name that would be taken for a row of the kept run', () => {
    const ids = SCENARIOS.flatMap((scenario) => stepsOf(scenario, {}).map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith(KEPT))).toEqual([]);
  });

  test('a step that neither run has leads to where the new run stands, and one that moved into a run to it', () => {
    const scenario = found('presigned', 'seven-days');
    const [old, young] = [stepsOf(scenario, {}), stepsOf(scenario, { used: '20260115T124500Z' })];
    const pairs = alignSteps(old, young);
    expect(rowsUntil(pairs, undefined, 0)).toBe(0);
    expect(cursorsAt(pairs, rowsUntil(pairs, 'nobody.knows', 5)).now).toBe(5);
    expect(rowsUntil(pairs, `${KEPT}open-url.token-alive`, 0)).toBe(
      rowsUntil(pairs, 'open-url.token-alive', 0),
    );
  });
});

describe('the run to keep beside a change', () => {
  const KEPT_RUN = { session: '3600' };
  const TURNED = { session: '3600', used: 'b' };

  test('it is the run before the change', () => {
    expect(runToKeep(KEPT_RUN, KEPT_RUN, { session: '7200' })).toBe(KEPT_RUN);
    const before = { ...KEPT_RUN };
    expect(runToKeep(KEPT_RUN, before, TURNED)).toBe(before);
  });

  test('it stays as long as one thing is turned on, and back', () => {
    expect(runToKeep(KEPT_RUN, TURNED, { ...TURNED, used: 'c' })).toBe(KEPT_RUN);
    expect(runToKeep(KEPT_RUN, TURNED, { ...KEPT_RUN })).toBe(KEPT_RUN);
  });

  test('a second thing that is turned begins a new comparison', () => {
    expect(runToKeep(KEPT_RUN, TURNED, { ...TURNED, signer: 'user' })).toBe(TURNED);
  });
});

describe('where two runs part', () => {
  test('before it both take the same steps to the same ends, and at it they do not', () => {
    fc.assert(
      fc.property(twoRuns, ({ scenario, was, now }) => {
        const pairs = alignSteps(stepsOf(scenario, was), stepsOf(scenario, now));
        const parting = partingOf(pairs, scenario);
        const end = (step: Step | undefined) => {
          const verdict = step && narrate(step, scenario).verdict;
          return step && [step.id, verdict?.word, verdict?.code];
        };
        const before = parting && parting.kind !== 'values' ? parting.index : pairs.length;
        for (const pair of pairs.slice(0, before)) expect(end(pair.now)).toEqual(end(pair.was));
        const here = pairs[before];
        const ends = [end(here?.now), end(here?.was)].map((one) => JSON.stringify(one));
        expect(here === undefined || ends[0] !== ends[1]).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('a run beside itself parts nowhere', () => {
    for (const scenario of SCENARIOS) {
      const steps = stepsOf(scenario, scenario.working);
      expect(partingOf(alignSteps(steps, steps), scenario)).toBeUndefined();
    }
  });

  test('each cause that is named, put back alone, lets them go on together there; else all are named', () => {
    fc.assert(
      fc.property(twoRuns, ({ scenario, was, now }) => {
        const old = stepsOf(scenario, was);
        const pairs = alignSteps(old, stepsOf(scenario, now));
        const parting = partingOf(pairs, scenario);
        const pair = parting && pairs[parting.index];
        if (!pair) return;
        const all = differing(scenario, { was, now });
        const causes = causesOf(scenario, { was, now }, { pair, kind: parting.kind }, materials);
        const isStillThere = (name: string): boolean => {
          const rest = Object.entries(now).filter(([one]) => one !== name);
          const text = was[name];
          const raw = Object.fromEntries(text === undefined ? rest : [...rest, [name, text]]);
          const rows = alignSteps(old, stepsOf(scenario, raw));
          const later = partingOf(rows, scenario);
          return later !== undefined && rows[later.index]?.id === pair.id;
        };
        expect(all).toEqual(expect.arrayContaining([...causes]));
        expect(causes.length > 0 || all.length === 0).toBe(true);
        expect(causes.length === all.length || !causes.some(isStillThere)).toBe(true);
      }),
      { seed: SEED, numRuns: 35 },
    );
  });

  test('of two changes the one that decides is named, and not the one that does nothing', () => {
    const scenario = found('sts', 'confused-deputy');
    const settings = { was: {}, now: { condition: 'none', sends: 'none' } };
    const pairs = alignSteps(stepsOf(scenario, settings.was), stepsOf(scenario, settings.now));
    expect(sayParting(scenario, settings, pairs, materials).why).toBe(
      'Because of “Anna’s role wants”: her id (StringEquals) in the kept run, no external id in the new one.',
    );
  });

  test('it is said in whole sentences, whatever is changed', () => {
    fc.assert(
      fc.property(twoRuns, ({ scenario, was, now }) => {
        const pairs = alignSteps(stepsOf(scenario, was), stepsOf(scenario, now));
        const { where, why } = sayParting(scenario, { was, now }, pairs, materials);
        expect(`${where} ${why}`).not.toMatch(/undefined|NaN|\[object|“”|\.\.|  \S/);
        expect(where).toMatch(/^[A-Z].*\.$/s);
        expect(why).toMatch(/^$|^(?:Because of|They differ in) .*\.$/s);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  test.each<readonly [string, string, RawKnobs, RawKnobs]>([
    ['presigned', 'seven-days', { used: '20260115T124500Z' }, {}],
    ['presigned', 'seven-days', {}, { session: '7200', expires: '43200' }],
    ['presigned', 'seven-days', {}, { expires: '259200' }],
    ['presigned', 'seven-days', {}, {}],
    ['presigned', 'photo-form', {}, { file: 'photo' }],
    ['presigned', 'user-signed', {}, { before: 'off' }],
    ['sts', 'one-hour-chained', {}, { asked: '3600' }],
    ['sts', 'confused-deputy', {}, { condition: 'none', sends: 'none' }],
    ['rolesanywhere', 'stolen-disk', {}, { way: 'saml' }],
  ])('it is said of %s/%s from %j to %j', (lab, id, was, now) => {
    const scenario = found(lab, id);
    const pairs = alignSteps(stepsOf(scenario, was), stepsOf(scenario, now));
    expect(sayParting(scenario, { was, now }, pairs, materials)).toMatchSnapshot();
  });
});
