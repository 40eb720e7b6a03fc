import { parseAmzDate, seconds } from '#engine/time.ts';

import { isRelevant, standingText } from './knob.ts';
import type { Knob, Knobs, RawKnobs } from './knob.ts';
import type { Given } from './question.ts';
import { dayAndTime, exactLength } from './words.ts';

/** How a story is set, in words. */

function valueOf(knob: Knob, text: string): string {
  switch (knob.kind) {
    case 'toggle':
      return text === 'on' ? 'yes' : 'no';
    case 'choice':
      return (Object.hasOwn(knob.options, text) ? knob.options[text] : undefined) ?? text;
    case 'duration':
      return exactLength(seconds(Number(text)));
    case 'moment':
      return dayAndTime(parseAmzDate(text) ?? knob.initial);
    case 'policy':
      return text;
  }
}

/** The knobs that matter as the others stand, each with where it stands; `isTold` picks among them by name. */
export const givenKnobs = (
  knobs: Knobs,
  raw: RawKnobs,
  isTold: (name: string) => boolean,
): readonly Given[] =>
  Object.entries(knobs).flatMap(([name, knob]): readonly Given[] => {
    if (!isTold(name) || !isRelevant(knobs, knob, raw)) return [];
    const value = valueOf(knob, standingText(knob, raw[name]));
    return [{ name: knob.label, value, ...(knob.kind === 'policy' && { isPolicy: true }) }];
  });
