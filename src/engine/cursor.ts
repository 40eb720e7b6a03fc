import type { Step, StepId, Trace } from './trace.ts';
import type { World } from './world.ts';

/** Places in a trace. A cursor counts finished steps: 0 is "nothing yet", so the start needs no special case. */
export type Cursor = number;

/** The nearest place that exists in a trace. */
export const clampCursor = (trace: Trace, cursor: Cursor): Cursor =>
  Math.max(0, Math.min(trace.steps.length, Math.trunc(cursor) || 0));

/** The step a cursor has just finished; undefined at the start. */
export const stepAt = (trace: Trace, cursor: Cursor): Step | undefined => trace.steps[cursor - 1];

/** How many steps a run has; a question mark while that would tell. */
export const countOf = ({ steps, goesOn }: Trace): number | '?' => (goesOn ? '?' : steps.length);

/** The world as the cursor finds it. */
export const worldAt = (trace: Trace, cursor: Cursor): World =>
  stepAt(trace, cursor)?.world ?? trace.start;

/** The cursor just after the act's last row before or at `cursor`, going forward: the end of the current phase. */
export function nextPhase(trace: Trace, cursor: Cursor): Cursor {
  const act = trace.steps[cursor]?.act.id;
  let end = cursor;
  while (end < trace.steps.length && trace.steps[end]?.act.id === act) end += 1;
  return end;
}

/** The cursor where the current phase began; where the one before began when already there. */
export function previousPhase(trace: Trace, cursor: Cursor): Cursor {
  const act = trace.steps[cursor - 1]?.act.id;
  let start = cursor;
  while (start > 0 && trace.steps[start - 1]?.act.id === act) start -= 1;
  return start;
}

/**
 * The cursor that has just finished a step. A step this run does not have (a check that was not reached) leads to its
 * act's "not reached" row, or to the act's last row; an act that did not happen leads to the end; one the script does not have, to the start.
 */
export function cursorOf(
  trace: Trace,
  id: StepId | undefined,
): { readonly cursor: Cursor; readonly exact: boolean } {
  if (id === undefined) return { cursor: 0, exact: true };
  const index = trace.steps.findIndex((step) => step.id === id);
  if (index >= 0) return { cursor: index + 1, exact: true };
  const act = id.slice(0, id.indexOf('.'));
  const unreached = trace.steps.findIndex(
    (step) => step.act.id === act && step.row === 'not-reached',
  );
  const last =
    unreached >= 0 ? unreached : trace.steps.findLastIndex((step) => step.act.id === act);
  if (last >= 0) return { cursor: last + 1, exact: false };
  return { cursor: trace.unplayed.includes(act) ? trace.steps.length : 0, exact: false };
}
