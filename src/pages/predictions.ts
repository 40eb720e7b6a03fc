import type { Listed } from '#content/scenarios/catalogue.ts';
import { CATALOGUE } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import type { Attempt } from '#study/attempt.ts';
import type { Asked } from '#study/predict/asked.ts';
import { duePredictions, predicted, storyAt } from '#study/predict/past.ts';
import { predict } from '#study/predict/predict.ts';
import type { Prediction } from '#study/predict/prediction.ts';
import type { Scope } from '#study/predict/scope.ts';
import { predictionOf } from '#study/predict/stream.ts';

/** Finds predictions, loading the story of each when it is asked about. */

const ready = new Map<Listed, ReturnType<typeof load>>();

const load = async (listed: Listed) => {
  const [scenario, { parsePolicy }] = await Promise.all([
    listed.load().then(loadReady),
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

/** How many stories are tried before there is nothing to ask. */
const MOST_STORIES = 5;

/** What comes next in a scope, another one than those answered before; undefined where nothing is due. */
export async function nextAsked(
  scope: Scope,
  attempts: readonly Attempt[],
  now: string,
): Promise<Asked | undefined> {
  if (scope.of === 'due') return duePredictions(attempts, now)[0];
  const known = new Set(attempts.map(({ questionId }) => questionId));
  const turns = predicted(attempts).length;
  for (let turn = turns; turn < turns + MOST_STORIES; turn += 1) {
    const listed = storyAt(scope, turn);
    if (!listed) return undefined;
    const { scenario, materials } = await readyOf(listed);
    const found = predictionOf(scenario, `${turn}`, materials);
    if (found && !known.has(found.id)) return found.asked;
  }
  return undefined;
}
