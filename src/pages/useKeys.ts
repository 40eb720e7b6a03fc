import { useEffectEvent, useLayoutEffect } from 'react';

/**
 * Hears keys wherever the focus is, with one listener as long as they are wanted: a page that is drawn anew while a key
 * goes round, as by the first key that wakes it, would miss that key. `capture` hears them before anything else does.
 */
export function useKeys(
  onKey: (event: KeyboardEvent) => void,
  { isOn = true, capture = false }: { readonly isOn?: boolean; readonly capture?: boolean } = {},
): void {
  const hear = useEffectEvent(onKey);
  // Not after the paint: whoever sees the page may press at once.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent): void => hear(event);
    addEventListener('keydown', listen, { capture });
    return () => removeEventListener('keydown', listen, { capture });
  }, [isOn, capture]);
}
