import { use, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';

import { needsParser, standingText, withoutPolicies } from '#content/knob.ts';
import type { Says } from '#content/hear.ts';
import type { Materials, RawKnobs } from '#content/knob.ts';
import type { Run, Scenario } from '#content/scenario.ts';
import type { Cursor } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import { parseAmzDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { StepId } from '#engine/trace.ts';
import { useLabKeys } from '#stores/labKeys.ts';
import { useSeen } from '#stores/seen.ts';
import { useSettings } from '#stores/settings.ts';
import { useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import type { Attempt } from '#study/attempt.ts';
import type { Gate } from '#study/gate/gates.ts';

import type { Keeper } from './gatekeeper.ts';
import { nearestStep } from './nearestStep.ts';
import { usePauser } from './usePauser.ts';
import { useSigned, useSigning } from './useSigning.ts';
import { isKnown } from './waits.ts';

/** A prediction that is asked for, or was made. */
export interface Asking extends Gate {
  readonly isHere: boolean;
  /** What one must know that no step there shows. */
  readonly situation: string | undefined;
  /** Whether one would stand further on if the gate were open. */
  readonly isPassed: boolean;
  readonly next: StepId | undefined;
  /** What was said; it is locked. */
  readonly attempt: Pick<Attempt, 'answer'> | undefined;
}

/** A lab's place brought to life: nothing of this is stored. */
export interface Scene {
  /** The changed knobs. */
  readonly knobs: RawKnobs;
  readonly scenario: Scenario;
  readonly run: Run;
  /** What had to be put right in the link or the knobs, in words. */
  readonly notices: readonly string[];
  readonly cursor: Cursor;
  /** Whether this page can really sign, as far as it was tried. */
  readonly canSign: boolean;
  /** Whether the players are not loaded yet: the run has no steps so far. */
  readonly isResting: boolean;
  readonly clock: { readonly at: Instant; readonly min: Instant; readonly max: Instant };
  /** Whether outcomes wait for a prediction. */
  readonly isGated: boolean;
  /** What stories are called there whose end is not to be told. */
  readonly titleOf?: Keeper['titleOf'];
  /** Where the run waits: then it has no steps behind that, and its story no end. Or what was predicted here. */
  readonly asking?: Asking;
  /** The step behind the last one, where a lesson pauses the run: then it has no steps from there on. */
  readonly pausesBefore?: StepId;
  /** What is announced beside the step. */
  readonly says?: Says;
}

const NOTHING: Materials = {};
const LOST = 'This run does not have the step that the link names; it stands at the nearest one.';
let parser: Promise<Materials> | undefined;

let keeper: Promise<Keeper> | undefined;

/** Whether outcomes wait for a prediction: as the link says, or the settings; the first run of a lab is an example. */
export function useIsGated({ lab, gate }: LabPlace): boolean {
  const setting = useSettings((settings) => settings.gate);
  const [isLater] = useState(() => isKnown(lab, useSeen.getState().scenarios));
  return (gate ?? (setting === 'later' && isLater ? 'on' : setting)) === 'on';
}

/** Whether the page was opened at a step that its run does not have, and nobody has moved since. */
function useIsLost(place: LabPlace, exact: boolean): boolean {
  const [lost] = useState(exact ? undefined : place.step);
  return !exact && place.step === lost;
}

const noWatch = () => () => {};
const NO_ATTEMPTS: readonly Attempt[] = [];
const noAttempts = () => NO_ATTEMPTS;

/** Who keeps back what is to be predicted, where outcomes wait, with what was answered so far. */
function useKeeper(place: LabPlace) {
  const isGated = useDeferredValue(useIsGated(place));
  const kept = isGated
    ? use((keeper ??= import('./gatekeeper.ts').then(({ loadKeeper }) => loadKeeper())))
    : undefined;
  const attempts = useSyncExternalStore(kept?.watch ?? noWatch, kept?.attempts ?? noAttempts);
  return { kept, attempts };
}

/** Plays a scenario with the knobs of a place; suspends while what the knobs need is loaded. */
export function useRun(scenario: Scenario, place: LabPlace): Scene {
  const needs = needsParser(scenario.knobs, place.knobs);
  // Deferred, so that the first letter typed into a policy does not hide the editor while the parser is loaded.
  const isReady = useDeferredValue(needs);
  const materials = isReady ? use((parser ??= import('#engine/policy/parse.ts'))) : NOTHING;
  const [{ signatures, canSign }, onSigned] = useSigned();
  const fresh = useLabKeys((keys) => keys.fresh);
  const run = useMemo(
    () =>
      scenario.play(isReady ? place.knobs : withoutPolicies(scenario.knobs, place.knobs), {
        ...materials,
        signatures,
        ...(fresh && { pki: fresh.pki }),
      }),
    [scenario, place.knobs, isReady, materials, signatures, fresh],
  );
  const { cursor, exact } = useMemo(
    () => nearestStep(scenario, run.trace, place.step),
    [scenario, run.trace, place.step],
  );
  const isLost = useIsLost(place, exact);
  const recorded = cursor > 0 ? scenario.subjects.find(({ pki }) => pki)?.pki : undefined;
  useSigning({ trace: run.trace, pki: recorded && (fresh?.pki ?? recorded), fresh }, onSigned);
  const opened = useStage((stage) => stage.opened);
  const { kept, attempts } = useKeeper(place);
  const pause = usePauser();
  const knob = promised(scenario.knobs[scenario.clock], 'the clock is a knob');
  if (knob.kind !== 'moment') throw new Error('Broken promise: the clock is a moment knob');
  const at = parseAmzDate(standingText(knob, place.knobs[scenario.clock])) ?? knob.initial;
  // One object as long as nothing in it changes: what is drawn from it is remembered by it.
  return useMemo(() => {
    const scene: Scene = {
      knobs: place.knobs,
      scenario,
      run,
      notices: isLost ? [...run.notices, LOST] : run.notices,
      cursor,
      canSign,
      isResting: scenario.subjects.length === 0,
      clock: { at, min: knob.min, max: knob.max },
      isGated: kept !== undefined,
      ...(kept && { titleOf: kept.titleOf }),
    };
    const seen = kept?.veil(scene, opened, attempts) ?? scene;
    return pause?.(seen) ?? seen;
  }, [
    place.knobs,
    scenario,
    run,
    isLost,
    cursor,
    canSign,
    at,
    knob,
    kept,
    opened,
    attempts,
    pause,
  ]);
}
