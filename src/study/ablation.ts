import { isBreached } from '#content/attack.ts';
import { isRelevant, standingText } from '#content/knob.ts';
import type { Knob, RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Trace } from '#engine/trace.ts';

import { valueOf } from './flip/sayChange.ts';

/** Safeguards of a story, switched off to watch the attack succeed, and on again. */

type Guarded = Pick<Scenario, 'knobs' | 'safeguards' | 'attacker'>;

/** Plays a story with some knobs. */
type Play = (raw: RawKnobs) => Trace;

/** Safeguards turned: what each is and becomes, and the knobs with which they are. */
export interface Switch {
  readonly changes: readonly { readonly what: string; readonly becomes: string }[];
  readonly knobs: RawKnobs;
}

const offsOf = ({ safeguards = [] }: Guarded, knob: string): readonly string[] =>
  safeguards.flatMap((one) => (one.knob === knob ? [one.off] : []));

/** The knobs that guard something. */
const guardsOf = ({ safeguards = [] }: Guarded): readonly string[] => [
  ...new Set(safeguards.map(({ knob }) => knob)),
];

/** Whether a knob matters with these texts. */
const matters = ({ knobs }: Guarded, name: string, raw: RawKnobs): boolean => {
  const knob = knobs[name];
  return knob !== undefined && isRelevant(knobs, knob, raw);
};

const isOff = (scenario: Guarded, name: string, raw: RawKnobs): boolean => {
  const knob = scenario.knobs[name];
  return knob !== undefined && offsOf(scenario, name).includes(standingText(knob, raw[name]));
};

function textsOf(knob: Knob | undefined): readonly string[] {
  if (knob?.kind === 'toggle') return ['on', 'off'];
  return knob?.kind === 'choice' ? Object.keys(knob.options) : [];
}

function turned(scenario: Guarded, { changes, knobs }: Switch, name: string, text: string): Switch {
  const knob = scenario.knobs[name];
  const what = knob?.label ?? name;
  const becomes = knob ? valueOf(knob, text, standingText(knob, knobs[name])) : text;
  return { changes: [...changes, { what, becomes }], knobs: { ...knobs, [name]: text } };
}

/** Every safeguard that stands and whose loss lets the attack through; where each is enough by itself, all of them together. */
export function switchesOff(scenario: Scenario, raw: RawKnobs, play: Play): readonly Switch[] {
  if (scenario.attacker === undefined || isBreached(scenario, play(raw))) return [];
  const start: Switch = { changes: [], knobs: raw };
  const standing = guardsOf(scenario).filter(
    (name) => matters(scenario, name, raw) && !isOff(scenario, name, raw),
  );
  const without = (before: Switch, name: string): readonly Switch[] =>
    offsOf(scenario, name).map((text) => turned(scenario, before, name, text));
  const through = (some: readonly Switch[]): readonly Switch[] =>
    some.filter(({ knobs }) => isBreached(scenario, play(knobs))).slice(0, 1);
  const alone = standing.flatMap((name) => through(without(start, name)));
  if (alone.length > 0) return alone;
  const all = standing.reduce<readonly Switch[]>(
    (some, name) => some.flatMap((before) => without(before, name)),
    [start],
  );
  return through(all);
}

/** The knobs with which every safeguard that is off is on again: those with which the attack is stopped, else the first. */
export function guarded(scenario: Scenario, raw: RawKnobs, play: Play): RawKnobs {
  let settings: readonly RawKnobs[] = [raw];
  for (const name of guardsOf(scenario).filter((one) => isOff(scenario, one, raw))) {
    const knob = scenario.knobs[name];
    const initial = knob ? standingText(knob, undefined) : '';
    const on = textsOf(knob)
      .filter((text) => !offsOf(scenario, name).includes(text))
      .toSorted((a, b) => Number(b === initial) - Number(a === initial));
    settings = settings.flatMap((before) => on.map((text) => ({ ...before, [name]: text })));
  }
  return settings.find((knobs) => !isBreached(scenario, play(knobs))) ?? settings[0] ?? raw;
}
