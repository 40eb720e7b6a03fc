import { useEffect } from 'react';

import { scrollRoom, useRoom } from '#stores/room.ts';
import { shareOf } from '#views/present/useScroll.ts';

const page = (): Element => document.documentElement;

/** Scrolls a page to where the presenter wants it, and tells where the room's window has scrolled it. */
export function PageScroll() {
  const to = useRoom(({ scroll }) => scroll.picture);
  useEffect(() => {
    // What is opened is shown from its beginning.
    page().scrollTop = 0;
    scrollRoom('picture', 0);
    const tell = (): void => {
      const now = shareOf(page());
      if (now !== useRoom.getState().scroll.picture) scrollRoom('picture', now);
    };
    addEventListener('scroll', tell);
    return () => removeEventListener('scroll', tell);
  }, []);
  useEffect(() => {
    const { scrollHeight, clientHeight } = page();
    if (shareOf(page()) !== to) page().scrollTop = to * (scrollHeight - clientHeight);
  }, [to]);
  return null;
}
