import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Attempt } from '#study/grade.ts';

const NAME = 'shortlived.attempts';

const attempt = (questionId: string): Attempt => ({
  questionId,
  choice: 'lasts-3600',
  isCorrect: true,
  at: '2026-11-22T18:30:00.000Z',
  contentVersion: 1,
});

/** The store as a page finds it that has just been opened. */
async function opened() {
  vi.resetModules();
  return import('./attempts.ts');
}

const keep = (value: unknown): void =>
  localStorage.setItem(NAME, typeof value === 'string' ? value : JSON.stringify(value));

const kept = (): unknown => JSON.parse(localStorage.getItem(NAME) ?? 'null');

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('it is empty at first', async () => {
  const { useAttempts } = await opened();
  expect(useAttempts.getState()).toEqual({ attempts: [], isKept: true });
});

test('it keeps answers in the order they were given, over a reload', async () => {
  const { record } = await opened();
  record(attempt('one'));
  record(attempt('two'));
  expect(kept()).toEqual({ version: 1, attempts: [attempt('one'), attempt('two')] });
  const { useAttempts } = await opened();
  expect(useAttempts.getState().attempts).toEqual([attempt('one'), attempt('two')]);
});

test('it keeps what another tab has added', async () => {
  const { record, useAttempts } = await opened();
  keep({ version: 1, attempts: [attempt('elsewhere')] });
  record(attempt('here'));
  expect(useAttempts.getState().attempts.map(({ questionId }) => questionId)).toEqual([
    'elsewhere',
    'here',
  ]);
});

test('it forgets what was forgotten elsewhere', async () => {
  const { record, useAttempts } = await opened();
  record(attempt('one'));
  localStorage.clear();
  record(attempt('two'));
  expect(useAttempts.getState().attempts).toEqual([attempt('two')]);
});

describe('damaged or foreign data', () => {
  test.each<[string, unknown]>([
    ['text that is no JSON', '{"version":1,"attempts":['],
    ['nothing of ours', 'null'],
    ['a list', []],
    ['another version', { version: 2, attempts: [attempt('one')] }],
    ['no list of answers', { version: 1, attempts: 'many' }],
  ])('%s is as good as none', async (_, value) => {
    keep(value);
    const { record, useAttempts } = await opened();
    expect(useAttempts.getState().attempts).toEqual([]);
    record(attempt('one'));
    expect(useAttempts.getState().attempts).toEqual([attempt('one')]);
  });

  test.each<[string, object]>([
    ['no time', { at: 'yesterday' }],
    ['a verdict in words', { isCorrect: 'yes' }],
    ['half a version', { contentVersion: 1.5 }],
    ['no choice', { choice: undefined }],
  ])('an answer with %s is left out, and the others stay', async (_, change) => {
    keep({
      version: 1,
      attempts: [attempt('one'), { ...attempt('damaged'), ...change }, null, attempt('two')],
    });
    const { useAttempts } = await opened();
    expect(useAttempts.getState().attempts).toEqual([attempt('one'), attempt('two')]);
  });
});

describe('storage that is full or blocked', () => {
  /** Reads as before, and has no room for more. */
  const fill = (): void => {
    const { localStorage: real } = window;
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => real.getItem(name),
      setItem: () => {
        throw new Error('full');
      },
    });
  };

  test('it goes on in memory, and says so', async () => {
    const { record, useAttempts } = await opened();
    fill();
    record(attempt('one'));
    record(attempt('two'));
    expect(useAttempts.getState()).toEqual({
      attempts: [attempt('one'), attempt('two')],
      isKept: false,
    });
  });

  test('it keeps everything once there is room again', async () => {
    const { record } = await opened();
    fill();
    record(attempt('one'));
    vi.unstubAllGlobals();
    record(attempt('two'));
    expect(kept()).toEqual({ version: 1, attempts: [attempt('one'), attempt('two')] });
  });

  test('it does not stop where there is no storage at all', async () => {
    vi.stubGlobal('localStorage', undefined);
    const { record, useAttempts } = await opened();
    record(attempt('one'));
    expect(useAttempts.getState()).toEqual({ attempts: [attempt('one')], isKept: false });
  });
});
