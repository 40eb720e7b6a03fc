import type { RawKnobs } from '#content/knob.ts';
import { LAB_IDS } from '#content/scenario.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { formatScope, parseScope } from '#study/predict/scope.ts';
import { PREDICTION_KINDS } from '#study/predict/asked.ts';
import type { Asked } from '#study/predict/asked.ts';

/** Links to predictions: `#/quiz/predict?of=<scope>`, `#/quiz/predict/<lab>/<scenario>/<act>.<kind>?v=1&…` with the knobs. */

/** The parameter that names what predictions are wanted of; no scenario may call a knob so. */
export const SCOPE = 'of';

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

const UNKNOWN = 'The link asks for predictions that do not exist; all stories are asked about.';

/** Reads the segments of a path; undefined when they are no place among predictions. */
export function readPredict(
  [page, view, ...names]: readonly string[],
  parameters: URLSearchParams,
  readKnobs: () => RawKnobs,
  notices: string[],
): QuizPlace | undefined {
  if (page !== 'quiz' || view !== 'predict') return undefined;
  const asked = names.length === 0 ? undefined : readAsked(names, readKnobs);
  if (names.length > 0 && !asked) return undefined;
  const text = parameters.get(SCOPE);
  const scope = text === null ? undefined : parseScope(text);
  if (text !== null && !scope) notices.push(UNKNOWN);
  return { page, view, ...(asked && { asked }), ...(scope && { scope }) };
}

function readAsked(
  [labName, scenario = '', last = '', ...rest]: readonly string[],
  readKnobs: () => RawKnobs,
): Asked | undefined {
  const lab = LAB_IDS.find((one) => one === labName);
  const [act = '', kindName, ...more] = last.split('.');
  const kind = PREDICTION_KINDS.find((one) => one === kindName);
  const isWhole = NAME.test(scenario) && NAME.test(act) && rest.length + more.length === 0;
  return lab && kind && isWhole ? { lab, scenario, act, kind, knobs: readKnobs() } : undefined;
}

/** The path of a place among predictions. */
export const predictPath = ({ asked }: QuizPlace): string =>
  [
    'quiz',
    'predict',
    ...(asked ? [asked.lab, asked.scenario, `${asked.act}.${asked.kind}`] : []),
  ].join('/');

/** Adds what a place asks for to the parameters of its link, but for the knobs. */
export function addPredict(parameters: URLSearchParams, { scope }: QuizPlace): void {
  const text = scope && formatScope(scope);
  if (text !== undefined) parameters.set(SCOPE, text);
}
