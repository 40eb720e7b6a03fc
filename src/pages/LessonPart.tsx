import { Suspense, lazy } from 'react';

const LessonNotes = lazy(() =>
  import('./LessonNotes.tsx').then((module) => ({ default: module.LessonNotes })),
);

/** The notes of a lesson, which come with it. */
export const LessonPart = () => (
  <Suspense>
    <LessonNotes />
  </Suspense>
);
