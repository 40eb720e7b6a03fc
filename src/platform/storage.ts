/** Small things kept in this browser. Nothing here may stop the app: storage can be full, blocked or foreign. */

/** Stores a value under a name; tells whether that worked. */
export function save(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const namesIn = (store: Storage, prefix: string): readonly string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  );

/** Forgets what was stored under names that begin with `prefix`. */
export function forget(prefix: string): void {
  try {
    for (const store of [localStorage, sessionStorage]) {
      namesIn(store, prefix).forEach((name) => store.removeItem(name));
    }
  } catch {
    // Blocked storage holds nothing to forget.
  }
}

/** Whether anything is stored under names that begin with `prefix`. */
export function holds(prefix: string): boolean {
  try {
    return namesIn(localStorage, prefix).length > 0;
  } catch {
    return false;
  }
}
