import { useEffect, useRef } from 'react';
import type { UIEvent } from 'react';

/** How far each part of a slide is scrolled: shares of what is hidden. */
export interface Scrolled {
  readonly picture: number;
  readonly words: number;
}

interface Scrolling {
  readonly scroll: Scrolled;
  readonly onScroll?: (part: keyof Scrolled, to: number) => void;
}

/** In steps of a hundredth: less is nothing one sees, and would go to and fro between two windows. */
export const shareOf = ({ scrollTop, scrollHeight, clientHeight }: Element): number => {
  const hidden = scrollHeight - clientHeight;
  return hidden <= 0 ? 0 : Math.min(1, Math.max(0, Math.round((scrollTop / hidden) * 100) / 100));
};

/** Scrolls a pane to where it should be, and tells where somebody has scrolled it. */
export function useScroll(part: keyof Scrolled, { scroll, onScroll }: Scrolling) {
  const ref = useRef<Element>(null);
  const to = scroll[part];
  useEffect(() => {
    const pane = ref.current;
    if (pane && shareOf(pane) !== to) {
      pane.scrollTop = to * (pane.scrollHeight - pane.clientHeight);
    }
  }, [to]);
  return {
    // Whatever element it is on.
    ref: (element: Element | null) => {
      ref.current = element;
    },
    ...(onScroll && {
      onScroll: ({ currentTarget }: UIEvent) => {
        const now = shareOf(currentTarget);
        if (now !== to) onScroll(part, now);
      },
    }),
  };
}
