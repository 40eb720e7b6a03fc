/** The address bar: it follows the app, trailing, because browsers refuse more than about 100 changes in 30 seconds. */

const TRAILING_MS = 250;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** The address's hash as it stands. */
export const currentHash = (): string => location.hash;

/** Puts a hash into the address bar: at once as a new entry of the history, or soon in place of the current one. */
export function showHash(hash: string, how: 'push' | 'replace'): void {
  clearTimeout(waiting);
  if (hash === location.hash) return;
  if (how === 'push') {
    history.pushState(null, '', hash);
    return;
  }
  waiting = setTimeout(() => history.replaceState(null, '', hash), TRAILING_MS);
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
