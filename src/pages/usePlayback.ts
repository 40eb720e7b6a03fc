import { useEffect } from 'react';

import { setPlaying } from '#stores/stage.ts';

import { moveCursor } from './labActions.ts';
import type { Scene } from './useRun.ts';

/** Plays a run by itself, one step every `speed` seconds; at the end it stops. */
export function usePlayback(scene: Scene, isPlaying: boolean, speed: number): void {
  useEffect(() => {
    if (!isPlaying) return undefined;
    const { cursor, run, isResting } = scene;
    if (isResting) return undefined;
    if (cursor >= run.trace.steps.length) {
      setPlaying(false);
      return undefined;
    }
    const waiting = setTimeout(() => moveCursor(scene, cursor + 1), speed * 1000);
    return () => clearTimeout(waiting);
  }, [scene, isPlaying, speed]);
}
