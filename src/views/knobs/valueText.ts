import { initialText } from '#content/knob.ts';
import type { Knob } from '#content/knob.ts';
import { knobValue } from '#content/knobValue.ts';
import { dayAndTime, shortLength } from '#content/words.ts';

/** A knob's value in a few words. */
export const valueText = (knob: Knob, text: string): string =>
  knobValue(knob, text, {
    length: shortLength,
    moment: dayAndTime,
    policy: (policy) => (policy === initialText(knob) ? 'a policy' : 'edited'),
  });
