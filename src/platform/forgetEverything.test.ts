import { beforeEach, expect, test, vi } from 'vitest';

import { disk, format } from './database.fixture.ts';
import { forgetEverything } from './forgetEverything.ts';
import { changeOwn, readOwn } from './ownLog.ts';
import { addAttempts, readProgress } from './progressLog.ts';

vi.mock('idb', () => import('./database.fixture.ts'));

const attempt = {
  questionId: 'one',
  answer: ['a'],
  isCorrect: true,
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: 1,
  mode: 'practice',
} as const;

beforeEach(() => {
  localStorage.clear();
  format();
});

test('answers, questions of one’s own, votes and settings are gone; other pages’ things stay', async () => {
  await addAttempts([attempt]);
  await changeOwn([{ id: 'mine' }], []);
  for (const name of ['shortlived.class', 'shortlived.settings', 'other']) {
    localStorage.setItem(name, '{}');
  }
  expect(await forgetEverything()).toBe(true);
  expect((await readProgress()).attempts).toEqual([]);
  expect(await readOwn()).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['other']);
});

test('it says where the browser kept something, and forgets the rest', async () => {
  await addAttempts([attempt]);
  localStorage.setItem('shortlived.settings', '{}');
  disk.isFull = true;
  expect(await forgetEverything()).toBe(false);
  expect((await readProgress()).attempts).toEqual([attempt]);
  expect(Object.keys(localStorage)).toEqual([]);
});
