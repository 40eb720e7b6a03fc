import { Suspense, lazy, use, useEffect } from 'react';

import { READY_LESSONS } from '#content/lessons/ready.ts';
import { formatLesson } from '#content/lessons/readLesson.ts';
import { download } from '#platform/download.ts';
import { loadPacking } from '#platform/packing.ts';
import { OWN_LESSON, useLessons } from '#stores/lessons.ts';
import type { LessonPlace } from '#stores/stage.ts';
import { LessonList } from '#views/lessons/LessonList.tsx';
import { LessonOverview } from '#views/lessons/LessonOverview.tsx';
import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { goToStop, lessonNamed } from './lessonStops.ts';
import { formatRoute } from './route.ts';

const LessonWriting = lazy(() =>
  import('./LessonWriting.tsx').then((module) => ({ default: module.LessonWriting })),
);

const packing = loadPacking();

const hrefOf = (id: string, stop?: number): string =>
  formatRoute({ place: { page: 'lesson', id, ...(stop !== undefined && { stop }) } });

const LISTED = Object.entries(READY_LESSONS).map(([id, lesson]) => ({ id, lesson }));

/** Lessons to give in class: a list, one of them, and the way to each stop. */
export function LessonDesk({ place: { id, stop } }: { readonly place: LessonPlace }) {
  const own = useLessons((lessons) => lessons.own);
  const lesson = id === undefined ? undefined : lessonNamed(id, own);
  if (id === undefined || (id === OWN_LESSON && stop === undefined)) {
    return (
      <LessonList
        lessons={own ? [...LISTED, { id: OWN_LESSON, lesson: own }] : LISTED}
        hrefOf={hrefOf}
      >
        <Suspense fallback={<p>Opening your lesson…</p>}>
          <LessonWriting />
        </Suspense>
      </LessonList>
    );
  }
  if (!lesson || (stop !== undefined && stop > lesson.stops.length)) return <NoLesson />;
  if (stop !== undefined) return <ToStop {...{ id, lesson, stop }} />;
  return (
    <LessonOverview
      lesson={lesson}
      listHref={formatRoute({ place: { page: 'lesson' } })}
      hrefOf={(at) => hrefOf(id, at)}
      onSave={() => download(`${id}.lesson.json`, formatLesson(lesson))}
    />
  );
}

/** Shows a stop as soon as it is drawn. */
function ToStop(to: {
  readonly id: string;
  readonly lesson: Parameters<typeof goToStop>[1];
  readonly stop: number;
}) {
  const loaded = use(packing);
  const { id, lesson, stop } = to;
  useEffect(() => goToStop(id, lesson, stop, loaded), [id, lesson, stop, loaded]);
  return <main>Opening the stop…</main>;
}

const NoLesson = () => (
  <Message title="There is no such lesson, or no such stop">
    <p>A lesson of one’s own is only in the browser where it was written or opened.</p>
    <p>
      <ButtonLink kind="strong" href={formatRoute({ place: { page: 'lesson' } })}>
        All lessons
      </ButtonLink>
    </p>
  </Message>
);
