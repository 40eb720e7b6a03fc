import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';

/**
 * Questions that somebody added, in a database of their own: deleting the answers leaves them, and the other way round.
 * What is in them is checked by whoever reads them. Nothing here may stop the app.
 */

type Row = { readonly id: string };

interface Tables extends DBSchema {
  added: { key: string; value: Row };
}

const NAME = 'shortlived-questions';
const VERSION = 1;

let opened: Promise<IDBPDatabase<Tables>> | undefined;

/** The open database; a connection that was lost is opened anew. */
function database(): Promise<IDBPDatabase<Tables>> {
  const lost = (): void => {
    opened = undefined;
  };
  opened ??= openDB<Tables>(NAME, VERSION, {
    upgrade: (database) => {
      database.createObjectStore('added', { keyPath: 'id' });
    },
    blocking: (_now, _next, event) => {
      // A newer version waits in another tab: it must not wait for this one.
      if (event.target instanceof IDBDatabase) event.target.close();
      lost();
    },
    terminated: lost,
  }).catch((error: unknown) => {
    lost();
    throw error;
  });
  return opened;
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

/** Hears when another tab has added or deleted questions. */
export const onOwnElsewhere = (listener: () => void): void =>
  channel?.addEventListener('message', listener);

/** Changes the table in one transaction; tells whether the browser did. */
async function changed(
  change: (added: IDBPObjectStore<Tables, ['added'], 'added', 'readwrite'>) => readonly unknown[],
): Promise<boolean> {
  try {
    const { store, done } = (await database()).transaction('added', 'readwrite');
    await Promise.all([...change(store), done]);
    // A channel reaches this origin only; the rule thinks of windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel?.postMessage('changed');
    return true;
  } catch {
    return false;
  }
}

/** Adds questions in place of those with the same names, and deletes others; tells whether the browser did. */
export const changeOwn = (added: readonly Row[], deleted: readonly string[]): Promise<boolean> =>
  changed((store) => [
    ...deleted.map((id) => store.delete(id)),
    ...added.map((row) => store.put(row)),
  ]);

/** Deletes all of them; tells whether the browser did. */
export const clearOwn = (): Promise<boolean> => changed((store) => [store.clear()]);

/** Whatever is kept; undefined where nothing can be. */
export async function readOwn(): Promise<readonly unknown[] | undefined> {
  try {
    return await (await database()).getAll('added');
  } catch {
    return undefined;
  }
}
