import { useEffect, useMemo } from 'react';

import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { Step } from '#engine/trace.ts';
import { keepRun, useStage } from '#stores/stage.ts';
import type { Kept, LabPlace } from '#stores/stage.ts';
import { KEPT, alignSteps, cursorsAt, rowsUntil } from '#study/compare/alignSteps.ts';
import type { Pair } from '#study/compare/alignSteps.ts';
import { runToKeep } from '#study/compare/runToKeep.ts';
import { differing, partingOf, sayParting } from '#study/compare/parting.ts';
import type { Parting, PartingWords } from '#study/compare/parting.ts';

import { useRun } from './useRun.ts';
import type { Scene } from './useRun.ts';

/** Two runs that are stepped through together. */
export interface Comparison {
  /** Both as one run, whose steps are the rows: what steps, plays and searches a run does so with two. */
  readonly scene: Scene;
  readonly kept: Scene;
  readonly now: Scene;
  readonly pairs: readonly Pair[];
  /** How far each of them has come. */
  readonly cursors: ReturnType<typeof cursorsAt>;
  readonly parting: Parting | undefined;
  readonly words: PartingWords;
}

const materials = { parsePolicy };

/** The step of a row: under the row's own id where only the kept run has it. */
const stepOf = (pair: Pair): Step => pair.now ?? { ...pair.was, id: pair.id };

const textsOf = (scenario: Scenario, was: Kept, place: LabPlace) => ({
  settings: { was: was.knobs, now: place.knobs },
  isSame: differing(scenario, { was: was.knobs, now: place.knobs }).length === 0,
});

/** Plays the kept run and the new one, and joins them row by row. */
export function useComparison(scenario: Scenario, place: LabPlace, was: Kept): Comparison {
  const { step, ...rest } = place;
  // Both are here because nothing of them waits any longer.
  const start = { ...rest, gate: 'off' } as const;
  const isKeptRow = step?.startsWith(KEPT) === true;
  const now = useRun(scenario, isKeptRow || step === undefined ? start : { ...start, step });
  const kept = useRun(scenario, { ...start, knobs: was.knobs });
  const pairs = useMemo(
    () => alignSteps(kept.run.trace.steps, now.run.trace.steps),
    [kept.run, now.run],
  );
  const cursor = rowsUntil(pairs, step, now.cursor);
  const parting = useMemo(() => partingOf(pairs, scenario), [pairs, scenario]);
  const words = useMemo(
    () => sayParting(scenario, textsOf(scenario, was, place).settings, pairs, materials),
    [scenario, was, place, pairs],
  );
  const scene = useMemo(
    () => ({
      ...now,
      run: { ...now.run, trace: { ...now.run.trace, steps: pairs.map(stepOf) } },
      cursor,
    }),
    [now, pairs, cursor],
  );
  return { scene, kept, now, pairs, cursors: cursorsAt(pairs, cursor), parting, words };
}

/** Keeps the run before each change, as long as that is wanted. */
export function useFollowing(): void {
  useEffect(
    () =>
      useStage.subscribe(({ place }, { place: before }) => {
        if (place.page !== 'lab' || before.page !== 'lab' || !place.was?.isEach) return;
        if (place.scenario !== before.scenario || place.knobs === before.knobs) return;
        // A link that was opened brings the run to compare with.
        if (place.was !== before.was) return;
        keepRun({ ...place.was, knobs: runToKeep(place.was.knobs, before.knobs, place.knobs) });
      }),
    [],
  );
}
