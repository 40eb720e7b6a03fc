import { startTransition, useEffect, useState } from 'react';

/** Whether something is so, from the frame on after the first one that shows it: what follows does not hold that up. */
export function useOnceDrawn(isSo: boolean): boolean {
  const [isDrawn, setDrawn] = useState(isSo);
  useEffect(() => {
    if (!isSo) return undefined;
    let waiting: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      waiting = setTimeout(() => startTransition(() => setDrawn(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(waiting);
      setDrawn(false);
    };
  }, [isSo]);
  return isSo && isDrawn;
}
