import { describe, expect, test } from 'vitest';

import { isModelledSetting } from '#content/premises.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';
import { upTo } from '#content/questions/runFacts.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import { isSettled } from '../predict/doubts.ts';
import { runOf } from '../predict/runOf.ts';
import { settingAt, writtenSettings } from '../predict/settings.ts';
import { surveyOf } from '../predict/survey.ts';
import { gateAt, spotsIn } from './gates.ts';
import type { Played } from './gates.ts';

const materials = { parsePolicy };

/** Every story as it is told, as it succeeds, in its variations, and in some other setting. */
const PLAYED: readonly Played[] = SCENARIOS.flatMap((scenario) => {
  const { limits } = surveyOf(scenario, materials);
  return [...writtenSettings(scenario), settingAt(scenario, 'gates', limits)].map((knobs) => ({
    scenario,
    knobs,
    trace: runOf(scenario, knobs, materials).trace,
  }));
});

/** What is asked of each spot, before its outcome is shown. */
const ASKED = PLAYED.flatMap((played) =>
  spotsIn(played, materials).flatMap((spot) => {
    const gate = gateAt(played, spot, materials);
    const { lab, id } = played.scenario;
    return [{ name: `${lab}/${id} ${spot.act}.${spot.kind}`, played, spot, gate }];
  }),
);

const stops = ASKED.flatMap(({ gate, ...asked }) =>
  gate?.kind === 'stops' ? [{ ...asked, options: gate.prediction.options }] : [],
);

test('who is asked what a service decides may say that it grants the request', () => {
  const lacking = stops.filter(({ options }) => !options.some(({ id }) => id === 'stops-nowhere'));
  expect(lacking.map(({ name, played }) => `${name} ${JSON.stringify(played.knobs)}`)).toEqual([]);
});

test('the number of options does not tell how it ends: it is the same in each setting', () => {
  const counts = new Map<string, Set<number>>();
  for (const { name, options } of stops) {
    counts.set(name, (counts.get(name) ?? new Set()).add(options.length));
  }
  expect([...counts].filter(([, sizes]) => sizes.size > 1)).toEqual([]);
  expect(counts.size).toBeGreaterThan(80);
});

/** Whether a run waits at an act, for each way it is done: what is asked before anything of the outcome is shown. */
function waiting(): ReadonlyMap<string, ReadonlySet<boolean>> {
  const ways = new Map<string, Set<boolean>>();
  for (const { scenario, trace } of PLAYED) {
    const { lab, id } = scenario;
    const asked = ASKED.filter(({ played, gate }) => played.trace === trace && gate !== undefined);
    for (const { row, act } of trace.steps) {
      if (row !== 'call' && row !== 'work') continue;
      const isAsked = asked.some(({ spot }) => spot.act === act.id && spot.kind !== 'error');
      const name = `${lab}/${id} ${act.id} ${act.kind}`;
      ways.set(name, (ways.get(name) ?? new Set()).add(isAsked));
    }
  }
  return ways;
}

test('that a run waits at an act does not tell how it ends: it waits in each setting, or in none', () => {
  const ways = [...waiting()];
  expect(ways.filter(([, both]) => both.size > 1).map(([name]) => name)).toEqual([]);
  expect(ways.filter(([, [isAsked]]) => isAsked === true).length).toBeGreaterThan(90);
});

describe('what AWS does not document', () => {
  test('is asked all the same', () => {
    const told = ['skewed-clock', 'lost-tail', 'session-token-mfa', 'gap-second', 'missing-link'];
    const uncounted = ASKED.filter(({ gate }) => gate?.isCounted === false);
    const ids = uncounted.flatMap(({ played: { scenario, knobs } }) =>
      Object.keys(knobs).length === 0 ? scenario.id : [],
    );
    expect(ids).toEqual(expect.arrayContaining([...told, 'narrow-ca', 'three-actions']));
  });

  test('counts for nothing', () => {
    const counted = ASKED.filter(({ gate }) => gate?.isCounted === true);
    const unsure = counted.filter(
      ({ played: { scenario, knobs, trace }, spot }) =>
        isModelledSetting(scenario, knobs) || !isSettled(upTo(trace, spot.act), spot.kind),
    );
    expect(unsure.map(({ name }) => name)).toEqual([]);
  });

  test('is asked where a window closes within the second, too', () => {
    const knobs = { brought: '20260112T090459Z' };
    const gates = SCENARIOS.filter(({ id }) => id === 'saml-corporate').flatMap((scenario) => {
      const played = { scenario, knobs, trace: runOf(scenario, knobs, materials).trace };
      return spotsIn(played, materials).map((spot) => gateAt(played, spot, materials));
    });
    expect(gates[0]).toMatchObject({ kind: 'stops', isCounted: false });
  });
});
