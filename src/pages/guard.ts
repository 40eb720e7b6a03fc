import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { moveTo, setKnobs, setPlaying } from '#stores/stage.ts';
import { guarded } from '#study/ablation.ts';

/** Plays another setting of the knobs from the start, by itself. */
export function watch(knobs: RawKnobs): void {
  setKnobs(knobs);
  moveTo(undefined);
  setPlaying(true);
}

/** Switches the safeguards of a run back on; where one stands in it stays the same. */
export const guard = (scenario: Scenario, raw: RawKnobs): void =>
  setKnobs(guarded(scenario, raw, (knobs) => scenario.play(knobs, { parsePolicy }).trace));
