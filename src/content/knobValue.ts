import { parseAmzDate, seconds } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';

import type { Knob } from './knob.ts';

/** How a value is told, which hangs on where it stands. */
interface Manner {
  readonly length: (length: Seconds) => string;
  /** Told of a moment that can be read; of others the start. */
  readonly moment: (at: Instant) => string;
  readonly policy: (text: string) => string;
}

/** A knob's value in a few words. */
export function knobValue(knob: Knob, text: string, say: Manner): string {
  switch (knob.kind) {
    case 'toggle':
      return text === 'on' ? 'yes' : 'no';
    case 'choice':
      return (Object.hasOwn(knob.options, text) ? knob.options[text] : undefined) ?? text;
    case 'duration':
      return say.length(seconds(Number(text)));
    case 'moment':
      return say.moment(parseAmzDate(text) ?? knob.initial);
    case 'policy':
      return say.policy(text);
  }
}
