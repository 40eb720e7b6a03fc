import { join } from 'node:path';
import { expect, test } from 'vitest';

import { isModelledSetting, premiseOf } from '#content/premises.ts';
import type { RawKnobs } from '#content/knob.ts';
import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import { plainKnobs } from '../predict/prediction.ts';
import { gradeJudgement, ownJudgement } from './gradeJudgement.ts';
import { actsToJudge, hearingOf } from './hearing.ts';
import { drawn, readRequestId, requestId, REQUESTS } from './request.ts';

/** How many requests of one story are written down. */
const MOST = 4;

const play = (scenario: Scenario, knobs: RawKnobs) => scenario.play(knobs, { parsePolicy }).trace;

const hasPolicy = ({ knobs }: Scenario, raw: RawKnobs): boolean =>
  Object.keys(raw).some((name) => knobs[name]?.kind !== undefined && knobs[name].kind === 'policy');

/** The requests of a story that leave nothing open, each way to end once, the act the story is about first. */
function worthJudging(scenario: Scenario): readonly string[] {
  const told = [{}, ...scenario.variations.map(({ knobs }) => knobs)]
    .filter((raw) => !hasPolicy(scenario, raw) && !isModelledSetting(scenario, raw))
    .map((raw) => plainKnobs(scenario.knobs, raw));
  const own = scenario.decides.slice(0, scenario.decides.indexOf('.'));
  const found = new Map<string, { readonly id: string; readonly rank: number }>();
  for (const knobs of told) {
    const trace = play(scenario, knobs);
    for (const act of actsToJudge(trace)) {
      const { checks, answer } = gradeJudgement(trace, act, ownJudgement(trace, act));
      if (answer.worth === 'open' || checks.some(({ worth }) => worth === 'open')) continue;
      const failed = checks.find(({ is }) => is === 'fail')?.heard.rule;
      const key = `${act} ${failed}`;
      const rank = Number(act !== own) + Number(failed === undefined);
      const id = requestId({ lab: scenario.lab, scenario: scenario.id, act, knobs });
      if (!found.has(key)) found.set(key, { id, rank });
    }
  }
  const all = [...found.values()].toSorted((a, b) => a.rank - b.rank);
  return all.slice(0, MOST).map(({ id }) => id);
}

test('what is written down is what is worth judging now', { timeout: 60_000 }, async () => {
  const all = SCENARIOS.flatMap(worthJudging);
  await expect(`${JSON.stringify(all, undefined, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'requests.json'),
  );
});

test('each is a request that can be judged, of a story that says what it is about', () => {
  expect(REQUESTS.length).toBeGreaterThan(200);
  const ends = new Set<string | undefined>();
  for (const { lab, scenario: id, act, knobs } of REQUESTS) {
    const scenario = findScenario(lab, id);
    const hearing = scenario && hearingOf(play(scenario, knobs), act);
    ends.add(hearing?.answer.outcome.kind);
    expect(scenario && premiseOf(scenario)).toBeDefined();
  }
  expect(ends).toEqual(new Set(['granted', 'refused']));
});

test('names are read as they are written', () => {
  expect(REQUESTS.map(requestId).map(readRequestId)).toEqual(REQUESTS);
  expect(readRequestId('predict/sts/a/b.stops?')).toBeUndefined();
});

test('every lab is drawn from, no story twice at once, and all of them come', () => {
  const turns = Array.from({ length: 40 }, (_, turn) => drawn(turn));
  for (const shown of turns) {
    expect(shown).toHaveLength(9);
    expect(new Set(shown.map(({ scenario }) => scenario)).size).toBe(9);
  }
  expect(new Set(turns.flat().map(requestId)).size).toBe(REQUESTS.length);
});
