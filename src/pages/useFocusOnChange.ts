import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A heading that takes the focus when something else is shown, and not when the page opens. */
export function useFocusOnChange(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}
