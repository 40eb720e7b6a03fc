import type { Stop } from '#content/lessons/format.ts';
import type { Cursor } from '#engine/cursor.ts';
import { loadPacking } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { useLessons } from '#stores/lessons.ts';
import { runName } from '#stores/opened.ts';
import type { LessonAt } from '#stores/stage.ts';
import { upTo } from '#study/gate/upTo.ts';

import { lessonNamed, placeOfStop } from './lessonStops.ts';
import { nearestStep } from './nearestStep.ts';
import { covered } from './untold.ts';
import type { Scene } from './useRun.ts';

/** Keeps back what a room is still to predict in a lesson: at the stop that asks, and on the way to it. */

/** A scene as far as the room of a lesson may see it. */
export type Pauser = (scene: Scene, lesson: LessonAt) => Scene;

/** Where a run pauses for the questions of some stops: at the first that is not behind the cursor. */
function pauseOf(
  { scenario, run, cursor }: Scene,
  stops: readonly Stop[],
  packing: Packing,
): Cursor | undefined {
  const pauses = stops.flatMap((stop) => {
    const place = placeOfStop(stop, packing);
    const isOurs = place.page === 'lab' && `${place.lab}/${place.scenario}` === runName(scenario);
    if (!stop.ask || !isOurs) return [];
    const at = nearestStep(scenario, run.trace, place.step).cursor;
    return at >= cursor ? [at] : [];
  });
  return pauses.length > 0 ? Math.min(...pauses) : undefined;
}

/** Loads what keeps back. */
export async function loadPauser(): Promise<Pauser> {
  const packing = await loadPacking();
  return (scene, { id, stop }) => {
    const lesson = lessonNamed(id, useLessons.getState().own);
    // What a stop behind this one asked is answered.
    const at = pauseOf(scene, lesson?.stops.slice(stop - 1) ?? [], packing);
    const next = at === undefined ? undefined : scene.run.trace.steps[at];
    if (at === undefined || !next) return scene;
    const trace = upTo(scene.run.trace, { act: next.act.id, cursor: at });
    return { ...covered(scene, trace, scene.cursor), pausesBefore: next.id };
  };
}
