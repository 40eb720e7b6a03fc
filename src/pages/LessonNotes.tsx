import { askedInClass, useStage } from '#stores/stage.ts';
import { GivenStop } from '#views/lessons/GivenStop.tsx';

import { useLesson } from './useLesson.ts';
import { useLessonKeys } from './useLessonKeys.ts';

/** What a lesson says to the stop that is shown: for the presenter alone. */
export function LessonNotes() {
  const given = useLesson();
  // There a clicker goes through the phases of the question.
  const isInClass = useStage(({ place }) => askedInClass(place) !== undefined);
  useLessonKeys(isInClass ? undefined : given);
  return given ? (
    <GivenStop stops={given.lesson.stops} at={given.at} isThere={given.isThere} onGo={given.go} />
  ) : (
    <p>The lesson of this link is not in this browser.</p>
  );
}
