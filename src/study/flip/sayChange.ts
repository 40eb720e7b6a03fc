import type { Knob, Knobs, RawKnobs } from '#content/knob.ts';
import { labelOf, standingText } from '#content/knob.ts';
import { knobValue } from '#content/knobValue.ts';
import { exactLength, timeBeside } from '#content/words.ts';
import { unreachable } from '#engine/never.ts';
import { parseAmzDate } from '#engine/time.ts';

import type { Change } from './change.ts';

/** A change in words: what is changed, what it becomes, and what it is without it. */
export interface ChangeWords {
  readonly what: string;
  readonly becomes: string;
  readonly insteadOf?: string;
}

/** Says one change to some texts of the knobs. */
export function sayChange(knobs: Knobs, raw: RawKnobs, change: Change): ChangeWords {
  const { knob: name, text, fix, policy = labelOf(knobs, name) } = change;
  const knob = knobs[name];
  // A policy that a knob declares has the knob's name: it may stand in several places.
  if (fix) return { what: knob?.label ?? policy, becomes: sayFix(fix) };
  if (!knob) return { what: name, becomes: text };
  const standing = standingText(knob, raw[name]);
  return {
    what: knob.label,
    becomes: valueOf(knob, text, standing),
    insteadOf: valueOf(knob, standing, text),
  };
}

/** A knob's value to the second, beside another one that it has or had. */
export const valueOf = (knob: Knob, text: string, other: string): string =>
  knobValue(knob, text, {
    length: exactLength,
    moment: (at) => timeBeside(at, momentOf(knob, other) ?? at),
    policy: () => 'edited',
  });

const momentOf = (knob: Knob, text: string) =>
  parseAmzDate(text) ?? (knob.kind === 'moment' ? knob.initial : undefined);

function sayFix(fix: NonNullable<Change['fix']>): string {
  if (fix.kind === 'restore') return 'as it was before it was edited';
  const sid = fix.sid === undefined ? '' : ` (${fix.sid})`;
  const statement = `statement ${fix.index + 1}${sid}`;
  switch (fix.kind) {
    case 'drop':
      return `without ${statement}, its ${fix.effect}`;
    case 'add':
      return `with the ${fix.element.toLowerCase()} ${fix.value} in ${statement}`;
    case 'add-value':
      return `with ${fix.value} among the values of ${fix.key} in ${statement}`;
    default:
      return unreachable(fix);
  }
}
