import { useSettings } from '#stores/settings.ts';
import { commandOf, keepsKey } from '#views/keymap.ts';
import type { Command } from '#views/keymap.ts';

import { useKeys } from './useKeys.ts';

/** What would lead past a gate. */
const AHEAD: readonly (Command | undefined)[] = [
  'next',
  'next-phase',
  'last',
  'next-failure',
  'play',
];

/** Hears keys that would go on where a run waits, before anything else does. */
export function useKnock(isClosed: boolean, onKnock: () => void): void {
  const shortcuts = useSettings((settings) => settings.shortcuts);
  useKeys(
    (event) => {
      if (event.ctrlKey || event.metaKey || keepsKey(event.target, event.key)) return;
      if (!AHEAD.includes(commandOf(event, shortcuts))) return;
      event.preventDefault();
      // A key held down runs up to the gate, and not through it.
      if (!event.repeat) onKnock();
    },
    { isOn: isClosed, capture: true },
  );
}
