import type { Cursor } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import type { Step, StepId } from '#engine/trace.ts';

/** Two runs of one scenario side by side: the one that was kept, and the one it is compared with. */

/** A row of a comparison: what the kept run and the new one do there. One of them may do nothing. */
export type Pair = { readonly id: StepId } & (
  | { readonly was: Step; readonly now: Step }
  | { readonly was: Step; readonly now?: undefined }
  | { readonly was?: undefined; readonly now: Step }
);

/** Begins the id of a row that only the kept run has; no act is called so. */
export const KEPT = 'was-';

/** The id of a row that only the kept run has: the new run may have that step elsewhere. */
const keptId = (step: Step): StepId => `${KEPT}${step.id}`;

/**
 * Joins two runs row by row: both keep their order, and as many steps as possible stand beside the step with the same
 * id (their longest common subsequence). A step that moved between the runs has a row in each place.
 */
export function alignSteps(was: readonly Step[], now: readonly Step[]): readonly Pair[] {
  const common = commonLengths(was, now);
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  while (left < was.length || right < now.length) {
    const [old, young] = [was[left], now[right]];
    if (old && young && old.id === young.id) {
      pairs.push({ id: young.id, was: old, now: young });
      left += 1;
      right += 1;
    } else if (
      old &&
      (!young || lengthAt(common, left + 1, right) >= lengthAt(common, left, right + 1))
    ) {
      pairs.push({ id: keptId(old), was: old });
      left += 1;
    } else {
      const only = promised(young, 'one of the runs goes on');
      pairs.push({ id: only.id, now: only });
      right += 1;
    }
  }
  return pairs;
}

const lengthAt = (common: readonly (readonly number[])[], left: number, right: number): number =>
  common[left]?.[right] ?? 0;

/** For each pair of places, how many steps the rests of both runs have in common, in order. */
function commonLengths(was: readonly Step[], now: readonly Step[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  let below: readonly number[] = [];
  for (const old of was.toReversed()) {
    const row: number[] = [];
    for (let right = now.length - 1; right >= 0; right -= 1) {
      row[right] =
        old.id === now[right]?.id
          ? (below[right + 1] ?? 0) + 1
          : Math.max(below[right] ?? 0, row[right + 1] ?? 0);
    }
    rows.unshift(row);
    below = row;
  }
  return rows;
}

/** How far each run has come after so many rows. */
export function cursorsAt(
  pairs: readonly Pair[],
  cursor: Cursor,
): { readonly was: Cursor; readonly now: Cursor } {
  const seen = pairs.slice(0, cursor);
  return {
    was: seen.filter((pair) => pair.was).length,
    now: seen.filter((pair) => pair.now).length,
  };
}

/**
 * The rows that are finished once a step is: the row with that id, or else the one in which the same step stands now.
 * A step that neither run has leads to where the new run stands.
 */
export function rowsUntil(pairs: readonly Pair[], id: StepId | undefined, now: Cursor): Cursor {
  const bare = id?.startsWith(KEPT) ? id.slice(KEPT.length) : id;
  const exact = pairs.findIndex((pair) => pair.id === id);
  const found =
    exact >= 0 ? exact : pairs.findIndex(({ was, now: young }) => (young ?? was)?.id === bare);
  if (found >= 0) return found + 1;
  return now === 0 ? 0 : pairs.findIndex((_, index) => cursorsAt(pairs, index + 1).now === now) + 1;
}
