import { useSettings } from '#stores/settings.ts';
import { keepsKey } from '#views/keymap.ts';

import { useKeys } from './useKeys.ts';
import type { GivenLesson } from './useLesson.ts';

const BY: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** In a lesson, a clicker goes from stop to stop: before the page’s own keys, where these mean one step. */
export function useLessonKeys(given: GivenLesson | undefined): void {
  const isOff = useSettings(({ shortcuts }) => shortcuts === 'off');
  useKeys(
    (event) => {
      const by = BY[event.key];
      if (!given || by === undefined || keepsKey(event.target, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      given.go(given.at + by);
    },
    { isOn: given !== undefined && !isOff, capture: true },
  );
}
