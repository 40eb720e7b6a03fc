import { useSettings } from '#stores/settings.ts';
import { commandOf, keepsChord, keepsKey } from '#views/keymap.ts';
import type { Command } from '#views/keymap.ts';

import { useKeys } from './useKeys.ts';

/** What a page does on each command; a command it does not name is left to the browser. */
export type Commands = Partial<Record<Command, () => void>>;

/** Listens to the keyboard for a page. Widgets with the focus keep the keys they need. */
export function useCommands(commands: Commands): void {
  const shortcuts = useSettings((settings) => settings.shortcuts);
  useKeys((event) => {
    const isHeld = event.ctrlKey || event.metaKey;
    const isKept = isHeld ? keepsChord(event.target, event) : keepsKey(event.target, event.key);
    if (event.defaultPrevented || isKept) return;
    const command = commandOf(event, shortcuts);
    const act = command && commands[command];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
