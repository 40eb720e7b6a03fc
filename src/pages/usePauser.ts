import { use, useMemo } from 'react';

import { useStage } from '#stores/stage.ts';

import type { Pauser } from './lessonPause.ts';
import type { Scene } from './useRun.ts';

let pauser: Promise<Pauser> | undefined;

/** What keeps back what the room of a lesson is to predict, from both windows; it is loaded where one is given. */
export function usePauser(): ((scene: Scene) => Scene) | undefined {
  const lesson = useStage((stage) => stage.lesson);
  const pause = lesson
    ? use((pauser ??= import('./lessonPause.ts').then(({ loadPauser }) => loadPauser())))
    : undefined;
  return useMemo(() => pause && lesson && ((scene) => pause(scene, lesson)), [pause, lesson]);
}
