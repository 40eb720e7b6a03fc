import type { Materials, RawKnobs } from '#content/knob.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { candidatesOf } from './candidates.ts';
import { NEARNESS, withChange } from './change.ts';
import type { Change } from './change.ts';
import { goalOf, isFlipped, isInPlace } from './goal.ts';
import type { Goal } from './goal.ts';

/** The smallest change that flips a run: one or two changes, and the texts of the knobs with them. */
export interface Flip {
  readonly changes: readonly Change[];
  readonly knobs: RawKnobs;
}

/** How many runs are played before the search gives up. */
const MOST_RUNS = 1500;

type Played = Pick<Scenario, 'knobs' | 'safeguards' | 'attacker' | 'play'>;

/** A search under way: how it plays, and what it looks for. */
interface Search {
  readonly scenario: Played;
  readonly goal: Goal;
  readonly steps: ReadonlySet<StepId>;
  /** Plays texts that were not played before; undefined for those that were, and once enough were. */
  readonly play: (raw: RawKnobs) => Run | undefined;
}

interface Hit {
  readonly change: Change;
  readonly isInPlace: boolean;
  readonly distance: number;
}

/**
 * Searches for the smallest change that flips the end of a run, breadth first to two changes; nothing that flips it is
 * part of what it finds. Yields after every run it plays, so that a page can pause. Undefined where nothing is found, or
 * where the run ends as it should.
 */
export function* searchFlip(
  scenario: Played,
  raw: RawKnobs,
  materials: Materials,
): Generator<undefined, Flip | undefined> {
  const run = scenario.play(raw, materials);
  const goal = goalOf(scenario, run.trace);
  if (!goal) return undefined;
  const search = started(scenario, goal, run.trace, materials);
  const single = candidatesOf(scenario, raw, run, goal);
  const missed: Missed[] = [];
  const one = yield* nearest(search, raw, single, missed);
  if (one) return flip(raw, [one]);
  const isEdit = ({ nearness }: Change): boolean => nearness === 'policy';
  const before = stateOf(run.trace);
  const first = missed.toSorted(
    (a, b) =>
      Number(isEdit(a.change)) - Number(isEdit(b.change)) ||
      Number(stateOf(a.run.trace) === before) - Number(stateOf(b.run.trace) === before),
  );
  for (const withEdits of [false, true]) {
    for (const miss of first) {
      const two = yield* second(search, raw, miss, (change) => {
        return (isEdit(miss.change) || isEdit(change)) === withEdits;
      });
      if (two) return flip(raw, two);
    }
  }
  return undefined;
}

const flip = (raw: RawKnobs, changes: readonly Change[]): Flip => ({
  changes,
  knobs: changes.reduce((texts, change) => withChange(texts, change), raw),
});

function started(scenario: Played, goal: Goal, trace: Trace, materials: Materials): Search {
  const played = new Set<string>();
  return {
    scenario,
    goal,
    steps: new Set(trace.steps.map(({ id }) => id)),
    play: (raw) => {
      const key = JSON.stringify(Object.entries(raw).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      if (played.has(key) || played.size >= MOST_RUNS) return undefined;
      played.add(key);
      return scenario.play(raw, materials);
    },
  };
}

/** A change that did not flip the run, with the run it made. */
interface Missed {
  readonly change: Change;
  readonly run: Run;
}

/** The nearest of some changes that flips the run; those that do not are put down in `missed`. */
function* nearest(
  search: Search,
  raw: RawKnobs,
  changes: readonly Change[],
  missed: Missed[],
): Generator<undefined, Change | undefined> {
  const { scenario, goal, play } = search;
  const hits: Hit[] = [];
  for (const nearness of NEARNESS) {
    if (nearness === 'policy' && hits.length > 0) break;
    for (const change of changes.filter((each) => each.nearness === nearness)) {
      const run = play(withChange(raw, change));
      if (!run) continue;
      if (isFlipped(scenario, goal, run.trace)) hits.push(hitOf(search, change, run.trace));
      else missed.push({ change, run });
      yield undefined;
    }
    if (hits.some((hit) => hit.isInPlace)) break;
  }
  const [first] = hits.toSorted(
    (a, b) =>
      Number(b.isInPlace) - Number(a.isInPlace) ||
      NEARNESS.indexOf(a.change.nearness) - NEARNESS.indexOf(b.change.nearness) ||
      a.distance - b.distance,
  );
  return first?.change;
}

/** How far a flipped run lies from the one it was: the steps that only the first has. */
function hitOf({ goal, steps }: Search, change: Change, trace: Trace): Hit {
  const ids = new Set(trace.steps.map(({ id }) => id));
  const distance = [...steps].filter((id) => !ids.has(id)).length;
  return { change, isInPlace: isInPlace(goal, trace), distance };
}

/** Two changes that flip a run together, the first of them given; one alone where it turns out to be enough. */
function* second(
  search: Search,
  raw: RawKnobs,
  { change, run }: Missed,
  suits: (change: Change) => boolean,
): Generator<undefined, readonly Change[] | undefined> {
  const { scenario, goal, play } = search;
  const next = goalOf(scenario, run.trace);
  if (!next) return undefined;
  const changed = withChange(raw, change);
  const single = candidatesOf(scenario, changed, run, next);
  const others = single.filter((other) => other.knob !== change.knob && suits(other));
  const found = yield* nearest(search, changed, others, []);
  if (!found) return undefined;
  const alone = play(withChange(raw, found));
  return alone && isFlipped(scenario, goal, alone.trace) ? [found] : [change, found];
}

/** Where a run stops and what decided there: a change after which this is the same brought nothing nearer. */
function stateOf(trace: Trace): string {
  const outcome = outcomeOf(trace);
  if (outcome.kind === 'granted') return '';
  const { evidence } = outcome.check;
  const decided = evidence.kind === 'policy' ? evidence.decision.decidedBy : undefined;
  return JSON.stringify([trace.steps.length, outcome.rule, decided]);
}
