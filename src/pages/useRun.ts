import { use, useMemo } from 'react';

import { initialText, needsParser } from '#content/knob.ts';
import type { Materials } from '#content/knob.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import { cursorOf } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import { parseAmzDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { LabPlace } from '#stores/stage.ts';

/** A lab's place brought to life: nothing of this is stored. */
export interface Scene {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly cursor: Cursor;
  readonly clock: { readonly at: Instant; readonly min: Instant; readonly max: Instant };
}

const nothing: Promise<Materials> = Promise.resolve({});
let parser: Promise<Materials> | undefined;

/** Plays a scenario with the knobs of a place; suspends while what the knobs need is loaded. */
export function useRun(scenario: Scenario, place: LabPlace): Scene {
  const materials = use(needsParser(scenario.knobs, place.knobs) ? (parser ??= import('#engine/policy/parse.ts')) : nothing);
  const run = useMemo(() => scenario.play(place.knobs, materials), [scenario, place.knobs, materials]);
  const { cursor } = cursorOf(run.trace, place.step);
  const knob = promised(scenario.knobs[scenario.clock], 'the clock is a knob');
  if (knob.kind !== 'moment') throw new Error('Broken promise: the clock is a moment knob');
  const asked = parseAmzDate(place.knobs[scenario.clock] ?? initialText(knob)) ?? knob.initial;
  const at = asked < knob.min ? knob.min : asked > knob.max ? knob.max : asked;
  return { scenario, run, cursor, clock: { at, min: knob.min, max: knob.max } };
}
