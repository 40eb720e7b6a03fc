import { factsFor } from '#content/checkFacts.ts';
import { narrate, ruleName } from '#content/narrate.ts';
import type { Verdict } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Step, Trace } from '#engine/trace.ts';

/** A run as the cells of a filmstrip: to be read, or to be filled in. */

export interface Cell {
  readonly id: string;
  /** Who speaks, works or checks, and whom it speaks to. */
  readonly from?: string;
  readonly to?: string;
  readonly title: string;
  readonly text: string;
  /** Where the answers are shown: how the step ended, and the input that decided it. */
  readonly verdict?: Verdict;
  readonly because?: string;
  /** Where they are left out: what may be ticked. */
  readonly ticks?: readonly string[];
}

/** Every step with its words. */
export const toldCells = (trace: Trace, scenario: Scenario): readonly Cell[] =>
  trace.steps.map((step): Cell => {
    const { label, caption, because, verdict } = narrate(step, scenario);
    return {
      id: step.id,
      ...lanesOf(step),
      title: label,
      text: because === '' ? caption : '',
      ...(verdict && { verdict }),
      ...(because !== '' && { because }),
    };
  });

const CHECK_TICKS = ['passes', 'fails', 'is not reached'];
const ANSWER_TICKS = ['granted', 'refused, with this error:'];

/**
 * Every step without its end: each check as its rule's question, those that the run never reached as well, so that
 * nothing tells where it stopped.
 */
export function blankCells(trace: Trace, scenario: Scenario): readonly Cell[] {
  return trace.steps.flatMap((step): readonly Cell[] => {
    switch (step.row) {
      case 'check':
        return [question(step, step.check.rule, scenario)];
      case 'not-reached':
        return step.rules.map((rule) => question(step, rule, scenario));
      case 'answer':
        return [
          { id: step.id, ...lanesOf(step), title: 'The answer', text: '', ticks: ANSWER_TICKS },
        ];
      default:
        return [{ id: step.id, ...lanesOf(step), title: narrate(step, scenario).label, text: '' }];
    }
  });
}

const question = (step: Step, rule: RuleId, scenario: Scenario): Cell => ({
  id: `${step.act.id} ${rule}`,
  ...lanesOf(step),
  title: ruleName(rule, scenario),
  text: factsFor(rule, step.act).question,
  ticks: CHECK_TICKS,
});

function lanesOf(step: Step): Pick<Cell, 'from' | 'to'> {
  if (step.row === 'call' || step.row === 'answer') return { from: step.from, to: step.to };
  return step.row === 'clock' ? {} : { from: step.by };
}
