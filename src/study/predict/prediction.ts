import { changedKnobs, isRelevant } from '#content/knob.ts';
import type { Knobs, RawKnobs } from '#content/knob.ts';
import type { ChoiceQuestion, Shown, Skill } from '#content/question.ts';
import { LAB_IDS } from '#content/scenario.ts';

import { NAMED_KINDS } from './asked.ts';
import type { Asked } from './asked.ts';

/** Predictions: questions about what a story comes to with other settings, made from its run. */

/** A question that was made, with what it was made from. */
export interface Prediction extends ChoiceQuestion {
  readonly asked: Asked;
  readonly skill: Skill;
  readonly shows: Shown;
}

/** Which prediction of which story it is, without its setting: `sts/session-tags/assume-second.stops`. */
export const predictionPath = ({ lab, scenario, act, kind }: Asked): string =>
  `${lab}/${scenario}/${act}.${kind}`;

/** The name of a prediction: attempts are kept by it. */
export function predictionId(asked: Asked): string {
  const settings = Object.entries(asked.knobs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `${PREFIX}${predictionPath(asked)}?${settings.join('&')}`;
}

const PREFIX = 'predict/';

/** Whether a question is one that was made. */
export const isPredictionId = (id: string): boolean => id.startsWith(PREFIX);

const PATH = /^([a-z]+)\/([a-z0-9-]+)\/([a-z0-9-]+)\.([a-z]+)$/;

/** What the prediction of a path and a setting is made from; undefined where the path names none. */
export function readAsked(path: string, knobs: RawKnobs): Asked | undefined {
  const [, labName, scenario = '', act = '', kindName] = PATH.exec(path) ?? [];
  const lab = LAB_IDS.find((one) => one === labName);
  const kind = NAMED_KINDS.find((one) => one === kindName);
  return lab && kind && { lab, scenario, act, kind, knobs };
}

/** What the prediction of a name was made from; undefined where the name is none. */
export function readPredictionId(id: string): Asked | undefined {
  const end = id.indexOf('?');
  if (!isPredictionId(id) || end < 0) return undefined;
  const knobs = readSettings(id.slice(end + 1));
  return knobs && readAsked(id.slice(PREFIX.length, end), knobs);
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
