import type { Selection } from './selection.ts';

/** A selection with one thing in it changed, or taken out. */
export const chosen = <Name extends keyof Selection>(
  selection: Selection,
  name: Name,
  value: Selection[Name] | undefined,
): Selection => {
  const others = Object.entries(selection).filter(([one]) => one !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
};
