import { Suspense, lazy, useEffect } from 'react';

import { endBlank } from '#stores/led.ts';
import { useRoom } from '#stores/room.ts';
import { leavePresenting, toggleBlank, useStage } from '#stores/stage.ts';
import { OverPage } from '#views/present/OverPage.tsx';
import { PointerDot } from '#views/present/PointerDot.tsx';

import { PageScroll } from './PageScroll.tsx';
import { useCommands } from './useCommands.ts';
import { useLedLook } from './useLedLook.ts';

const RoomCode = lazy(() =>
  import('./RoomCode.tsx').then((module) => ({ default: module.RoomCode })),
);

/** What the presenter lays over any page that a room is led to, as over a slide: the pointer and the code of the link. */
export function RoomOver() {
  const { isCodeShown, pointer } = useRoom();
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  useCommands({ blank: toggleBlank, ...(isInLesson && { close: leavePresenting }) });
  useLedLook();
  const opened = useStage(({ place, lesson }) => `${place.page} ${lesson?.stop}`);
  useEffect(() => endBlank, []);
  return (
    <OverPage>
      <PageScroll key={opened} />
      {isCodeShown && (
        <Suspense>
          <RoomCode />
        </Suspense>
      )}
      {pointer && <PointerDot at={pointer} />}
    </OverPage>
  );
}
