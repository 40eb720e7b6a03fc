import type { Stop } from '#content/lessons/format.ts';
import { narrate } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import { findListed } from '#content/scenarios/catalogue.ts';
import { loadReady } from '#content/subjects/load.ts';
import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { StepId, Trace } from '#engine/trace.ts';
import type { Packing } from '#platform/packing.ts';
import { loadOwn, useOwn } from '#stores/own.ts';
import type { BePlace, LabPlace, MicroscopePlace, QuizPlace } from '#stores/stage.ts';

import { storyOf } from './loaders.ts';
import { parseRoute } from './route.ts';
import { nearestStep } from './nearestStep.ts';

/**
 * Whether the states of a lesson are there: a link may be well written and still name a step that its run does not have.
 * Each is played, which is what loads all of this.
 */

/** What keeps a stop from showing what it names, in sentences; none where nothing does. */
export function lacksOf({ link, ask }: Stop, packing: Packing): Promise<readonly string[]> {
  const { place } = parseRoute(link, packing);
  switch (place.page) {
    case 'lab':
      return lacksOfRun(place, ask !== undefined);
    case 'microscope':
      return lacksOfMicroscope(place);
    case 'be':
      return lacksOfRequest(place);
    case 'quiz':
      return lacksOfQuiz(place);
    default:
      return NOTHING;
  }
}

const NOTHING = Promise.resolve([]);

async function lacksOfRun(
  { lab, scenario: name, knobs, step, was }: LabPlace,
  asks: boolean,
): Promise<readonly string[]> {
  const listed = findListed(lab, name);
  if (!listed) return NOTHING;
  const scenario = await loadReady(await storyOf(listed));
  const { trace, notices } = scenario.play(knobs, { parsePolicy });
  const { cursor, exact } = nearestStep(scenario, trace, step);
  const before = was ? scenario.play(was.knobs, { parsePolicy }).notices : [];
  return [
    ...new Set([...notices, ...before]),
    ...(step === undefined || exact ? [] : [sayLost(step, { scenario, trace, cursor })]),
    ...(asks && cursor >= trace.steps.length
      ? ['It asks the room something, but no step follows that could answer.']
      : []),
  ];
}

interface Found {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly cursor: Cursor;
}

function sayLost(step: StepId, { scenario, trace, cursor }: Found): string {
  const nearest = stepAt(trace, cursor);
  const instead = nearest ? `step ${cursor}, “${narrate(nearest, scenario).label}”` : 'the start';
  return `Its run has no step “${step}”. It would stand at ${instead}.`;
}

async function lacksOfMicroscope({ preset, run }: MicroscopePlace): Promise<readonly string[]> {
  if (run) {
    const { loadRun } = await import('./microscopeRun.ts');
    const found = await loadRun(run);
    return found?.notices ?? [`No signed request is sent at the step “${run.step}” of its run.`];
  }
  const { MICROSCOPE_PRESETS } = await import('#content/microscope/presets.ts');
  const isThere = preset === undefined || MICROSCOPE_PRESETS.some(({ id }) => id === preset);
  return isThere ? [] : [`The microscope has no request “${preset}”.`];
}

async function lacksOfRequest({ run }: BePlace): Promise<readonly string[]> {
  if (!run) return [];
  const { loadRequest } = await import('./beRun.ts');
  const found = await loadRequest(run);
  return found?.notices ?? ['Its run has no such request to judge.'];
}

async function lacksOfQuiz({ question, prediction }: QuizPlace): Promise<readonly string[]> {
  if (prediction) {
    const [{ remade }, { readAsked }] = await Promise.all([
      import('./predictions.ts'),
      import('#study/predict/prediction.ts'),
    ]);
    const asked = readAsked(prediction.path, prediction.knobs);
    return asked && (await remade(asked)) ? [] : ['Its run has nothing of this kind to predict.'];
  }
  if (question === undefined) return [];
  const [{ loadBank }, { askedId }] = await Promise.all([
    import('./quizBank.ts'),
    import('#content/own/asked.ts'),
    loadOwn(),
  ]);
  const bank = await loadBank();
  const isOwn = useOwn.getState().questions.some(({ id }) => askedId(id) === question);
  return isOwn || bank.some(({ id }) => id === question)
    ? []
    : [`This browser has no question “${question}”.`];
}
