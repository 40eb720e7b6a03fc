import { Suspense, lazy } from 'react';

import type { LessonPlace } from '#stores/stage.ts';

const LessonDesk = lazy(() =>
  import('./LessonDesk.tsx').then((module) => ({ default: module.LessonDesk })),
);

/** Lessons to give in class. All lessons and what reads them come behind this, so that no other page has to know of them. */
export const LessonPage = ({ place }: { readonly place: LessonPlace }) => (
  <Suspense fallback={<main>Opening the lessons…</main>}>
    <LessonDesk place={place} />
  </Suspense>
);
