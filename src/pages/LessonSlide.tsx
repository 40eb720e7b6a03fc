import { AskRoom } from '#views/present/AskRoom.tsx';

import { RoomSlide } from './RoomSlide.tsx';
import type { RoomSlideProps } from './RoomSlide.tsx';
import { useLesson } from './useLesson.ts';
import { useLessonKeys } from './useLessonKeys.ts';

/** A slide with the question of its stop, as long as the run stands there; else with the words of the step. */
export function LessonSlide(props: Omit<RoomSlideProps, 'asks'>) {
  const given = useLesson();
  useLessonKeys(props.isPicture ? undefined : given);
  const ask = given?.isThere ? given.stop.ask : undefined;
  return <RoomSlide {...props} {...(ask && { asks: <AskRoom {...ask} /> })} />;
}
