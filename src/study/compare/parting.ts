import { changedKnobs, initialText, labelOf, standingText } from '#content/knob.ts';
import type { Materials, RawKnobs } from '#content/knob.ts';
import { narrate, ruleName } from '#content/narrate.ts';
import type { Narration, Telling } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Check } from '#engine/judge.ts';
import { promised } from '#engine/never.ts';
import type { Step } from '#engine/trace.ts';

import { valueOf } from '../flip/sayChange.ts';
import { alignSteps } from './alignSteps.ts';
import type { Pair } from './alignSteps.ts';
import { sayEvidence } from './sayEvidence.ts';

/** Where two runs part, and why, in one sentence that is computed from their steps. */

/** Where two runs differ for the first time: in how a step ends, in a step that one lacks, or only in values. */
export interface Parting {
  readonly kind: 'ends' | 'lacks' | 'values';
  /** Of the rows, counted from 0. */
  readonly index: number;
}

type Both = Extract<Pair, { was: Step; now: Step }>;

const isBoth = (pair: Pair): pair is Both => pair.was !== undefined && pair.now !== undefined;

/** How a step ends, in a word and a code. */
function endOf(step: Step, telling: Telling): string {
  const { verdict } = narrate(step, telling);
  return verdict ? `${verdict.word} ${verdict.code ?? ''}` : '';
}

/** All that is said of a step but its verdict. */
function wordsOf(step: Step, telling: Telling): string {
  const { label, caption, because } = narrate(step, telling);
  return [label, caption, because].join('\n');
}

/** Whether both runs have a row, and say the same of it. */
export const isAlike = (pair: Pair, telling: Telling): boolean =>
  isBoth(pair) && wordsOf(pair.was, telling) === wordsOf(pair.now, telling);

/** Where two runs part; undefined for runs that are told in the same words. */
export function partingOf(pairs: readonly Pair[], telling: Telling): Parting | undefined {
  const index = pairs.findIndex(
    (pair) => !isBoth(pair) || endOf(pair.was, telling) !== endOf(pair.now, telling),
  );
  const pair = pairs[index];
  if (pair) return { kind: isBoth(pair) ? 'ends' : 'lacks', index };
  const other = pairs.findIndex((one) => !isAlike(one, telling));
  return other < 0 ? undefined : { kind: 'values', index: other };
}

/** Two settings of one scenario. */
export interface Settings {
  readonly was: RawKnobs;
  readonly now: RawKnobs;
}

const textOf = ({ knobs }: Scenario, raw: RawKnobs, name: string): string | undefined => {
  const knob = knobs[name];
  return knob ? standingText(knob, raw[name]) : raw[name];
};

/** The names of the knobs and policies that two settings differ in. */
export const differing = (scenario: Scenario, { was, now }: Settings): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
    (name) => textOf(scenario, was, name) !== textOf(scenario, now, name),
  );

/** A setting with one text of another; what is back at its start is left out. */
function withTextOf(scenario: Scenario, raw: RawKnobs, other: RawKnobs, name: string): RawKnobs {
  const rest = Object.entries(raw).filter(([one]) => one !== name);
  const text = other[name];
  return changedKnobs(
    scenario.knobs,
    Object.fromEntries(text === undefined ? rest : [...rest, [name, text]]),
  );
}

/**
 * The knobs that make two runs part: each of them, put back alone, lets the step end as in the kept run, and the runs no
 * longer part there. Where none does alone, all that differ.
 */
export function causesOf(
  scenario: Scenario,
  settings: Settings,
  { pair, kind }: { readonly pair: Pair; readonly kind: Parting['kind'] },
  materials: Materials,
): readonly string[] {
  const { was, now } = settings;
  const all = differing(scenario, settings);
  if (all.length < 2) return all;
  const kept = scenario.play(was, materials).trace.steps;
  const { id } = pair.now ?? pair.was;
  const told = kind === 'values' ? wordsOf : endOf;
  const saysOf = (steps: readonly Step[]): string | undefined => {
    const step = steps.find((one) => one.id === id);
    return step && told(step, scenario);
  };
  const alone = all.filter((name) => {
    const mended = scenario.play(withTextOf(scenario, now, was, name), materials).trace.steps;
    if (saysOf(mended) !== saysOf(kept)) return false;
    const pairs = alignSteps(kept, mended);
    const later = partingOf(pairs, scenario);
    return later === undefined || pairs[later.index]?.id !== pair.id;
  });
  return alone.length > 0 ? alone : all;
}

/** What two settings differ in, in words: “Session lasts”: 1 h in the kept run, 15 min in the new one. */
function sayCause(scenario: Scenario, { was, now }: Settings, name: string): string {
  const label = `“${labelOf(scenario.knobs, name)}”`;
  const knob = scenario.knobs[name];
  if (!knob || knob.kind === 'policy') {
    const start = knob && initialText(knob);
    return (was[name] ?? start) === start
      ? `${label}, which was edited`
      : `${label}, which has another text`;
  }
  const [before, after] = [standingText(knob, was[name]), standingText(knob, now[name])];
  return `${label}: ${valueOf(knob, before, after)} in the kept run, ${valueOf(knob, after, before)} in the new one`;
}

/** What was said of two runs: where they part, and what makes them. */
export interface PartingWords {
  readonly where: string;
  readonly why: string;
}

/** The first difference of two runs in words. */
export function sayParting(
  scenario: Scenario,
  settings: Settings,
  pairs: readonly Pair[],
  materials: Materials,
): PartingWords {
  const parting = partingOf(pairs, scenario);
  if (!parting) return sayNoParting(scenario, settings);
  const pair = promised(pairs[parting.index], 'the parting is one of the rows');
  const causes = causesOf(scenario, settings, { pair, kind: parting.kind }, materials);
  return {
    where: `${sayBefore(pairs.slice(0, parting.index), scenario)} ${sayHere(pair, scenario)}`,
    why:
      causes.length === 0
        ? ''
        : `Because of ${causes.map((name) => sayCause(scenario, settings, name)).join('; and of ')}.`,
  };
}

function sayNoParting(scenario: Scenario, settings: Settings): PartingWords {
  const names = differing(scenario, settings).map((name) => sayCause(scenario, settings, name));
  return names.length === 0
    ? {
        where: 'Both runs are the same so far. Change something, and see where they part.',
        why: '',
      }
    : {
        where: 'Both runs are the same from beginning to end.',
        why: `They differ in ${names.join('; and in ')}. That changes nothing here.`,
      };
}

function sayBefore(before: readonly Pair[], telling: Telling): string {
  if (before.length === 0) return 'The runs part at the first step.';
  return before.every((pair) => isAlike(pair, telling))
    ? 'Up to here both runs are the same.'
    : 'Up to here both runs take the same steps, with other values.';
}

function sayHere(pair: Pair, telling: Telling): string {
  if (!isBoth(pair)) {
    const [step, run] = pair.now ? [pair.now, 'new'] : [pair.was, 'kept'];
    return `Here only the ${run} run has a step: ${narrate(step, telling).label}.`;
  }
  const { was, now } = pair;
  const [before, after] = [narrate(was, telling), narrate(now, telling)];
  if (was.row === 'check' && now.row === 'check' && was.check.result !== now.check.result) {
    const end = { pass: 'passes', fail: 'fails' } as const;
    const name = ruleName(now.check.rule, telling);
    const [old, young] = phrasesOf(was.check, now.check, before, after);
    return `Here the check “${name}” ${end[was.check.result]} in the kept run, ${old}; it ${end[now.check.result]} in the new run, ${young}.`;
  }
  const field = (['label', 'because', 'caption'] as const).find(
    (one) => before[one] !== after[one],
  );
  const [old, young] = [before, after].map((one) => one[field ?? 'label'].replace(/\.$/, ''));
  return `Here the kept run says “${old}”, and the new run “${young}”.`;
}

/** What two checks compared; where that says the same of both, what each of them says of itself. */
function phrasesOf(was: Check, now: Check, before: Narration, after: Narration): readonly string[] {
  const phrases = [sayEvidence(was.evidence), sayEvidence(now.evidence)];
  return phrases[0] === phrases[1]
    ? [before, after].map(({ because }) => `for “${because.replace(/\.$/, '')}”`)
    : phrases;
}
