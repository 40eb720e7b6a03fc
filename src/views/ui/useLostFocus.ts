import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Takes the focus when what had it is gone, such as the button that led here; never while the app opens. */
export function useLostFocus(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isUsed = 'userActivation' in navigator && navigator.userActivation.hasBeenActive;
    if (isUsed && document.activeElement === document.body) target.current?.focus();
  }, [target]);
}
