/** Stands in for the browser's database in tests: the little of idb that is used, with tables in memory. */

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Disk {
  tables: Map<string, Map<string, Row>>;
  isFull: boolean;
  isBlocked: boolean;
  /** Whether reading fails, though the database is open. */
  isUnreadable: boolean;
  /** Ends with the last transaction. */
  last: Promise<unknown>;
}

/** Tables that outlive a page and its modules, and whether the browser lets anybody write or open them. */
export const disk: Disk = ((globalThis as { testDisk?: Disk }).testDisk ??= {
  tables: new Map(),
  isFull: false,
  isBlocked: false,
  isUnreadable: false,
  last: Promise.resolve(),
});

/** An empty disk that works. */
export function format(): void {
  disk.tables = new Map();
  disk.isFull = false;
  disk.isBlocked = false;
  disk.isUnreadable = false;
}

const tableOf = (name: string): Map<string, Row> => {
  const found = disk.tables.get(name) ?? new Map<string, Row>();
  disk.tables.set(name, found);
  return found;
};

const refuse = (isRefused: boolean, name: string): void => {
  if (isRefused) throw new DOMException('Refused', name);
};

/** One after the other, each over once nothing more is asked of it: as transactions of a database are. */
function transaction() {
  const earlier = disk.last;
  let open = 0;
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  disk.last = done;
  const within = async <T>(work: () => T): Promise<T> => {
    open += 1;
    await earlier;
    setTimeout(() => {
      open -= 1;
      if (open === 0) setTimeout(() => open === 0 && end());
    });
    return work();
  };
  const objectStore = (name: string) => ({
    get: (id: string) => within(() => tableOf(name).get(id)),
    put: (row: Row) =>
      within(() => {
        refuse(disk.isFull, 'QuotaExceededError');
        // What is kept is a copy, as in a database.
        tableOf(name).set(row.id, structuredClone(row));
      }),
    delete: (id: string) => within(() => tableOf(name).delete(id)),
    clear: () =>
      within(() => {
        refuse(disk.isFull, 'QuotaExceededError');
        tableOf(name).clear();
      }),
    getAll: () => within(() => rowsOf(name)),
  });
  return { done, objectStore };
}

function rowsOf(name: string): readonly Row[] {
  refuse(disk.isUnreadable, 'UnknownError');
  return [...tableOf(name).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What `openDB` of idb gives, as far as it is used. */
export async function openDB() {
  refuse(disk.isBlocked, 'InvalidStateError');
  return {
    transaction: (names: string | readonly string[]) => {
      const { done, objectStore } = transaction();
      return { done, objectStore, ...(typeof names === 'string' && { store: objectStore(names) }) };
    },
    getAll: async (name: string) => rowsOf(name),
    clear: async (name: string) => transaction().objectStore(name).clear(),
  };
}
