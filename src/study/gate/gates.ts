import { isEdit } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Act, ActId } from '#engine/act.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { RuleId } from '#engine/rules.ts';
import type { AnswerStep, Trace } from '#engine/trace.ts';

import type { PredictionKind } from '../predict/asked.ts';
import { predict, supposed } from '../predict/predict.ts';
import type { Prediction } from '../predict/prediction.ts';
import type { Reading } from '../predict/runOf.ts';
import { surveyOf } from '../predict/survey.ts';
import type { Survey } from '../predict/survey.ts';

/** Where a run waits for a prediction. */

/** A run with the setting it was played in. */
export interface Played {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  readonly trace: Trace;
}

/** An act whose outcome somebody may be asked for before it is shown. */
export interface Spot {
  readonly act: ActId;
  /** How many steps are shown before that: of a call the request, or all but the answer; of work done alone nothing. */
  readonly cursor: Cursor;
  readonly kind: PredictionKind;
  /** The check that is known to fail, where its error is asked for. */
  readonly rule?: RuleId;
}

export interface Gate extends Spot {
  readonly prediction: Prediction;
  /** Whether AWS says, or somebody saw, what is right; else what was said counts for nothing. */
  readonly isCounted: boolean;
}

type Endings = Survey['endings'];

const isAboutLives = ({ about }: Scenario): boolean => /^s3\.(?:token|url)-alive$/.test(about);

/** Whether a tool works alone: it grants nothing and refuses nothing, but signs or throws. */
const isTool = ({ kind }: Act): boolean => kind.startsWith('tool:');

/**
 * The check behind an answer, where its error is worth a second question: where the act can end in one error alone
 * nothing is left to predict, and where the same check has failed in this run before, its error has been read. Whoever
 * once named a check’s error rightly is not asked for it again either: `reveal` sees to that.
 */
function newsIn(
  { act, outcome }: AnswerStep,
  { steps }: Trace,
  endings: Endings,
): RuleId | undefined {
  if (outcome.kind === 'granted') return undefined;
  const codes = new Set((endings.get(act.id) ?? []).flatMap(({ code }) => code ?? []));
  const [first] = steps.flatMap((step) =>
    step.row === 'answer' && step.outcome.kind === 'refused' && step.outcome.rule === outcome.rule
      ? step.act.id
      : [],
  );
  return codes.size > 1 && first === act.id ? outcome.rule : undefined;
}

/**
 * The acts of a run that decide something, in their order: the one its story is about, each call that ends differently
 * in other settings and does not only lead up to it and, where the story is about lives, each link that is signed. What
 * becomes of them here plays no part, nor where the run ends: that an act is asked about must not tell how it ends. Once it is known that a call is
 * refused, its error is asked for.
 */
export function spotsIn({ scenario, trace }: Played, materials: Reading): readonly Spot[] {
  const { steps } = trace;
  const { endings, early } = surveyOf(scenario, materials);
  const own = scenario.decides.slice(0, scenario.decides.indexOf('.'));
  return steps.flatMap((step, index): readonly Spot[] => {
    const { row, act } = step;
    if (row === 'work' && act.kind === 'presign' && isAboutLives(scenario)) {
      return [{ act: act.id, cursor: index, kind: 'ends' }];
    }
    const leadsUp = early.has(act.id) || (endings.get(act.id) ?? []).length < 2;
    if (isTool(act) || (leadsUp && act.id !== own)) return [];
    if (row === 'call') return [{ act: act.id, cursor: index + 1, kind: 'stops' }];
    const rule = row === 'answer' ? newsIn(step, trace, endings) : undefined;
    return rule ? [{ act: act.id, cursor: index, kind: 'error', rule }] : [];
  });
}

/**
 * What is asked at a spot. Where something modelled decides, it is asked all the same, and does not count: a run that
 * does not wait would tell that it does not end as others do. Only an error is left out there, for its check is known.
 */
export function gateAt(
  { scenario, knobs }: Omit<Played, 'trace'>,
  spot: Spot,
  materials: Reading,
): Gate | undefined {
  // Predictions are made from knobs: they know nothing of a policy that was written over.
  if (Object.keys(knobs).some(isEdit)) return undefined;
  const { act, kind } = spot;
  const wanted = { raw: knobs, act, kind };
  const counted = predict(scenario, wanted, materials);
  if (counted) return { ...spot, prediction: counted, isCounted: true };
  const prediction = kind === 'error' ? undefined : supposed(scenario, wanted, materials);
  return prediction && { ...spot, prediction, isCounted: false };
}
