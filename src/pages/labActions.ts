import { initialText, withoutPolicies } from '#content/knob.ts';
import type { RawKnobs } from '#content/knob.ts';
import { clampCursor, nextPhase, previousPhase, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { amzDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import {
  SPEEDS,
  askAhead,
  keepRun,
  leavePresenting,
  moveTo,
  setKnobs,
  setMode,
  setOverlay,
  setPlaying,
  setSpeed,
  toggleBlank,
} from '#stores/stage.ts';
import type { Mode, Speed } from '#stores/stage.ts';
import { eventFrom, tickFrom } from '#views/timeline/ClockHandle.tsx';

import { nextTheme } from './theme.ts';
import { openTwin } from './twinDoor.ts';
import type { Commands } from './useCommands.ts';
import type { Scene } from './useRun.ts';

/** What a learner can do in a lab, by button, key or pointer. */

/** Whoever begins anew is asked again what they never predicted: in other settings it ends otherwise. */
const beginAnew = async (): Promise<void> => (await import('#stores/opened.ts')).closeActs();

/** Moves the cursor; the stage keeps the step's id, which survives a change of the run. */
export function moveCursor(scene: Scene, cursor: Cursor): void {
  const { run, isResting, isGated, pausesBefore } = scene;
  if (isGated && !isResting && cursor <= 0) void beginAnew();
  if (isResting) askAhead(cursor);
  else if (pausesBefore !== undefined && cursor > run.trace.steps.length) moveTo(pausesBefore);
  else moveTo(stepAt(run.trace, clampCursor(run.trace, cursor))?.id);
}

/** The cursor behind the last step, also of a run that is not there yet. */
export const endOf = ({ run, isResting }: Scene): Cursor =>
  isResting ? Number.MAX_SAFE_INTEGER : run.trace.steps.length;

/** Sets the knobs and keeps the place: the last step already seen that the new run has, too. */
export function setRun({ scenario, run, cursor }: Scene, knobs: RawKnobs): void {
  setKnobs(knobs);
  // Which steps there are does not hang on how a policy reads, and its parser may not be loaded yet.
  const { trace } = scenario.play(withoutPolicies(scenario.knobs, knobs));
  const ids = new Set(trace.steps.map(({ id }) => id));
  moveTo(run.trace.steps.slice(0, cursor).findLast(({ id }) => ids.has(id))?.id);
}

/** Makes a change with the run before it beside: where one stands, or just before, both show what it does. */
export function setBeside(scene: Scene, knobs: RawKnobs): void {
  keepRun({ knobs: scene.knobs, isEach: false });
  setRun(scene, knobs);
}

/** The text of a knob, or of a policy without one, that is no change. */
function startOf({ scenario, run }: Scene, name: string): string | undefined {
  const knob = scenario.knobs[name];
  return knob ? initialText(knob) : run.policies.find((policy) => policy.knob === name)?.original;
}

/** Turns a knob or edits a policy; what is back at its start is no change. */
export function turn(scene: Scene, name: string, text: string): void {
  if (text === startOf(scene, name)) reset(scene, name);
  else setRun(scene, { ...scene.knobs, [name]: text });
}

/** Puts a knob or a policy back to its start. */
export const reset = (scene: Scene, name: string): void =>
  setRun(
    scene,
    Object.fromEntries(Object.entries(scene.knobs).filter(([other]) => other !== name)),
  );

/** Turns the clock: the run is replayed at that moment. */
export const turnClock = (scene: Scene, at: Instant): void =>
  turn(scene, scene.scenario.clock, amzDate(at));

/** The cursor at the next check that fails, or at the end. */
function nextFailure(scene: Scene): Cursor {
  const { run, cursor } = scene;
  const next = run.trace.steps.findIndex(
    (step, index) => index >= cursor && step.row === 'check' && step.check.result === 'fail',
  );
  return next < 0 ? endOf(scene) : next + 1;
}

const byOne = (speed: Speed, direction: 1 | -1): Speed =>
  SPEEDS[SPEEDS.indexOf(speed) + direction] ?? speed;

/** The commands of the keyboard in a lab. */
export function labCommands(
  scene: Scene,
  stage: { readonly isPlaying: boolean; readonly speed: Speed; readonly mode: Mode },
): Commands {
  const { run, cursor, clock } = scene;
  const move = (to: Cursor) => () => {
    setPlaying(false);
    moveCursor(scene, to);
  };
  /** Further; where nothing further is shown, past a pause. */
  const onTo = (to: Cursor) => move(to === cursor ? cursor + 1 : to);
  const world = run.trace.steps.at(-1)?.world ?? run.trace.start;
  const moments = lifetimesOf(world)
    .map(({ until }) => until)
    .toSorted((a, b) => a - b);
  const present = stage.mode === 'present';
  return {
    next: move(cursor + 1),
    back: move(cursor - 1),
    'next-phase': onTo(nextPhase(run.trace, cursor)),
    'previous-phase': move(previousPhase(run.trace, cursor)),
    first: move(0),
    last: onTo(endOf(scene)),
    restart: move(0),
    play: () => setPlaying(!stage.isPlaying),
    slower: () => setSpeed(byOne(stage.speed, -1)),
    faster: () => setSpeed(byOne(stage.speed, 1)),
    'clock-back': () => turnClock(scene, tickFrom(clock, -1)),
    'clock-forward': () => turnClock(scene, tickFrom(clock, 1)),
    'clock-previous-event': () => turnClock(scene, eventFrom(clock, moments, -1)),
    'clock-next-event': () => turnClock(scene, eventFrom(clock, moments, 1)),
    'go-to': () => setOverlay('go-to'),
    'next-failure': onTo(nextFailure(scene)),
    read: () => setOverlay('read'),
    compare: () => keepRun({ knobs: scene.knobs, isEach: false }),
    search: () => setOverlay('search'),
    present: present ? leavePresenting : () => setMode('present'),
    presenter: openTwin,
    theme: nextTheme,
    help: () => setOverlay('help'),
    ...(present && { blank: toggleBlank, close: leavePresenting }),
  };
}
