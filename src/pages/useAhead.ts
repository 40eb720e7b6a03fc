import { useEffect } from 'react';

import { takeAhead } from '#stores/stage.ts';

import { moveCursor } from './labActions.ts';
import type { Scene } from './useRun.ts';

/** Takes the steps that were asked for before the run was there. */
export function useAhead(scene: Scene): void {
  const { isResting } = scene;
  useEffect(() => {
    const ahead = isResting ? undefined : takeAhead();
    if (ahead !== undefined) moveCursor(scene, ahead);
    // Once, when the run is there: later steps are moves of their own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isResting]);
}
