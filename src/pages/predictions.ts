import type { Listed } from '#content/scenarios/catalogue.ts';
import { CATALOGUE } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import type { Attempt } from '#study/attempt.ts';
import type { Asked } from '#study/predict/asked.ts';
import { duePredictions, predicted, storyAt } from '#study/predict/past.ts';
import { predict } from '#study/predict/predict.ts';
import { predictionId } from '#study/predict/prediction.ts';
import type { Prediction } from '#study/predict/prediction.ts';
import type { Scope } from '#study/predict/scope.ts';
import { predictionOf } from '#study/predict/stream.ts';

import { storyOf } from './loaders.ts';

/** Finds predictions, loading the story of each when it is asked about. */

const ready = new Map<Listed, ReturnType<typeof load>>();

const load = async (listed: Listed) => {
  const [scenario, { parsePolicy }] = await Promise.all([
    storyOf(listed).then(loadReady),
    import('#engine/policy/parse.ts'),
  ]);
  return { scenario, materials: { parsePolicy } };
};

function readyOf(listed: Listed): ReturnType<typeof load> {
  const asked = ready.get(listed) ?? load(listed);
  ready.set(listed, asked);
  return asked;
}

/** The prediction that is made from a link; undefined where none can be made of it. */
export async function remade(asked: Asked): Promise<Prediction | undefined> {
  const listed = CATALOGUE.find(({ lab, id }) => lab === asked.lab && id === asked.scenario);
  if (!listed) return undefined;
  const { scenario, materials } = await readyOf(listed);
  const { knobs: raw, act, kind } = asked;
  return predict(scenario, { raw, act, kind }, materials);
}

/** How many turns are looked at for something new, before something answered comes again. */
const MOST_TURNS = 12;

/** What comes next in a scope: as a rule something new. Undefined where nothing is due, or nothing can be asked. */
export async function nextAsked(
  scope: Scope,
  attempts: readonly Attempt[],
  now: string,
): Promise<Asked | undefined> {
  if (scope.of === 'due') return firstDue(attempts, now);
  const known = new Map(attempts.map(({ questionId, at }) => [questionId, at]));
  const turns = predicted(attempts).length;
  let again: { readonly asked: Asked; readonly at: string } | undefined;
  for (let turn = turns; turn < turns + MOST_TURNS; turn += 1) {
    const listed = storyAt(scope, turn);
    if (!listed) return undefined;
    const { scenario, materials } = await readyOf(listed);
    const found = predictionOf(scenario, `${turn}`, materials);
    if (!found) continue;
    const at = known.get(found.id);
    if (at === undefined) return found.asked;
    // A story has only so many: what was answered longest ago comes again.
    if (!again || at < again.at) again = { asked: found.asked, at };
  }
  return again?.asked;
}

/** What is longest overdue; what stories no longer ask is passed over. */
async function firstDue(attempts: readonly Attempt[], now: string): Promise<Asked | undefined> {
  for (const asked of duePredictions(attempts, now)) {
    const made = await remade(asked);
    if (made?.id === predictionId(asked)) return asked;
  }
  return undefined;
}
