import { Suspense, lazy } from 'react';

import { useStage } from '#stores/stage.ts';
import { ClassTimer } from '#views/present/ClassTimer.tsx';

import { useTimer } from './useTimer.ts';

const LessonTimer = lazy(() =>
  import('./LessonTimer.tsx').then((module) => ({ default: module.LessonTimer })),
);

/** The clock of the class; in a lesson, beside its plan. */
export function PresenterTimer() {
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  if (!isInLesson) return <PlainTimer />;
  return (
    <Suspense fallback={<PlainTimer />}>
      <LessonTimer />
    </Suspense>
  );
}

const PlainTimer = () => <ClassTimer {...useTimer()} />;
