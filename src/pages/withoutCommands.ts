import type { Command } from '#views/keymap.ts';

import type { Commands } from './useCommands.ts';

/** What can be done, without what makes no sense there. */
export const withoutCommands = (commands: Commands, names: readonly Command[]): Commands =>
  Object.fromEntries(
    Object.entries(commands).filter(([name]) => names.every((one) => one !== name)),
  );
