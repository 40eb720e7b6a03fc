import { clampCursor } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Check } from '#engine/judge.ts';
import type { Step, Trace } from '#engine/trace.ts';

import type { Attempt } from '../attempt.ts';
import type { Reading } from '../predict/runOf.ts';
import { doorOf } from './doorOf.ts';
import { gateAt, spotsIn } from './gates.ts';
import type { Gate, Played, Spot } from './gates.ts';

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

const kept = new WeakMap<Trace, Map<Cursor, Trace>>();

/** A run up to a gate; the same each time, so that nothing is drawn anew while one steps about in it. */
function upTo(trace: Trace, gate: Gate): Trace {
  const cuts = kept.get(trace) ?? new Map<Cursor, Trace>();
  kept.set(trace, cuts);
  const made = cuts.get(gate.cursor) ?? cut(trace, gate);
  cuts.set(gate.cursor, made);
  return made;
}

/** A run up to a gate, without what comes of the act there, and without a word on what follows. */
function cut({ start, steps, outcomes }: Trace, { act, cursor }: Gate): Trace {
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
