import { clampCursor } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';

import type { Attempt } from '../attempt.ts';
import type { Reading } from '../predict/runOf.ts';
import { doorOf } from './doorOf.ts';
import { gateAt, spotsIn } from './gates.ts';
import type { Gate, Played, Spot } from './gates.ts';
import { upTo } from './upTo.ts';

/** What a learner may see of a run: applied before any view, so that nothing behind it can be found anywhere. */

/** What somebody has committed to, and what they asked to be shown. */
export interface Learner {
  readonly committed: Pick<ReadonlySet<string>, 'has'>;
  /** The names of acts, and the doors of single things that are asked of one. */
  readonly opened: ReadonlySet<string>;
  /** The checks whose error they named rightly before. */
  readonly known: Pick<ReadonlySet<string>, 'has'>;
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

/** The checks whose error somebody once named rightly where a run asked for it. */
export const knownIn = (attempts: readonly Attempt[]): ReadonlySet<string> =>
  new Set(
    attempts.flatMap(({ mode, isCorrect, rule }) =>
      mode === 'prediction' && isCorrect && rule !== undefined ? [rule] : [],
    ),
  );

const isOpen = (spot: Spot, { opened, known }: Learner): boolean =>
  opened.has(spot.act) ||
  opened.has(doorOf(spot)) ||
  (spot.rule !== undefined && known.has(spot.rule));

/** A run as far as a learner may see it, and the place in it that comes nearest. */
export function reveal(
  played: Played & { readonly cursor: Cursor },
  learner: Learner,
  materials: Reading,
): Revealed {
  for (const spot of spotsIn(played, materials)) {
    if (isOpen(spot, learner)) continue;
    const gate = gateAt(played, spot, materials);
    if (!gate || learner.committed.has(gate.prediction.id)) continue;
    const trace = upTo(played.trace, gate);
    return { trace, cursor: clampCursor(trace, played.cursor), gate };
  }
  return { trace: played.trace, cursor: played.cursor, gate: undefined };
}
