/**
 * The address bar: it follows the app. Browsers take their time over a change, so that a step is drawn first; and they refuse
 * more than about 100 in 30 seconds, so that many quick ones wait longer.
 */

/** By then a frame with the step is drawn. */
const DRAWN_MS = 50;

/** Changes that may come at once, and how long each takes to come back: 8 and 88 in 30 seconds. */
const AT_ONCE = 8;
const REFILL_MS = 340;

/** The hash that is to be shown soon. */
let waiting: { readonly hash: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;
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
  flushHash();
  location.hash = hash;
}

/** Puts a hash into the address bar: as a new entry of the history or in place of the current one, at once or soon. */
export function showHash(hash: string, how: 'push' | 'replace' | 'soon'): void {
  if (how === 'push') {
    flushHash();
    if (hash !== location.hash) history.pushState(null, '', hash);
    return;
  }
  forget();
  if (hash === location.hash) return;
  left = refilled();
  const wait = Math.max(how === 'soon' ? DRAWN_MS : 0, (1 - left) * REFILL_MS);
  waiting = { hash, timer: setTimeout(flushHash, wait) };
  if (wait === 0) flushHash();
}

function forget(): void {
  clearTimeout(waiting?.timer);
  waiting = undefined;
}

/** Writes a waiting hash now: before the page goes away. */
export function flushHash(): void {
  if (!waiting) return;
  const { hash } = waiting;
  forget();
  left = Math.max(0, refilled() - 1);
  history.replaceState(null, '', hash);
}

/** Calls back when the user changes the address: back, forward, a link, a typed hash. */
export function onHashChange(listener: (hash: string) => void): () => void {
  const listen = (): void => {
    forget();
    listener(location.hash);
  };
  addEventListener('popstate', listen);
  return () => removeEventListener('popstate', listen);
}
