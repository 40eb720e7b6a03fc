import { useState } from 'react';

import { pointAt } from './twin.ts';

/** Whether the presenter points at the room’s screen; to begin or to end it takes the last point away. */
export function usePointing() {
  const [isPointing, setPointing] = useState(false);
  const onPoint = (): void => {
    pointAt(undefined);
    setPointing(!isPointing);
  };
  return { isPointing, onPoint };
}
