import { breaches, isBreached, servesAttacker } from '#content/attack.ts';
import type { Scenario } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';
import type { Check } from '#engine/judge.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Trace } from '#engine/trace.ts';

/** What it takes to flip the end of a run: the refused request is granted, or the attack that went through is stopped. */

export type Goal =
  | { readonly kind: 'grant'; readonly act: ActId; readonly checks: readonly [Check] }
  | { readonly kind: 'stop'; readonly checks: readonly Check[] };

type Attacked = Pick<Scenario, 'attacker'>;

/** Whether a run ends as it should: granted, or with an attack that was stopped. */
export function endsWell(scenario: Attacked, trace: Trace): boolean {
  if (isBreached(scenario, trace)) return false;
  return servesAttacker(scenario, trace) || outcomeOf(trace).kind === 'granted';
}

/** What would flip a run, with the checks that decided it; undefined for one that ends as it should. */
export function goalOf(scenario: Attacked, trace: Trace): Goal | undefined {
  if (endsWell(scenario, trace)) return undefined;
  const through = new Set(breaches(scenario, trace).map(({ act }) => act.id));
  if (through.size > 0) {
    const checks = trace.steps.flatMap((step) =>
      step.row === 'check' && through.has(step.act.id) ? [step.check] : [],
    );
    return { kind: 'stop', checks };
  }
  const last = trace.steps.findLast((step) => step.row === 'answer');
  if (last?.outcome.kind !== 'refused') return undefined;
  return { kind: 'grant', act: last.act.id, checks: [last.outcome.check] };
}

/** Whether a run flips: it ends as it should, by the request that decided and not without it. */
export function isFlipped(scenario: Attacked, goal: Goal, trace: Trace): boolean {
  if (!endsWell(scenario, trace)) return false;
  return goal.kind === 'stop'
    ? servesAttacker(scenario, trace)
    : trace.outcomes[goal.act]?.kind === 'granted';
}

/** Whether the check that decided is still made, and ends the other way; a run may also go around it. */
export function isInPlace(goal: Goal, trace: Trace): boolean {
  if (goal.kind === 'stop') return true;
  const [{ rule }] = goal.checks;
  return trace.steps.some(
    (step) => step.row === 'check' && step.act.id === goal.act && step.check.rule === rule,
  );
}
