import { startTransition, useEffect, useState } from 'react';

/** How long a page that nobody touches waits before it loads what it will need next. */
const REST_MS = 1500;

const STIRS = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'touchstart', 'wheel'] as const;

/** Whether somebody has stirred on this page, or a moment has passed. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    if (isAwake) return undefined;
    // What follows is large: nothing that somebody does meanwhile waits for it.
    const wake = (): void => startTransition(() => setAwake(true));
    const waiting = setTimeout(wake, REST_MS);
    for (const stir of STIRS) addEventListener(stir, wake, { capture: true, passive: true });
    return () => {
      clearTimeout(waiting);
      for (const stir of STIRS) removeEventListener(stir, wake, { capture: true });
    };
  }, [isAwake]);
  return isAwake;
}
