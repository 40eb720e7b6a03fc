import { useEffect } from 'react';
import type { ReactNode } from 'react';

import { enterFullscreen, leaveFullscreen } from '#platform/fullscreen.ts';
import { keepAwake } from '#platform/wakeLock.ts';
import { endBlank } from '#stores/led.ts';
import { scrollRoom } from '#stores/room.ts';
import { leavePresenting } from '#stores/stage.ts';

import { NotesButton } from './NotesButton.tsx';
import { RoomScreen } from './RoomScreen.tsx';
import type { Scene } from './useRun.ts';

/** A lab on the projector: two views, large, driven by a clicker. */
export function Presentation({
  scene,
  children,
}: {
  readonly scene: Scene;
  /** What the run asks where it stands. */
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    void enterFullscreen();
    const letSleep = keepAwake();
    return () => {
      letSleep();
      void leaveFullscreen();
      endBlank();
    };
  }, []);
  return (
    <RoomScreen
      scene={scene}
      onLeave={leavePresenting}
      onScroll={scrollRoom}
      buttons={<NotesButton />}
    >
      {children}
    </RoomScreen>
  );
}
