import type { Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import type { Trace } from '#engine/trace.ts';

import { shuffled } from '../shuffle.ts';
import { askedOf, predict } from './predict.ts';
import { PREDICTION_KINDS } from './asked.ts';
import { predictionId } from './prediction.ts';
import type { Asked } from './asked.ts';
import type { Prediction } from './prediction.ts';
import { settingAt } from './settings.ts';
import { surveyOf } from './survey.ts';
import { runOf } from './runOf.ts';
import type { Reading } from './runOf.ts';

/** Predictions without end: from a seed, another one each time. */

/** How many settings are tried before a story is left alone. */
const MOST_TRIES = 30;

/** The acts of a run that may be asked about: calls and what is signed. */
const actsIn = ({ steps }: Trace): readonly ActId[] => [
  ...new Set(
    steps.flatMap(({ row, act }) =>
      row === 'answer' || act.kind === 'presign' || act.kind === 'sign-form' ? [act.id] : [],
    ),
  ),
];

/** What the story is about is asked about twice as often as the rest. */
const weighted = ({ decides }: Scenario, acts: readonly ActId[]): readonly ActId[] => {
  const own = decides.slice(0, decides.indexOf('.'));
  return [...acts, ...acts.filter((act) => act === own)];
};

/** One prediction about a story, which the seed chooses; undefined where none was found. */
export function predictionOf(
  scenario: Scenario,
  seed: string,
  materials: Reading,
): Prediction | undefined {
  const { limits } = surveyOf(scenario, materials);
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const own = `${seed}.${attempt}`;
    const raw = settingAt(scenario, own, limits);
    const acts = actsIn(runOf(scenario, raw, materials).trace);
    const [act] = shuffled(weighted(scenario, acts), `act ${own}`);
    if (act === undefined) continue;
    for (const kind of shuffled(PREDICTION_KINDS, `kind ${own}`)) {
      const found = predict(scenario, { raw, act, kind }, materials);
      if (found) return found;
    }
  }
  return undefined;
}

/** Every prediction that so many settings of a story give, each once: of all their acts, and of every kind. */
export function predictionsAbout(
  scenario: Scenario,
  settings: number,
  materials: Reading,
): readonly Prediction[] {
  const { limits } = surveyOf(scenario, materials);
  const asked = new Map<string, Asked>();
  for (let setting = 0; setting < settings; setting += 1) {
    const raw = settingAt(scenario, `${setting}`, limits);
    for (const act of actsIn(runOf(scenario, raw, materials).trace)) {
      for (const kind of PREDICTION_KINDS) {
        const one = askedOf(scenario, { raw, act, kind }, materials);
        asked.set(predictionId(one), one);
      }
    }
  }
  return [...asked.values()].flatMap(
    ({ knobs, act, kind }) => predict(scenario, { raw: knobs, act, kind }, materials) ?? [],
  );
}
