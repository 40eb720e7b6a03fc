import { plannedAt } from '#content/lessons/format.ts';
import { ClassTimer } from '#views/present/ClassTimer.tsx';

import { useLesson } from './useLesson.ts';
import { useTimer } from './useTimer.ts';

/** The clock of a lesson: each stop has its minutes. */
export function LessonTimer() {
  const given = useLesson();
  return <ClassTimer {...useTimer()} planned={given && plannedAt(given.lesson, given.at)} />;
}
