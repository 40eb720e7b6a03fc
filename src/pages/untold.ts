import { premiseOf } from '#content/premises.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';

import { untoldTitle } from './listedTitle.ts';
import type { Scene } from './useRun.ts';

/** What is shown of a story to those who are to predict it. */

const untold = new WeakMap<Scenario, Scenario>();

/** A story without its end; the same each time. */
export function untoldOf(scenario: Scenario): Scenario {
  const made = untold.get(scenario) ?? {
    ...scenario,
    title: untoldTitle(scenario),
    summary: premiseOf(scenario) ?? '',
  };
  untold.set(scenario, made);
  return made;
}

/** A scene with the part of its run that may be shown, and a story without its end. */
export const covered = (scene: Scene, trace: Trace, cursor: Cursor): Scene => ({
  ...scene,
  cursor,
  scenario: untoldOf(scene.scenario),
  run: {
    notices: scene.run.notices,
    trace,
    get policies() {
      return scene.run.policies;
    },
  },
});
