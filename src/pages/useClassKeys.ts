import { useEffect } from 'react';

import { useSettings } from '#stores/settings.ts';
import { classByKey } from '#views/classroom/classByKey.ts';
import type { ClassKeys } from '#views/classroom/classByKey.ts';

/** Lets the whole page be driven by keys: before the page’s own shortcuts, since D is an answer here and no theme. */
export function useClassKeys(keys: ClassKeys): void {
  const shortcuts = useSettings((settings) => settings.shortcuts);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => classByKey(event, keys, shortcuts);
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [keys, shortcuts]);
}
