/** Keeps the screen on where the browser can, also after the page was hidden for a while; returns how to let it sleep again. */
export function keepAwake(): () => void {
  let isWanted = true;
  let lock: WakeLockSentinel | undefined;
  const ask = async (): Promise<void> => {
    if (!isWanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (!isWanted) await lock.release();
    } catch {
      // A low battery, or a browser that never does it: the screen sleeps when it does.
    }
  };
  const listen = (): void => void ask();
  document.addEventListener('visibilitychange', listen);
  void ask();
  return () => {
    isWanted = false;
    document.removeEventListener('visibilitychange', listen);
    void lock?.release().catch(() => undefined);
  };
}
