import type { RawKnobs } from '#content/knob.ts';
import type { QuizPlace } from '#stores/stage.ts';

/**
 * Links to predictions: `#/quiz/predict?of=<scope>`, `#/quiz/predict/<lab>/<scenario>/<act>.<kind>?v=1&…` with the knobs.
 * Whether what they name exists is asked where predictions are made.
 */

/** The parameter that names what predictions are wanted of; no scenario may call a knob so. */
export const SCOPE = 'of';

const PATH = /^[a-z]+(?:\/[a-z\d-]+){2}\.[a-z]+$/;

/** Reads what follows `quiz/predict`; undefined when that is no place among predictions. */
export function readPredict(
  names: readonly string[],
  parameters: URLSearchParams,
  readKnobs: () => RawKnobs,
): QuizPlace | undefined {
  const path = names.join('/');
  if (path && !PATH.test(path)) return undefined;
  const scope = parameters.get(SCOPE);
  return {
    page: 'quiz',
    view: 'predict',
    ...(path && { prediction: { path, knobs: readKnobs() } }),
    ...(scope !== null && { scope }),
  };
}
