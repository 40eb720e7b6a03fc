import type { RawKnobs } from '#content/knob.ts';
import type { Matter } from '#content/misconception.ts';
import { sayCheck } from '#content/narrate.ts';
import type { Claim } from '#content/questions/claim.ts';
import { isTypographic, LONGEST_SENTENCE, sentences, words } from '#content/questions/wording.ts';
import type { Said } from '#content/ruleText.ts';
import type { Scenario } from '#content/scenario.ts';
import type { SourceId } from '#content/sources.ts';
import type { Act } from '#engine/act.ts';
import type { Check } from '#engine/judge.ts';
import type { RuleId } from '#engine/rules.ts';
import type { AnswerStep, StepId, Trace } from '#engine/trace.ts';

import type { Ending } from './survey.ts';

/** What a prediction is about: one act of one run. */
export interface Case {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  /** The run up to the end of the act. */
  readonly trace: Trace;
  readonly act: Act;
  /** The last row of the act, where it is a call. */
  readonly answer: AnswerStep | undefined;
  /** How the act ends in other settings. */
  readonly endings: readonly Ending[];
  /** When everything that the whole run gave out ends. */
  readonly ends: readonly Claim[];
}

/** What is right, the step that shows it, and why. */
export interface Key {
  readonly claim: Claim;
  readonly step: StepId;
  readonly why: string;
  readonly source: SourceId;
}

/** Why something is wrong: the evidence of the run, and the step that shows it where there is one. */
export interface Refutation {
  readonly why: string;
  readonly step?: StepId;
}

/** What it takes to ask one kind of thing. */
export interface Manner {
  readonly stem: (about: Case) => string;
  /** What is known beyond the situation, in a sentence; undefined where nothing of the outcome is. */
  readonly known?: (about: Case) => string | undefined;
  /** What is right; undefined where there is nothing to ask. */
  readonly key: (about: Case) => Key | undefined;
  /** What wrong ideas may speak of. */
  readonly matters: (about: Case) => readonly Matter[];
  /** A claim of a wrong idea as it is said here; undefined where nobody would say it here. */
  readonly fitted: (claim: Claim, about: Case, key: Claim) => Claim | undefined;
  /** What is said in any setting, right or wrong: were it missing, its absence would tell. */
  readonly always?: Claim;
  /** What else might be said, in groups, the likeliest first: what other settings really give. */
  readonly others: (about: Case) => readonly (readonly Claim[])[];
  readonly text: (claim: Claim, about: Case) => string;
  readonly refutation: (claim: Claim, about: Case) => Refutation;
  /** The place of a claim among others; undefined where they have no order. */
  readonly rank: (claim: Claim) => number | undefined;
}

/** A text without its sentences that are too long to be taken in, or quote what only a machine reads. */
export const brief = (text: string): string =>
  sentences(text)
    .filter((sentence) => words(sentence).length <= LONGEST_SENTENCE && isTypographic(sentence))
    .join(' ');

/** A check that was made, or would have been, with its step where it has one. */
export interface Made {
  readonly check: Check;
  readonly step?: StepId;
}

/** The check of a rule in the act that is asked about. */
export function madeBy({ trace, act }: Case, rule: RuleId): Made | undefined {
  for (const step of trace.steps) {
    if (step.act.id !== act.id) continue;
    if (step.row === 'check' && step.check.rule === rule) {
      return { check: step.check, step: step.id };
    }
    const unmade = step.row === 'not-reached' ? step.unmade : [];
    const check = unmade.find((one) => one.rule === rule);
    if (check) return { check };
  }
  return undefined;
}

/** What a check found, in words. */
export const said = ({ scenario }: Case, check: Check): Said => sayCheck(check, scenario);

/** The rule that an act is refused by, with its step. */
export function refusedBy({
  answer,
  act,
}: Case): { readonly check: Check; readonly step: StepId } | undefined {
  if (answer?.outcome.kind !== 'refused') return undefined;
  const { check, rule } = answer.outcome;
  return { check, step: `${act.id}.${rule.slice(rule.indexOf('.') + 1)}` };
}
