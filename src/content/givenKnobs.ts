import { isRelevant, standingText } from './knob.ts';
import type { Knobs, RawKnobs } from './knob.ts';
import { knobValue } from './knobValue.ts';
import type { Given } from './question.ts';
import { dayAndTime, exactLength } from './words.ts';

/** How a story is set, in words. */

const AT_LENGTH = { length: exactLength, moment: dayAndTime, policy: (text: string) => text };

/** The knobs that matter as the others stand, each with where it stands; `isTold` picks among them by name. */
export const givenKnobs = (
  knobs: Knobs,
  raw: RawKnobs,
  isTold: (name: string) => boolean,
): readonly Given[] =>
  Object.entries(knobs).flatMap(([name, knob]): readonly Given[] => {
    if (!isTold(name) || !isRelevant(knobs, knob, raw)) return [];
    const value = knobValue(knob, standingText(knob, raw[name]), AT_LENGTH);
    return [{ name: knob.label, value, ...(knob.kind === 'policy' && { isPolicy: true }) }];
  });
