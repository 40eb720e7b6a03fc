import { Suspense, lazy } from 'react';

import { useStage } from '#stores/stage.ts';

import { RoomSlide } from './RoomSlide.tsx';
import type { RoomSlideProps } from './RoomSlide.tsx';

const LessonSlide = lazy(() =>
  import('./LessonSlide.tsx').then((module) => ({ default: module.LessonSlide })),
);

/** What the room sees of a run. In a lesson it waits for that: what is asked goes before what is told. */
export function RoomScreen(props: Omit<RoomSlideProps, 'asks'>) {
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  return isInLesson ? (
    <Suspense>
      <LessonSlide {...props} />
    </Suspense>
  ) : (
    <RoomSlide {...props} />
  );
}
