/** The address bar: it follows the app at once, then at most so often: browsers refuse more than about 100 changes in 30 seconds. */

const LEAST_MS = 320;

let waiting: ReturnType<typeof setTimeout> | undefined;
let writtenAt = Number.NEGATIVE_INFINITY;

/** The address's hash as it stands. */
export const currentHash = (): string => location.hash;

/** Puts a hash into the address bar: at once as a new entry of the history, or at once or soon in place of the current one. */
export function showHash(hash: string, how: 'push' | 'replace'): void {
  clearTimeout(waiting);
  if (hash === location.hash) return;
  if (how === 'push') {
    history.pushState(null, '', hash);
    return;
  }
  const wait = Math.min(LEAST_MS, writtenAt + LEAST_MS - performance.now());
  if (wait <= 0) replace(hash);
  else waiting = setTimeout(() => replace(hash), wait);
}

function replace(hash: string): void {
  waiting = undefined;
  writtenAt = performance.now();
  history.replaceState(null, '', hash);
}

/** Calls back when the user changes the address: back, forward, a link, a typed hash. */
export function onHashChange(listener: (hash: string) => void): () => void {
  const listen = (): void => {
    clearTimeout(waiting);
    listener(location.hash);
  };
  addEventListener('popstate', listen);
  return () => removeEventListener('popstate', listen);
}

/** Writes a waiting hash now: before the page goes away. */
export function flushHash(hash: string): void {
  if (waiting === undefined) return;
  clearTimeout(waiting);
  if (hash !== location.hash) history.replaceState(null, '', hash);
}
