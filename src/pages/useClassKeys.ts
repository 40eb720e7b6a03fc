import { useSettings } from '#stores/settings.ts';
import { classByKey } from '#views/classroom/classByKey.ts';
import type { ClassKeys } from '#views/classroom/classByKey.ts';

import { useKeys } from './useKeys.ts';

/** Lets the whole page be driven by keys: before the page’s own shortcuts, since D is an answer here and no theme. */
export function useClassKeys(keys: ClassKeys): void {
  const shortcuts = useSettings((settings) => settings.shortcuts);
  useKeys((event) => classByKey(event, keys, shortcuts), { capture: true });
}
