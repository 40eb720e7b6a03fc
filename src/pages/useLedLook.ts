import { useEffect } from 'react';

import { useRoom } from '#stores/room.ts';

/** How much larger a room needs a page that was made for a desk. */
const FOR_A_ROOM = 1.35;

/** Puts on the document how large and how strong the room wants a page that it is led to. */
export function useLedLook(): void {
  const { scale, contrast } = useRoom();
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--room-zoom', `${(FOR_A_ROOM * scale) / 100}`);
    if (contrast > 100) style.setProperty('--room-contrast', `contrast(${contrast}%)`);
    return () => {
      style.removeProperty('--room-zoom');
      style.removeProperty('--room-contrast');
    };
  }, [scale, contrast]);
}
