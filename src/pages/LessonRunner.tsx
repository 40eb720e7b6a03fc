import { isPresented, useStage } from '#stores/stage.ts';
import { LessonBar } from '#views/lessons/LessonBar.tsx';

import { formatRoute } from './route.ts';
import { useLesson } from './useLesson.ts';
import { useLessonKeys } from './useLessonKeys.ts';

/** Says where in a lesson one is, on a page that is no slide, and leads on. */
export function LessonRunner() {
  const given = useLesson();
  // On a slide, that listens; in class mode a clicker goes through the phases of a question.
  const isMine = useStage(({ presenter, place }) => presenter === undefined && !isPresented(place));
  useLessonKeys(isMine ? given : undefined);
  if (!given || !isMine) return null;
  return (
    <LessonBar
      title={given.lesson.title}
      at={given.at}
      count={given.lesson.stops.length}
      href={formatRoute({ place: { page: 'lesson', id: given.id } })}
      onGo={given.go}
    />
  );
}
