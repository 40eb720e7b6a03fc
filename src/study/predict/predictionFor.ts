import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

import { predict } from './predict.ts';
import { PREDICTION_KINDS } from './asked.ts';
import type { Prediction } from './prediction.ts';
import type { Reading } from './runOf.ts';

/**
 * The prediction for the act of a step, before its outcome is shown: of the first kind that can be asked. Undefined
 * where nothing can be asked, such as where something modelled decides.
 */
export const predictionFor = (
  scenario: Scenario,
  raw: RawKnobs,
  step: StepId,
  materials: Reading,
): Prediction | undefined => predictionsFor(scenario, raw, step, materials)[0];

/** All that can be asked about the act of a step: whether it passes, the answer, when it ends, who calls. */
export function predictionsFor(
  scenario: Scenario,
  raw: RawKnobs,
  step: StepId,
  materials: Reading,
): readonly Prediction[] {
  const act = step.slice(0, step.indexOf('.'));
  return PREDICTION_KINDS.flatMap((kind) => predict(scenario, { raw, act, kind }, materials) ?? []);
}
