import { needsOf } from '#engine/act.ts';
import type { Act } from '#engine/act.ts';
import type { AnswerStep, Trace } from '#engine/trace.ts';

import type { Scenario } from './scenario.ts';

type Attacked = Pick<Scenario, 'attacker'>;

/** Whether an act serves the attacker: who does it, or had somebody else do it. */
function serves({ attacker }: Attacked, { steps }: Trace): (act: Act) => boolean {
  const acts = new Map(steps.map(({ act }) => [act.id, act]));
  const isServed = (act: Act): boolean =>
    ('by' in act && act.by === attacker) ||
    needsOf(act).some((id) => {
      const needed = acts.get(id);
      return needed !== undefined && isServed(needed);
    });
  return isServed;
}

/** Whether the last answer of a run serves the attacker: who asked for it, or had somebody else ask. */
export function servesAttacker(scenario: Attacked, trace: Trace): boolean {
  if (scenario.attacker === undefined) return false;
  const last = trace.steps.findLast(({ row }) => row === 'answer');
  return last !== undefined && serves(scenario, trace)(last.act);
}

/**
 * Whether an attack got through at the end of a run, in any of its attempts: those since time last passed or anything
 * was changed, without what is only a means to another of them.
 */
export const isBreached = (scenario: Attacked, trace: Trace): boolean =>
  breaches(scenario, trace).length > 0;

/** The attempts that got through at the end of a run; none where its last answer serves somebody else. */
export function breaches(scenario: Attacked, trace: Trace): readonly AnswerStep[] {
  if (!servesAttacker(scenario, trace)) return [];
  const { steps } = trace;
  const since = steps.findLastIndex(({ row }) => row === 'clock' || row === 'work');
  const means = new Set(steps.flatMap(({ act }) => needsOf(act)));
  const isServed = serves(scenario, trace);
  return steps
    .slice(since + 1)
    .filter((step) => step.row === 'answer')
    .filter(
      ({ act, outcome }) => outcome.kind === 'granted' && isServed(act) && !means.has(act.id),
    );
}
