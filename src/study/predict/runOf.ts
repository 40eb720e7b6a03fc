import type { Materials, RawKnobs } from '#content/knob.ts';
import type { Run, Scenario } from '#content/scenario.ts';

/** What settings are read with. Certificates are the recorded ones, so that a question stays the same. */
export type Reading = Required<Pick<Materials, 'parsePolicy'>>;

/** How many runs of a story are kept: a survey and the questions after it ask for the same ones again and again. */
const MOST = 300;

const kept = new WeakMap<Scenario, Map<string, Run>>();

/** The run of a setting, played once as long as it is kept. */
export function runOf(scenario: Scenario, raw: RawKnobs, materials: Reading): Run {
  const runs = kept.get(scenario) ?? new Map<string, Run>();
  kept.set(scenario, runs);
  const name = JSON.stringify(Object.entries(raw).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const run = runs.get(name) ?? scenario.play(raw, materials);
  if (runs.size >= MOST) runs.clear();
  runs.set(name, run);
  return run;
}
