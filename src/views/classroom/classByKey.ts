import type { Choice } from '#study/answer.ts';

import { commandOf, keepsKey } from '../keymap.ts';
import type { ShortcutSetting } from '../keymap.ts';

/** A class by keyboard and clicker: page keys walk through the phases, letters count hands. */

export interface ClassKeys {
  readonly choices: readonly Choice[];
  /** Whether hands are counted now. */
  readonly isVoting: boolean;
  readonly onHands: (option: string, by: number) => void;
  readonly onUndo: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onBlank: () => void;
  readonly onLeave: () => void;
}

/** The letters of the options. */
export const letterOf = (index: number): string => 'ABCDEFGHI'.charAt(index);

/** Does what a key means in class; a key that means nothing is left to the browser. */
export function classByKey(press: KeyboardEvent, keys: ClassKeys, setting: ShortcutSetting): void {
  const act = actOf(press, keys, setting);
  if (!act) return;
  press.preventDefault();
  // A key held down counts one hand.
  if (!press.repeat) act();
}

function actOf(
  press: KeyboardEvent,
  keys: ClassKeys,
  setting: ShortcutSetting,
): (() => unknown) | undefined {
  if (press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey) return undefined;
  if (document.querySelector('dialog[open]')) return undefined;
  // Letters first, also from the fields, which take digits alone.
  return (setting === 'all' && handsBy(press, keys)) || commandBy(press, keys, setting);
}

function handsBy({ key, shiftKey }: KeyboardEvent, keys: ClassKeys): (() => unknown) | undefined {
  const letter = key.toUpperCase();
  if (keys.isVoting && letter === 'U') return keys.onUndo;
  if (!/^[A-E]$/.test(letter)) return undefined;
  const option = keys.choices.find((_, index) => letterOf(index) === letter);
  // An answer that there is not, or not now, is no other shortcut either: D must not change the theme.
  return () => keys.isVoting && option && keys.onHands(option.id, shiftKey ? -1 : 1);
}

function commandBy(
  press: KeyboardEvent,
  keys: ClassKeys,
  setting: ShortcutSetting,
): (() => void) | undefined {
  if (keepsKey(press.target, press.key)) return undefined;
  switch (commandOf(press, setting)) {
    case 'next':
      return keys.onNext;
    case 'back':
      return keys.onBack;
    case 'blank':
      return keys.onBlank;
    case 'close':
      return keys.onLeave;
    default:
      return undefined;
  }
}
