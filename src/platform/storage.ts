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

/** Forgets what was stored under names that begin with `prefix`. */
export function forget(prefix: string): void {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) =>
      localStorage.key(index),
    );
    for (const name of names) if (name?.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}

/** Whether anything is stored under names that begin with `prefix`. */
export function holds(prefix: string): boolean {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)).some(
      (name) => name?.startsWith(prefix),
    );
  } catch {
    return false;
  }
}
