import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { BASES } from '#engine/basis.ts';
import type { AwsError } from '#engine/errors.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';
import { amzDate } from '#engine/time.ts';
import type { StepId } from '#engine/trace.ts';

import type { Shown } from '../facts/correction.ts';
import { initialText } from '../knob.ts';
import type { Knob, RawKnobs } from '../knob.ts';
import type { Scenario } from '../scenario.ts';
import { SCENARIOS, findScenario } from '../scenarios/all.ts';
import { RULE_WORDS } from '../subjects/all.ts';
import { stepsOf } from './ruleSteps.ts';
import type { RecordedSteps } from './ruleSteps.ts';

const RULE_IDS = Object.keys(RULES) as RuleId[];
const RESULTS = ['pass', 'fail'] as const;
type Result = (typeof RESULTS)[number];

/** The texts at the ends of a knob. */
function ends(knob: Knob): readonly string[] {
  switch (knob.kind) {
    case 'toggle':
      return ['on', 'off'];
    case 'choice':
      return Object.keys(knob.options);
    case 'duration':
      return [`${knob.min}`, `${knob.max}`];
    case 'moment':
      return [amzDate(knob.min), amzDate(knob.max)];
    case 'policy':
      return [];
  }
}

const play = (scenario: Scenario, knobs: RawKnobs) => scenario.play(knobs, { parsePolicy }).trace;

/** The story, and what is told beside it. */
const toldBy = (scenario: Scenario): readonly RawKnobs[] => [
  {},
  scenario.working,
  ...scenario.variations.map(({ knobs }) => knobs),
];

/** Each knob turned alone, from each of the told settings. */
const turnedFrom = (scenario: Scenario): readonly RawKnobs[] =>
  toldBy(scenario).flatMap((base) =>
    Object.entries(scenario.knobs).flatMap(([name, knob]) =>
      ends(knob)
        .filter((text) => text !== initialText(knob))
        .map((text) => ({ ...base, [name]: text })),
    ),
  );

/** A step and the knobs it takes, as they are written down. */
const textOf = (step: StepId, knobs: RawKnobs): string =>
  `${step}?${Object.entries(knobs)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

interface Found {
  readonly scenario: Scenario;
  readonly text: string;
  readonly error: AwsError | undefined;
  /** The fewer are turned, the easier it is followed. */
  readonly turned: number;
}

/** What some settings of a scenario show: by rule and result, the step that takes the fewest turns. */
function survey(scenario: Scenario, settings: readonly RawKnobs[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const knobs of settings) {
    for (const step of play(scenario, knobs).steps) {
      if (step.row !== 'check') continue;
      const key = `${step.check.rule} ${step.check.result}`;
      const turned = Object.keys(knobs).length;
      if ((found.get(key)?.turned ?? Infinity) <= turned) continue;
      found.set(key, {
        scenario,
        text: textOf(step.id, knobs),
        error: step.check.error,
        turned,
      });
    }
  }
  return found;
}

/** What a step that is written down shows, if it is still what it is written down for. */
function checkAt(rule: RuleId, result: Result, { lab, scenario, step, knobs }: Shown) {
  const played = findScenario(lab, scenario);
  const at = played && play(played, knobs).steps.find(({ id }) => id === step);
  const check = at?.row === 'check' ? at.check : undefined;
  return check?.rule === rule && check.result === result ? check : undefined;
}

/** Where a rule is seen only beside what is told: as it was written down, or looked for again, which takes long. */
function rare(rule: RuleId, result: Result): readonly Found[] {
  const [kept] = stepsOf(rule, result);
  const told = kept && findScenario(kept.lab, kept.scenario);
  const check = kept && checkAt(rule, result, kept);
  if (told && check) {
    const text = textOf(kept.step, kept.knobs);
    const turned = Object.keys(kept.knobs).length;
    return [{ scenario: told, text, error: check.error, turned }];
  }
  for (const scenario of SCENARIOS) {
    const found = survey(scenario, turnedFrom(scenario)).get(`${rule} ${result}`);
    if (found) return [found];
  }
  return [];
}

/** Every scenario that shows a rule pass or fail, those that are about it first. */
function writtenDown(): RecordedSteps {
  const surveys = SCENARIOS.map((scenario) => survey(scenario, toldBy(scenario)));
  const seen = (rule: RuleId, result: Result) => {
    const told = surveys.flatMap((found) => found.get(`${rule} ${result}`) ?? []);
    const all = (told.length > 0 ? told : rare(rule, result)).toSorted(
      (a, b) =>
        Number(b.scenario.about === rule) - Number(a.scenario.about === rule) ||
        a.turned - b.turned,
    );
    return {
      at: Object.fromEntries(all.map(({ scenario: { lab, id }, text }) => [`${lab}/${id}`, text])),
      wording: BASES.filter((basis) => all.some(({ error }) => error?.wording === basis)).join(' '),
      codes: [...new Set(all.flatMap(({ error }) => error?.code ?? []))].toSorted().join(' '),
    };
  };
  return Object.fromEntries(
    RULE_IDS.map((rule) => [
      rule,
      { name: RULE_WORDS[rule].name, pass: seen(rule, 'pass'), fail: seen(rule, 'fail') },
    ]),
  );
}

test('what is written down is what the scenarios show now', { timeout: 120_000 }, async () => {
  await expect(`${JSON.stringify(writtenDown(), undefined, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'recorded.json'),
  );
});

describe.each(RESULTS)('a rule that is seen to %s', (result) => {
  test('each has a step, and each step shows just that', () => {
    for (const rule of RULE_IDS) {
      // All of them were just found by playing: the first are played from what is written down.
      const steps = stepsOf(rule, result).slice(0, 3);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter((step) => !checkAt(rule, result, step))).toEqual([]);
    }
  });
});
