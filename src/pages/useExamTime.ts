import { useEffect } from 'react';

import { ticking } from '#platform/clock.ts';
import { keepTime, tick } from '#stores/exam.ts';

/** A page that says nothing for longer was asleep, in milliseconds. */
const ASLEEP = 10_000;

/** Lets the time of an exam go by while its page is in front of somebody, and keeps it when they leave. */
export function useExamTime(): void {
  useEffect(() => {
    let seen = ticking();
    const look = (): void => {
      const passed = ticking() - seen;
      const isAway = document.visibilityState === 'hidden' || passed > ASLEEP;
      const seconds = isAway ? 0 : Math.floor(passed / 1000);
      seen = isAway ? ticking() : seen + seconds * 1000;
      if (seconds > 0) void tick(seconds);
    };
    const leave = (): void => {
      look();
      void keepTime();
    };
    const looking = setInterval(look, 1000);
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(looking);
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
