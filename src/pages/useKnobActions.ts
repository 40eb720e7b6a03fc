import { useEffect, useMemo, useRef } from 'react';

import type { RawKnobs } from '#content/knob.ts';

import { reset, setBeside, setRun, turn } from './labActions.ts';
import type { Scene } from './useRun.ts';

/** What a learner can do to the knobs. */
export interface KnobActions {
  readonly onTurn: (name: string, text: string) => void;
  readonly onReset: (name: string) => void;
  readonly onResetAll: () => void;
  /** Sets all of them, with the run before beside. */
  readonly onSetBeside: (knobs: RawKnobs) => void;
}

/** The knobs' actions on the scene as it last was: the same functions for ever, so that a step draws no knob anew. */
export function useKnobActions(scene: Scene): KnobActions {
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
  }, [scene]);
  return useMemo(
    () => ({
      onTurn: (name, text) => turn(latest.current, name, text),
      onReset: (name) => reset(latest.current, name),
      onResetAll: () => setRun(latest.current, {}),
      onSetBeside: (knobs) => setBeside(latest.current, knobs),
    }),
    [],
  );
}
