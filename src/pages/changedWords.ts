import { changedKnobs, labelOf, standingText } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { valueText } from '#views/knobs/valueText.ts';

/** What is not at its start, with what it is: “Link is used at”: 12:30. */
export const changedWords = ({ knobs }: Scenario, raw: RawKnobs): readonly string[] =>
  Object.entries(changedKnobs(knobs, raw)).map(([name, text]) => {
    const knob = knobs[name];
    return `“${labelOf(knobs, name)}”: ${knob ? valueText(knob, standingText(knob, text)) : 'edited'}`;
  });
