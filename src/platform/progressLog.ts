import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import * as v from 'valibot';

import { load } from './load.ts';
import { attemptId, firstAttemptId, readAttempts, readExams } from './progressSchema.ts';
import type { KeptAttempt, KeptExam, KeptProgress } from './progressSchema.ts';
import { forget } from './storage.ts';

/**
 * Answers and exams in this browser's database. Answers are added and never changed; an exam is changed in one
 * transaction with what another tab did to it. Nothing here may stop the app: a log that cannot keep says so.
 */

interface Tables extends DBSchema {
  attempts: { key: string; value: { readonly id: string } & KeptAttempt };
  exams: { key: string; value: KeptExam };
}

type Database = IDBPDatabase<Tables>;

const NAME = 'shortlived';

/** Raised when a table is added; `upgrade` then brings older ones along. */
const VERSION = 1;

/** Where answers were kept before there was a database. */
const FIRST_NAME = 'shortlived.attempts';

const firstSchema = v.object({ version: v.literal(1), attempts: v.array(v.unknown()) });

/** The answers that were kept before there was a database. */
const firstAttempts = (): readonly KeptAttempt[] =>
  readAttempts(load(FIRST_NAME, firstSchema)?.attempts ?? []);

let opened: Promise<Database> | undefined;

/** The open database; a connection that was lost is opened anew. */
function database(): Promise<Database> {
  const lost = (): void => {
    opened = undefined;
  };
  opened ??= openDB<Tables>(NAME, VERSION, {
    upgrade: (database) => {
      database.createObjectStore('attempts', { keyPath: 'id' });
      database.createObjectStore('exams', { keyPath: 'id' });
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

/** Does something that the browser may refuse; tells whether it was done. */
async function tried(work: (database: Database) => Promise<unknown>): Promise<boolean> {
  try {
    await work(await database());
    return true;
  } catch {
    return false;
  }
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

const tell = (isDone: boolean): boolean => {
  // A channel reaches this origin only; the rule thinks of windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (isDone) channel?.postMessage('changed');
  return isDone;
};

/** Hears when another tab has changed something. */
export const onElsewhere = (listener: () => void): void =>
  channel?.addEventListener('message', listener);

/** Adds answers; one that is there already stays as it is. */
export const addAttempts = async (attempts: readonly KeptAttempt[]): Promise<boolean> =>
  tell(
    await tried(async (database) => {
      const { store, done } = database.transaction('attempts', 'readwrite');
      await Promise.all([
        ...attempts.map(async (attempt) => {
          const id = attemptId(attempt);
          const names = [id, firstAttemptId(attempt)];
          const there = readAttempts(await Promise.all(names.map((name) => store.get(name))));
          if (!there.some((one) => attemptId(one) === id)) await store.put({ id, ...attempt });
        }),
        done,
      ]);
    }),
  );

/** Puts an exam in place of what is kept of it, joined with that. */
export const keepExam = async (
  exam: KeptExam,
  join: (exam: KeptExam, kept: KeptExam) => KeptExam,
): Promise<boolean> =>
  tell(
    await tried(async (database) => {
      const { store, done } = database.transaction('exams', 'readwrite');
      const [kept] = readExams([await store.get(exam.id)]);
      await store.put(kept ? join(exam, kept) : exam);
      await done;
    }),
  );

/** Forgets all answers and exams. */
export async function clearProgress(): Promise<boolean> {
  forget(FIRST_NAME);
  return tell(
    await tried(async (database) => {
      const change = database.transaction(['attempts', 'exams'], 'readwrite');
      const tables = [change.objectStore('attempts'), change.objectStore('exams')] as const;
      await Promise.all([...tables.map((table) => table.clear()), change.done]);
    }),
  );
}

/** What was found, whether all could be read, and whether it can be kept at all. */
interface Read extends KeptProgress {
  readonly isRead: boolean;
  readonly isKept: boolean;
}

/** All that is kept. What was kept before is brought along. */
export async function readProgress(): Promise<Read> {
  const first = firstAttempts();
  const isMoved = first.length > 0 && (await addAttempts(first));
  if (isMoved) forget(FIRST_NAME);
  try {
    // In one transaction: nothing changes between the two.
    const read = (await database()).transaction(['attempts', 'exams']);
    const [attempts, exams] = await Promise.all([
      read.objectStore('attempts').getAll(),
      read.objectStore('exams').getAll(),
    ]);
    const left = isMoved ? [] : first;
    return {
      attempts: [...left, ...readAttempts(attempts)],
      exams: readExams(exams),
      isRead: true,
      isKept: left.length === 0,
    };
  } catch {
    return { attempts: first, exams: [], isRead: false, isKept: false };
  }
}
