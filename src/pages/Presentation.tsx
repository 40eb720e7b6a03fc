import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { enterFullscreen, isFullscreen, leaveFullscreen } from '#platform/fullscreen.ts';
import { keepAwake } from '#platform/wakeLock.ts';
import { scrollRoom, useRoom } from '#stores/room.ts';
import { leavePresenting, useStage } from '#stores/stage.ts';
import { Button } from '#views/ui/Button.tsx';

import { RoomScreen } from './RoomScreen.tsx';
import { openTwin } from './twinDoor.ts';
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
      useStage.setState({ isBlank: false });
    };
  }, []);
  return (
    <RoomScreen
      scene={scene}
      onLeave={leavePresenting}
      onScroll={scrollRoom}
      buttons={<WindowButton />}
    >
      {children}
    </RoomScreen>
  );
}

/** Opens the presenter's window; once that is there, fills the screen with this one. */
function WindowButton() {
  const hasOther = useRoom(({ other }) => other !== undefined);
  const [isFull, setFull] = useState(isFullscreen);
  if (!hasOther) {
    return (
      <Button onClick={openTwin} title="Presenter’s window (S)" aria-keyshortcuts="S">
        Notes
      </Button>
    );
  }
  if (isFull) return null;
  return (
    <Button onClick={() => void enterFullscreen().then(() => setFull(isFullscreen()))}>
      Full screen
    </Button>
  );
}
