import { needsOf } from '#engine/act.ts';
import type { Act } from '#engine/act.ts';
import type { Trace } from '#engine/trace.ts';

import type { Scenario } from './scenario.ts';

/** Whether the last answer of a run serves the attacker: who asked for it, or had somebody else ask. */
export function servesAttacker(
  { attacker }: Pick<Scenario, 'attacker'>,
  { steps }: Trace,
): boolean {
  if (attacker === undefined) return false;
  const acts = new Map(steps.map(({ act }) => [act.id, act]));
  const serves = (act: Act): boolean =>
    ('by' in act && act.by === attacker) ||
    needsOf(act).some((id) => {
      const needed = acts.get(id);
      return needed !== undefined && serves(needed);
    });
  const last = steps.findLast(({ row }) => row === 'answer');
  return last !== undefined && serves(last.act);
}
