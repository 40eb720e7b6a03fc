import { expect, test } from 'vitest';

import { SCENARIOS } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

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
