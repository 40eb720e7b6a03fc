import { use } from 'react';

import type { Lesson, Stop } from '#content/lessons/format.ts';
import { loadPacking } from '#platform/packing.ts';
import { useLessons } from '#stores/lessons.ts';
import { useStage } from '#stores/stage.ts';

import { goToStop, isAtStop, lessonNamed } from './lessonStops.ts';

const packing = loadPacking();

/** A lesson that is being given. */
export interface GivenLesson {
  readonly id: string;
  readonly lesson: Lesson;
  readonly stop: Stop;
  /** The stop's number, from one. */
  readonly at: number;
  /** Whether what is shown is just what the stop shows. */
  readonly isThere: boolean;
  readonly go: (to: number) => void;
}

/** The lesson that the stage is in; undefined where it is in none, or in one that is not here. */
export function useLesson(): GivenLesson | undefined {
  const loaded = use(packing);
  const given = useStage((stage) => stage.lesson);
  const place = useStage((stage) => stage.place);
  const own = useLessons((lessons) => lessons.own);
  const lesson = given && lessonNamed(given.id, own);
  const stop = given && lesson?.stops[given.stop - 1];
  if (!given || !lesson || !stop) return undefined;
  const { id, stop: at } = given;
  return {
    id,
    lesson,
    stop,
    at,
    isThere: isAtStop(place, stop, loaded),
    go: (to) => goToStop(id, lesson, to, loaded),
  };
}
