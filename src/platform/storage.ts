import * as v from 'valibot';

/** Small things kept in this browser. Nothing here may stop the app: storage can be full, blocked or foreign. */

/** Reads what was stored under a name; undefined when there is nothing, or nothing that fits the schema. */
export function load<Schema extends v.GenericSchema>(name: string, schema: Schema): v.InferOutput<Schema> | undefined {
  try {
    const text = localStorage.getItem(name);
    if (text === null) return undefined;
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

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
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const name of names) if (name?.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
