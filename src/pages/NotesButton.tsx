import { useState } from 'react';

import { enterFullscreen, isFullscreen } from '#platform/fullscreen.ts';
import { useHasOther } from '#stores/other.ts';
import { Button } from '#views/ui/Button.tsx';

import { openTwin } from './twinDoor.ts';

/** Opens the presenter's window; once that is there, fills the screen with this one. */
export function NotesButton() {
  const hasOther = useHasOther();
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
