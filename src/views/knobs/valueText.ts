import { initialText } from '#content/knob.ts';
import type { Knob } from '#content/knob.ts';
import { dayAndTime, shortLength } from '#content/words.ts';
import { parseAmzDate, seconds } from '#engine/time.ts';

/** A knob's value in a few words. */
export function valueText(knob: Knob, text: string): string {
  switch (knob.kind) {
    case 'toggle':
      return text === 'on' ? 'yes' : 'no';
    case 'choice':
      return (Object.hasOwn(knob.options, text) ? knob.options[text] : undefined) ?? text;
    case 'duration':
      return shortLength(seconds(Number(text)));
    case 'moment': {
      const at = parseAmzDate(text);
      return at === undefined ? text : dayAndTime(at);
    }
    case 'policy':
      return text === initialText(knob) ? 'a policy' : 'edited';
  }
}
