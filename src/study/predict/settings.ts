import { initialText, isRelevant, standingText } from '#content/knob.ts';
import type { Knob, RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { after, amzDate, minutes, seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { joined, limitsOf } from '../flip/limits.ts';
import type { Limits } from '../flip/limits.ts';
import { numbersFrom } from '../shuffle.ts';
import { plainKnobs } from './prediction.ts';

/** Settings of a story's knobs: those somebody wrote down, and others between them. */

type Story = Pick<Scenario, 'id' | 'lab' | 'knobs' | 'working' | 'variations'>;

/** The settings that come with a story: as it is told, as it succeeds, and its variations. */
export const writtenSettings = ({ working, variations }: Story): readonly RawKnobs[] => [
  {},
  working,
  ...variations.map(({ knobs }) => knobs),
];

/** The limits that a run compared something with. */
export const limitsIn = ({ steps }: Trace): Limits =>
  joined(steps.flatMap((step) => (step.row === 'check' ? [limitsOf(step.check.evidence)] : [])));

const unlike = <T>(things: readonly T[]): readonly T[] => [...new Set(things)];

/** How far from a limit a moment is tried: the very second of an end is modelled. */
const ASIDE = [minutes(-5), minutes(-1), minutes(1), minutes(5)];

/** The texts of a knob worth a try: all there are, or its ends, its stops, and what lies about the limits. */
export function textsOf(
  { knobs, variations }: Pick<Story, 'knobs' | 'variations'>,
  name: string,
  limits: Limits,
): readonly string[] {
  const knob = knobs[name];
  if (!knob) return [];
  switch (knob.kind) {
    case 'toggle':
      return ['on', 'off'];
    case 'choice':
      return Object.keys(knob.options);
    case 'duration':
      return unlike([knob.min, ...knob.stops, ...limits.lengths, knob.max])
        .filter((length) => length >= knob.min && length <= knob.max && length % 60 === 0)
        .map(String);
    case 'moment':
      return unlike(
        [knob.min, ...limits.moments.flatMap((end) => ASIDE.map((by) => after(end, by))), knob.max]
          .concat([0.25, 0.5, 0.75].map((part) => between(knob, part)))
          .filter((moment) => moment >= knob.min && moment <= knob.max),
      ).map(amzDate);
    case 'policy':
      return unlike([initialText(knob), ...variations.flatMap((one) => one.knobs[name] ?? [])]);
  }
}

/** A moment so far between the ends of its knob, on the minute. */
function between({ min, max }: Extract<Knob, { kind: 'moment' }>, part: number) {
  const span = (max - min) / 1000;
  return after(min, seconds(Math.round((span * part) / 60) * 60));
}

/** How many texts of a length or a moment are enough to see whether it matters. */
const ENOUGH = 3;

/** Some of many things, the first and the last among them. */
const spread = <T>(things: readonly T[]): readonly T[] =>
  things.length <= ENOUGH
    ? things
    : Array.from({ length: ENOUGH }, (_, index) =>
        things.slice(Math.round((index * (things.length - 1)) / (ENOUGH - 1))),
      ).flatMap(([first]) => first ?? []);

/** A policy with every Allow a Deny and every Deny an Allow: whatever reads it finds a difference. */
const reversed = (knob: Knob): readonly string[] =>
  knob.kind === 'policy'
    ? [
        initialText(knob).replaceAll(
          /"Effect": "(Allow|Deny)"/g,
          (_, effect) => `"Effect": "${effect === 'Allow' ? 'Deny' : 'Allow'}"`,
        ),
      ]
    : [];

/** A setting, the one it is a knob away from, and that knob. */
interface Neighbour {
  readonly raw: RawKnobs;
  readonly from: RawKnobs;
  readonly name: string;
}

/** Settings one knob away from another, each once. */
export const neighbours = (story: Story, raw: RawKnobs, limits: Limits): readonly Neighbour[] =>
  Object.entries(story.knobs).flatMap(([name, knob]) => {
    // A knob that another one must wake is turned where it is awake.
    const isAwake = isRelevant(story.knobs, knob, raw);
    const awake = isAwake
      ? raw
      : { ...raw, ...(knob.when && { [knob.when.knob]: knob.when.is[0] ?? '' }) };
    const texts = [...textsOf(story, name, limits), ...reversed(knob)].filter(
      (text) => text !== standingText(knob, raw[name]),
    );
    const some = knob.kind === 'duration' || knob.kind === 'moment' ? spread(texts) : texts;
    return some.map((text) => ({ raw: { ...awake, [name]: text }, from: awake, name }));
  });

/** The setting that a number stands for: a written one with none to three knobs turned. */
export function settingAt(story: Story, seed: string, limits: Limits): RawKnobs {
  const next = numbersFrom(`${story.lab}/${story.id} ${seed}`);
  const pick = <T>(things: readonly T[]): T | undefined =>
    things[Math.floor(next() * things.length)];
  const names = Object.keys(story.knobs);
  const turns = Math.floor(next() * 4);
  let raw = pick(writtenSettings(story)) ?? {};
  for (let turn = 0; turn < turns; turn += 1) {
    const name = pick(names);
    const text = name === undefined ? undefined : pick(textsOf(story, name, limits));
    if (name !== undefined && text !== undefined) raw = { ...raw, [name]: text };
  }
  return plainKnobs(story.knobs, raw);
}
