import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { EXAMPLE_FILE } from '#content/own/example.ts';
import { readQuestions } from '#content/own/readFile.ts';
import { disk, format } from '#platform/database.fixture.ts';

vi.mock('idb', () => import('#platform/database.fixture.ts'));

const { questions } = readQuestions(EXAMPLE_FILE);
const [one, two] = questions;
if (!one || !two) throw new Error('no questions');

/** The store as a page finds it that has just been opened. */
async function opened() {
  vi.resetModules();
  const store = await import('./own.ts');
  await store.loadOwn();
  const { useOwn } = store;
  return { ...store, ids: () => useOwn.getState().questions.map(({ id }) => id), useOwn };
}

/** What the pages of a test listen to: closed at its end, as pages are. */
const channels: BroadcastChannel[] = [];
const Real = BroadcastChannel;

beforeEach(() => {
  format();
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Real {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    },
  );
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

test('it keeps questions over a reload, and replaces one with the same name', async () => {
  const { addOwn } = await opened();
  await addOwn([one, two]);
  await addOwn([{ ...one, stem: 'When does it end?' }]);
  const { useOwn, ids } = await opened();
  expect(ids()).toEqual(['week3-both-sides', 'week3-link-end']);
  expect(useOwn.getState().questions.find(({ id }) => id === one.id)?.stem).toBe(
    'When does it end?',
  );
});

test('what is deleted is gone, here and in another tab', async () => {
  const here = await opened();
  await here.addOwn(questions);
  const there = await opened();
  expect(there.ids()).toHaveLength(4);
  await here.deleteOwn([one.id]);
  await vi.waitFor(() => expect(there.ids()).not.toContain(one.id));
  await here.deleteOwn(here.ids());
  expect(disk.tables.get('added')?.size).toBe(0);
  const later = await opened();
  expect(later.ids()).toEqual([]);
});

test('a full disk is said, and nothing is lost as long as the page is open', async () => {
  const { addOwn, ids, useOwn } = await opened();
  disk.isFull = true;
  await addOwn([one]);
  expect(useOwn.getState().isKept).toBe(false);
  expect(ids()).toEqual([one.id]);
  disk.isFull = false;
  await addOwn([two]);
  expect(useOwn.getState().isKept).toBe(true);
  const later = await opened();
  expect(later.ids()).toHaveLength(2);
});

test('a browser that keeps nothing, and rows that are no questions, stop nobody', async () => {
  disk.isBlocked = true;
  const { useOwn } = await opened();
  expect(useOwn.getState().isKept).toBe(false);
  disk.isBlocked = false;
  disk.tables.set('added', new Map([['evil', { id: 'evil', type: 'choice' }]]));
  const later = await opened();
  expect(later.ids()).toEqual([]);
});
