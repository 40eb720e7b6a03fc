import { withoutPolicies } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { cursorOf } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { StepId, Trace } from '#engine/trace.ts';

/**
 * The cursor for a step that a run may not have, and whether it has it. An act that only other settings of the
 * scenario have leads to the end of the last act before it that this run has; one that none has, to the start.
 */
export function nearestStep(
  scenario: Scenario,
  trace: Trace,
  id: StepId | undefined,
): ReturnType<typeof cursorOf> {
  const found = cursorOf(trace, id);
  if (found.exact || found.cursor > 0 || id === undefined) return found;
  return { cursor: afterTheActBefore(scenario, trace, id.slice(0, id.indexOf('.'))), exact: false };
}

function afterTheActBefore(scenario: Scenario, trace: Trace, act: string): Cursor {
  for (const { knobs } of [{ knobs: {} }, ...scenario.variations]) {
    const { steps } = scenario.play(withoutPolicies(scenario.knobs, knobs)).trace;
    const index = steps.findIndex((step) => step.act.id === act);
    if (index < 0) continue;
    const before = new Set(steps.slice(0, index).map((step) => step.act.id));
    return trace.steps.findLastIndex((step) => before.has(step.act.id)) + 1;
  }
  return 0;
}
