import { initialText, isRelevant, standingText } from '#content/knob.ts';
import type { Knob, RawKnobs } from '#content/knob.ts';
import type { RunPolicy } from '#content/policyEdits.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import { after, amzDate, parseAmzDate, seconds } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';

import type { Change, Nearness } from './change.ts';
import { NEARNESS } from './change.ts';
import type { Goal } from './goal.ts';
import { joined, limitsOf } from './limits.ts';
import type { Limits } from './limits.ts';
import { policyFixes } from './policyFixes.ts';
import type { FixedPolicy } from './policyFixes.ts';

type Turned = Pick<Scenario, 'knobs' | 'safeguards'>;

/** Every change worth a try at a run, the nearest first. */
export function candidatesOf(
  scenario: Turned,
  raw: RawKnobs,
  { trace, policies }: Run,
  goal: Goal,
): readonly Change[] {
  // Nothing stopped an attack that went through: no check of it is nearer than the others.
  const near = joined(
    goal.kind === 'stop' ? [] : goal.checks.map(({ evidence }) => limitsOf(evidence)),
  );
  const far = joined(
    trace.steps.map((step) => limitsOf(step.row === 'check' ? step.check.evidence : NOTHING)),
  );
  const turned = Object.entries(scenario.knobs)
    .filter(([, knob]) => isRelevant(scenario.knobs, knob, raw))
    .flatMap(([name, knob]) =>
      textsOf(knob, standingText(knob, raw[name]), near, far).map(([text, nearness]) => ({
        knob: name,
        text,
        start: initialText(knob),
        nearness: guarding(scenario, goal, name, text) ?? nearness,
      })),
    );
  const fixed = goal.checks.flatMap(({ evidence }) =>
    evidence.kind === 'policy' ? policyFixes(evidence, goal, policies) : [],
  );
  return unlike([...turned, ...fixed.flatMap(edit), ...policies.flatMap(restored)]).toSorted(
    (a, b) => NEARNESS.indexOf(a.nearness) - NEARNESS.indexOf(b.nearness),
  );
}

/** A policy's text as a change; none where a link cannot hold the policy's id. */
const edit = ({
  policy: { knob, original, name },
  fix,
  text,
}: Pick<FixedPolicy, 'policy' | 'text'> & Pick<Required<Change>, 'fix'>): readonly Change[] =>
  knob === undefined
    ? []
    : [{ knob, text, start: original, nearness: 'policy', fix, policy: name }];

const restored = (policy: RunPolicy): readonly Change[] =>
  policy.text === policy.original
    ? []
    : edit({ policy, text: policy.original, fix: { kind: 'restore' } });

const NOTHING = { kind: 'absence', found: [], paths: [] } as const;

/** Each change once, at its nearest. */
function unlike(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter(({ knob, text }) => {
    const isNew = !seen.has(`${knob} ${text}`);
    seen.add(`${knob} ${text}`);
    return isNew;
  });
}

/** Whether a text switches a safeguard off or, where an attack went through, on. */
function guarding(
  { safeguards = [] }: Turned,
  goal: Goal,
  name: string,
  text: string,
): Nearness | undefined {
  const own = safeguards.filter(({ knob }) => knob === name);
  if (own.some(({ off }) => off === text)) return 'unguarded';
  return own.length > 0 && goal.kind === 'stop' ? 'guarded' : undefined;
}

type Text = readonly [text: string, nearness: Nearness];

/** The other texts that a knob can be set to and that may matter. */
function textsOf(knob: Knob, standing: string, near: Limits, far: Limits): readonly Text[] {
  const initial = initialText(knob);
  const other = (texts: readonly string[], nearness: Nearness): readonly Text[] =>
    texts
      .filter((text) => text !== standing)
      .map((text) => [text, text === initial && !isLimit(nearness) ? 'undone' : nearness]);
  switch (knob.kind) {
    case 'toggle':
      return other(['on', 'off'], 'setting');
    case 'choice':
      return other(Object.keys(knob.options), 'setting');
    case 'duration': {
      const value = seconds(Number(standing));
      const within = (lengths: readonly Seconds[]): readonly string[] =>
        lengths
          .filter((length) => length >= knob.min && length <= knob.max)
          .toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))
          .map(String);
      return [
        ...other(within(lengthsNear(value, near)), 'length'),
        ...other(within([...knob.stops, ...lengthsNear(value, far)]), 'far'),
      ];
    }
    case 'moment': {
      const value = parseAmzDate(standing) ?? knob.initial;
      const within = (moments: readonly Instant[]): readonly string[] =>
        moments
          .filter((moment) => moment >= knob.min && moment <= knob.max)
          .toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))
          .map(amzDate);
      return [
        ...other(within(momentsNear(value, near)), 'moment'),
        ...other(within(momentsNear(value, far)), 'far'),
      ];
    }
    case 'policy':
      // Policies that were edited are found in the run, whichever way they were.
      return [];
  }
}

const isLimit = (nearness: Nearness): boolean => nearness === 'moment' || nearness === 'length';

const EITHER_SIDE = [seconds(-1), seconds(1)];

/** A second either side of every end, and of what lies as far from here as the end lay from what was compared. */
const momentsNear = (value: Instant, { moments, distances }: Limits): readonly Instant[] =>
  [
    ...moments,
    ...distances.flatMap((length) => [after(value, length), after(value, seconds(-length))]),
  ].flatMap((end) => EITHER_SIDE.map((second) => after(end, second)));

/** Every bound, a second either side of it, and a length as much longer or shorter as an end lay away. */
const lengthsNear = (value: Seconds, { lengths, distances }: Limits): readonly Seconds[] => [
  ...lengths.flatMap((length) => [-1, 0, 1].map((second) => seconds(length + second))),
  ...distances.flatMap((length) =>
    [value + length, value - length].flatMap((end) => [seconds(end - 1), seconds(end + 1)]),
  ),
];
