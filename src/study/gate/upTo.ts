import type { Cursor } from '#engine/cursor.ts';
import type { Check } from '#engine/judge.ts';
import type { Step, Trace } from '#engine/trace.ts';

import type { Spot } from './gates.ts';

const kept = new WeakMap<Trace, Map<Cursor, Trace>>();

/** A run up to where it waits; the same each time, so that nothing is drawn anew while one steps about in it. */
export function upTo(trace: Trace, spot: Pick<Spot, 'act' | 'cursor'>): Trace {
  const cuts = kept.get(trace) ?? new Map<Cursor, Trace>();
  kept.set(trace, cuts);
  const made = cuts.get(spot.cursor) ?? cut(trace, spot);
  cuts.set(spot.cursor, made);
  return made;
}

/** A run up to a spot, without what comes of the act there, and without a word on what follows. */
function cut(
  { start, steps, outcomes }: Trace,
  { act, cursor }: Pick<Spot, 'act' | 'cursor'>,
): Trace {
  const shown = steps
    .slice(0, cursor)
    .map((step) => (step.act.id === act ? withoutErrors(step) : step));
  const done = new Set(shown.map((step) => step.act.id).filter((id) => id !== act));
  return {
    start,
    steps: shown,
    outcomes: Object.fromEntries(Object.entries(outcomes).filter(([id]) => done.has(id))),
    unplayed: [],
    goesOn: true,
  };
}

/** A step without the error that its checks lead to: which of them failed may be known before that. */
function withoutErrors(step: Step): Step {
  if (step.row === 'not-reached') return { ...step, unmade: [] };
  return step.row === 'check' ? { ...step, check: withoutError(step.check) } : step;
}

const withoutError = ({ error: _, ...check }: Check): Check => check;
