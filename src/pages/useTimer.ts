import { useEffect, useState } from 'react';

import { wallTicks } from '#platform/clock.ts';
import { loadTimer, saveTimer } from '#platform/roomLook.ts';
import type { KeptTimer } from '#platform/roomLook.ts';
import { elapsed, toggled } from '#study/pace.ts';

/** The clock of a class, kept in this browser: a window that is opened again goes on with it. */
export function useTimer() {
  const [timer, setTimer] = useState(loadTimer);
  const [now, setNow] = useState(wallTicks);
  const isRunning = timer.since !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const ticking = setInterval(() => setNow(wallTicks()), 500);
    return () => clearInterval(ticking);
  }, [isRunning]);
  const change = (changed: Partial<KeptTimer>): void => {
    const next = { ...timer, ...changed };
    setTimer(next);
    setNow(wallTicks());
    saveTimer(next);
  };
  return {
    elapsed: elapsed(timer, now),
    isRunning,
    minutes: timer.minutes,
    onToggle: () => change(toggled(timer, wallTicks())),
    onReset: () => change({ before: 0, since: null }),
    onMinutes: (minutes: number) =>
      change({ minutes: Math.min(600, Math.max(0, Math.round(minutes) || 0)) }),
  };
}
