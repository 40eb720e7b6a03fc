import { changedKnobs, isRelevant } from '#content/knob.ts';
import type { Knobs, RawKnobs } from '#content/knob.ts';
import type { ChoiceQuestion, Shown } from '#content/question.ts';
import type { LabId } from '#content/scenario.ts';

import { PREDICTION_KINDS } from './asked.ts';
import type { Asked } from './asked.ts';

/** Predictions: questions about what a story comes to with other settings, made from its run. */

/** A question that was made, with what it was made from. */
export interface Prediction extends ChoiceQuestion {
  readonly asked: Asked;
  readonly shows: Shown;
}

/** The name of a prediction: attempts are kept by it. */
export function predictionId({ lab, scenario, act, kind, knobs }: Asked): string {
  const settings = Object.entries(knobs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `${PREFIX}${lab}/${scenario}/${act}.${kind}?${settings.join('&')}`;
}

const PREFIX = 'predict/';

/** Whether a question is one that was made. */
export const isPredictionId = (id: string): boolean => id.startsWith(PREFIX);

const FORM = /^predict\/(presigned|sts|rolesanywhere)\/([a-z0-9-]+)\/([a-z0-9-]+)\.(\w+)\?(.*)$/s;

/** What the prediction of a name was made from; undefined where the name is none. */
export function readPredictionId(id: string): Asked | undefined {
  const [, lab, scenario = '', act = '', name, settings = ''] = FORM.exec(id) ?? [];
  const kind = PREDICTION_KINDS.find((one) => one === name);
  const knobs = readSettings(settings);
  // The form is checked right here.
  return kind && knobs && { lab: lab as LabId, scenario, act, kind, knobs };
}

function readSettings(settings: string): RawKnobs | undefined {
  const parts = settings === '' ? [] : settings.split('&').map((part) => part.split('='));
  try {
    return Object.fromEntries(
      parts.map(([name = '', text = '']) => [name, decodeURIComponent(text)]),
    );
  } catch {
    return undefined;
  }
}

/** Settings without what stands at its start, and without what matters to nothing. */
export const plainKnobs = (knobs: Knobs, raw: RawKnobs): RawKnobs =>
  Object.fromEntries(
    Object.entries(changedKnobs(knobs, raw)).filter(([name]) => {
      const knob = knobs[name];
      return knob !== undefined && isRelevant(knobs, knob, raw);
    }),
  );
