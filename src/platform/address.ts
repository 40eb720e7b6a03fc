/** The address bar: it follows the app at once. Browsers refuse more than about 100 changes in 30 seconds, so that many quick ones wait. */

/** Changes that may come at once, and how long each takes to come back: 8 and 88 in 30 seconds. */
const AT_ONCE = 8;
const REFILL_MS = 340;

let waiting: ReturnType<typeof setTimeout> | undefined;
let left = AT_ONCE;
let countedAt = 0;

/** How many changes may be made now; counted anew where the clock was set back. */
function refilled(): number {
  const now = performance.now();
  const passed = Math.max(0, now - countedAt);
  countedAt = now;
  return Math.min(AT_ONCE, left + passed / REFILL_MS);
}

/** The address's hash as it stands. */
export const currentHash = (): string => location.hash;

/** Goes to a hash as a link does. */
export function visit(hash: string): void {
  location.hash = hash;
}

/** Puts a hash into the address bar: at once as a new entry of the history, or at once or soon in place of the current one. */
export function showHash(hash: string, how: 'push' | 'replace'): void {
  clearTimeout(waiting);
  if (hash === location.hash) return;
  if (how === 'push') {
    history.pushState(null, '', hash);
    return;
  }
  left = refilled();
  if (left >= 1) replace(hash);
  else waiting = setTimeout(() => replace(hash), (1 - left) * REFILL_MS);
}

function replace(hash: string): void {
  waiting = undefined;
  left = refilled() - 1;
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
