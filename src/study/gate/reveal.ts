import type { ActId } from '#engine/act.ts';
import { clampCursor } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';

import type { Attempt } from '../attempt.ts';
import type { Reading } from '../predict/runOf.ts';
import { gateAt, spotsIn } from './gates.ts';
import type { Gate, Played } from './gates.ts';

/** What a learner may see of a run: applied before any view, so that nothing behind it can be found anywhere. */

/** What somebody has committed to, and what they asked to be shown. */
export interface Learner {
  readonly committed: Pick<ReadonlySet<string>, 'has'>;
  readonly opened: ReadonlySet<ActId>;
}

export interface Revealed {
  readonly trace: Trace;
  readonly cursor: Cursor;
  /** Where the run waits; undefined once all of it may be seen. */
  readonly gate: Gate | undefined;
}

/** The predictions that somebody made in runs, by their names: the first counts, for a run asks no second time. */
export const committedIn = (attempts: readonly Attempt[]): ReadonlyMap<string, Attempt> =>
  new Map(
    attempts
      .filter(({ mode }) => mode === 'prediction')
      .toReversed()
      .map((attempt) => [attempt.questionId, attempt]),
  );

/** A run as far as a learner may see it, and the place in it that comes nearest. */
export function reveal(
  played: Played & { readonly cursor: Cursor },
  { committed, opened }: Learner,
  materials: Reading,
): Revealed {
  for (const spot of spotsIn(played, materials)) {
    if (opened.has(spot.act)) continue;
    const gate = gateAt(played, spot, materials);
    if (!gate || committed.has(gate.prediction.id)) continue;
    const trace = cut(played.trace, gate);
    return { trace, cursor: clampCursor(trace, played.cursor), gate };
  }
  return { trace: played.trace, cursor: played.cursor, gate: undefined };
}

/** A run up to a gate, without what comes of the act there, and without a word on what follows. */
function cut({ start, steps, outcomes }: Trace, { act, cursor }: Gate): Trace {
  const shown = steps.slice(0, cursor);
  const done = new Set(shown.map((step) => step.act.id).filter((id) => id !== act));
  return {
    start,
    steps: shown,
    outcomes: Object.fromEntries(Object.entries(outcomes).filter(([id]) => done.has(id))),
    unplayed: [],
    goesOn: true,
  };
}
