import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

import { useLostFocus } from '#views/ui/useLostFocus.ts';

/** A heading that takes the focus when something else is shown, and not while the app opens. */
export function useFocusOnChange(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(id);
  useLostFocus(heading);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}
