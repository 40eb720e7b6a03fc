import { BASES } from '#engine/basis.ts';
import type { Basis } from '#engine/basis.ts';
import type { RuleId } from '#engine/rules.ts';
import type { StepId } from '#engine/trace.ts';

import type { Shown } from '../facts/correction.ts';
import type { LabId } from '../scenario.ts';
import recorded from './recorded.json' with { type: 'json' };

/**
 * What each rule is called, and where it is seen to pass and to fail: found by a test that plays every scenario, so that
 * a page which lists the rules has to load and play none.
 */

interface SeenAt {
  /** By lab and scenario: the step, and the knobs it takes. */
  readonly at: Readonly<Record<string, string>>;
  readonly wording: string;
  readonly codes: string;
}

/** What the test writes down. */
export type RecordedSteps = Readonly<
  Record<string, { readonly name: string; readonly pass: SeenAt; readonly fail: SeenAt }>
>;

const RECORDED: RecordedSteps = recorded;

/** Knobs as they are written down: `signer=user&used=20260115T124500Z`. */
const readKnobs = (text: string) =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=').map(decodeURIComponent);
        return [name, value];
      }),
  );

/** The step of a scenario, as it is written down. */
function readStep([place, text]: readonly [string, string]): Shown {
  const [lab = '', scenario = ''] = place.split('/');
  const [step = '', knobs = ''] = text.split('?');
  return {
    // The test wrote them from a scenario and its trace.
    lab: lab as LabId,
    scenario,
    step: step as StepId,
    knobs: readKnobs(knobs),
  };
}

/** The steps at which a rule passes, or fails: one of each scenario that shows it, those that are about it first. */
export const stepsOf = (rule: RuleId, result: 'pass' | 'fail'): readonly Shown[] =>
  Object.entries(RECORDED[rule]?.[result].at ?? {}).map(readStep);

/** What a rule checks, in two or three words. */
export const nameOf = (rule: RuleId): string => RECORDED[rule]?.name ?? rule;

/** How sure we are of the wording of the errors it gives; several where it gives several. */
export const wordingsOf = (rule: RuleId): readonly Basis[] =>
  BASES.filter((basis) => RECORDED[rule]?.fail.wording.split(' ').includes(basis));

/** The codes of the errors it gives. */
export const codesOf = (rule: RuleId): string => RECORDED[rule]?.fail.codes ?? '';
