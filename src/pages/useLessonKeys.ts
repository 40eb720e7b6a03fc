import { useLayoutEffect, useRef } from 'react';

import { useSettings } from '#stores/settings.ts';
import { keepsKey } from '#views/keymap.ts';

import type { GivenLesson } from './useLesson.ts';

const BY: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** In a lesson, a clicker goes from stop to stop. Whatever shows the lesson listens, so that the keys are there when it is. */
export function useLessonKeys(given: GivenLesson | undefined): void {
  const shortcuts = useSettings((settings) => settings.shortcuts);
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  const isGiven = given !== undefined;
  // Not after the paint: whoever sees the lesson may press at once. And not anew with each drawing: the first key wakes
  // the page, and a listener that is put back while a key is on its way does not hear it.
  useLayoutEffect(() => {
    if (!isGiven || shortcuts === 'off') return undefined;
    // Before the page’s own keys: there, these mean one step.
    const listen = (event: KeyboardEvent): void => {
      const by = BY[event.key];
      if (by === undefined || keepsKey(event.target, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current?.go(latest.current.at + by);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [isGiven, shortcuts]);
}
