import { useLayoutEffect, useRef, useState } from 'react';

/** The width an element has on screen, in CSS pixels, as it changes. */
export function useWidth<E extends HTMLElement>(initial: number) {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  // Measured before the first paint: drawn for another width first, everything would jump.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const found = (at: number): void => {
      if (at > 0) setWidth(Math.round(at));
    };
    found(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => found(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}
