import { useSyncExternalStore } from 'react';

const NARROW = '(width < 700px)';

// Asked once: a header asks again at every step.
let asked: MediaQueryList | undefined;
const narrow = (): MediaQueryList => (asked ??= matchMedia(NARROW));

function watch(onChange: () => void): () => void {
  const query = narrow();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

const isNarrow = (): boolean => narrow().matches;

/** Without a window it is not narrow. */
const isNarrowUnseen = (): boolean => false;

/** Whether the window is as narrow as a phone's, as it changes. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, isNarrow, isNarrowUnseen);
