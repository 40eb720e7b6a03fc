import { useSyncExternalStore } from 'react';

const NARROW = '(width < 700px)';

/** Whether the window is as narrow as a phone's, as it changes. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => matchMedia(NARROW).matches,
    // Without a window it is not narrow.
    () => false,
  );
