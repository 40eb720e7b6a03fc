import { beforeEach, expect, test, vi } from 'vitest';

import type { Stop } from '#content/lessons/format.ts';

/** The store as a page finds it that has just been opened. */
async function opened() {
  vi.resetModules();
  return import('./lessons.ts');
}

const stop = (title: string): Stop => ({ title, link: '#/facts/limits', minutes: 2, say: [] });

beforeEach(() => localStorage.clear());

test('states that are added make a lesson, which is there again after a reload', async () => {
  const { addStop, useLessons } = await opened();
  expect(useLessons.getState().own).toBeUndefined();
  expect([addStop(stop('one')), addStop(stop('two'))]).toEqual([1, 2]);
  const again = await opened();
  expect(again.useLessons.getState().own).toEqual(useLessons.getState().own);
  expect(again.useLessons.getState().own?.stops.map(({ title }) => title)).toEqual(['one', 'two']);
});

test('stops are changed, moved and taken away; without any there is no lesson', async () => {
  const { addStop, changeStop, deleteStop, moveStop, useLessons } = await opened();
  const titles = () => useLessons.getState().own?.stops.map(({ title }) => title);
  for (const title of ['one', 'two', 'three']) addStop(stop(title));
  moveStop(2, -1);
  expect(titles()).toEqual(['one', 'three', 'two']);
  moveStop(0, -1);
  moveStop(2, 1);
  expect(titles()).toEqual(['one', 'three', 'two']);
  changeStop(1, stop('3'));
  deleteStop(0);
  expect(titles()).toEqual(['3', 'two']);
  deleteStop(0);
  deleteStop(0);
  expect(useLessons.getState().own).toBeUndefined();
  expect((await opened()).useLessons.getState().own).toBeUndefined();
});

test('a lesson has room for so many stops and no more', async () => {
  const { addStop } = await opened();
  const numbers = Array.from({ length: 61 }, (_, index) => addStop(stop(`${index}`)));
  expect(numbers.slice(-2)).toEqual([60, undefined]);
});

test('foreign data is no lesson, and a browser that keeps nothing is said', async () => {
  localStorage.setItem('shortlived.lesson', '{"title": "x", "stops": 3}');
  const { useLessons, takeLesson } = await opened();
  expect(useLessons.getState().own).toBeUndefined();
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  takeLesson(undefined);
  expect(useLessons.getState().isKept).toBe(false);
  vi.unstubAllGlobals();
});

test('what another window writes is here, too', async () => {
  const here = await opened();
  const there = await opened();
  there.addStop(stop('there'));
  dispatchEvent(new StorageEvent('storage', { key: 'shortlived.lesson' }));
  expect(here.useLessons.getState().own?.stops).toHaveLength(1);
});
