import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { disk, format } from '#platform/database.fixture.ts';
import { formatProgress, parseProgress } from '#platform/progressFile.ts';
import type { Attempt } from '#study/attempt.ts';
import { answeredIn } from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';

vi.mock('idb', () => import('#platform/database.fixture.ts'));

const FIRST_NAME = 'shortlived.attempts';

let second = 0;

const attempt = (questionId: string): Attempt => {
  second += 1;
  return {
    questionId,
    answer: ['lasts-3600'],
    isCorrect: true,
    at: `2026-11-22T18:30:00.${String(second).padStart(3, '0')}Z`,
    contentVersion: 1,
    mode: 'practice',
  };
};

const exam: Exam = {
  id: '2026-11-22T18:00:00.000Z',
  questions: [{ id: 'one', version: 1 }],
  answers: {},
  flags: {},
  limit: 1560,
  spent: 0,
};

/** The store as a page finds it that has just been opened. */
async function opened() {
  vi.resetModules();
  const store = await import('./attempts.ts');
  await store.loadAttempts();
  const { addProgress } = await import('./addProgress.ts');
  return { ...store, addProgress, now: () => store.useAttempts.getState() };
}

const namesIn = ({ attempts }: { readonly attempts: readonly Attempt[] }): readonly string[] =>
  attempts.map(({ questionId }) => questionId);

/** What the pages of a test listen to: closed at its end, as pages are. */
const channels: BroadcastChannel[] = [];
const Real = BroadcastChannel;

beforeEach(() => {
  localStorage.clear();
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
});

test('it is empty at first', async () => {
  const { now } = await opened();
  expect(now()).toEqual({ attempts: [], exams: [], isKept: true });
});

test('it keeps answers in the order they were given, over a reload', async () => {
  const { record } = await opened();
  const [one, two] = [attempt('one'), { ...attempt('two'), certainty: 'sure' } as const];
  await record(one);
  await record(two);
  const { now } = await opened();
  expect(now()).toEqual({ attempts: [one, two], exams: [], isKept: true });
});

test('two tabs lose nothing, and each learns what the other did', async () => {
  const here = await opened();
  const there = await opened();
  await Promise.all([here.record(attempt('one')), there.record(attempt('two'))]);
  await vi.waitFor(() => expect(namesIn(here.now())).toEqual(['one', 'two']));
  await vi.waitFor(() => expect(namesIn(there.now())).toEqual(['one', 'two']));
  await Promise.all([
    here.keep(answeredIn(exam, 'one', ['a'], '2026-11-22T18:01:00.000Z')),
    there.keep(answeredIn(exam, 'two', ['b'], '2026-11-22T18:02:00.000Z')),
  ]);
  const { now } = await opened();
  expect(now().exams.map(({ answers }) => Object.keys(answers).toSorted())).toEqual([
    ['one', 'two'],
  ]);
});

describe('answers kept before there was a database', () => {
  const first = (questionId: string) => {
    const { at, isCorrect, contentVersion, answer } = attempt(questionId);
    return { questionId, at, isCorrect, contentVersion, choice: answer[0] };
  };
  const keepFirst = (value: unknown): void =>
    localStorage.setItem(FIRST_NAME, typeof value === 'string' ? value : JSON.stringify(value));

  test('they are brought along, once', async () => {
    const one = first('one');
    keepFirst({ version: 1, attempts: [one, first('two')] });
    const { now } = await opened();
    expect(namesIn(now())).toEqual(['one', 'two']);
    expect(now().attempts[0]).toEqual({
      questionId: 'one',
      answer: ['lasts-3600'],
      isCorrect: true,
      at: one.at,
      contentVersion: 1,
      mode: 'practice',
    });
    expect(localStorage.getItem(FIRST_NAME)).toBeNull();
    const again = await opened();
    expect(namesIn(again.now())).toEqual(['one', 'two']);
  });

  test('where they cannot be brought along they stay where they are, and count', async () => {
    disk.isFull = true;
    keepFirst({ version: 1, attempts: [first('one')] });
    const { now } = await opened();
    expect(localStorage.getItem(FIRST_NAME)).not.toBeNull();
    expect(namesIn(now())).toEqual(['one']);
    expect(now().isKept).toBe(false);
    disk.isFull = false;
    const again = await opened();
    expect(namesIn(again.now())).toEqual(['one']);
    expect(again.now().isKept).toBe(true);
    expect(localStorage.getItem(FIRST_NAME)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['text that is no JSON', '{"version":1,"attempts":['],
    ['nothing of ours', 'null'],
    ['a list', []],
    ['another version', { version: 2, attempts: [first('one')] }],
    ['no list of answers', { version: 1, attempts: 'many' }],
  ])('%s is as good as none', async (_, value) => {
    keepFirst(value);
    const { record, now } = await opened();
    expect(now().attempts).toEqual([]);
    await record(attempt('one'));
    expect(namesIn(now())).toEqual(['one']);
  });

  test.each<[string, object]>([
    ['no time', { at: 'yesterday' }],
    ['a verdict in words', { isCorrect: 'yes' }],
    ['half a version', { contentVersion: 1.5 }],
    ['no choice', { choice: undefined }],
  ])('an answer with %s is left out, and the others stay', async (_, change) => {
    keepFirst({
      version: 1,
      attempts: [first('one'), { ...first('damaged'), ...change }, null, first('two')],
    });
    const { now } = await opened();
    expect(namesIn(now())).toEqual(['one', 'two']);
  });
});

test('what another program left in the database is passed over', async () => {
  const { record } = await opened();
  await record(attempt('one'));
  disk.tables.get('attempts')?.set('x', { id: 'x', answer: 7 });
  disk.tables.set('exams', new Map([['y', { id: 'y' }]]));
  const { now } = await opened();
  expect(namesIn(now())).toEqual(['one']);
  expect(now().exams).toEqual([]);
});

describe('a database that is full or blocked', () => {
  test('it goes on in memory, and says so', async () => {
    const { record, keep, now } = await opened();
    disk.isFull = true;
    const [one, two] = [attempt('one'), attempt('two')];
    await record(one);
    await record(two);
    await keep(exam);
    expect(now()).toEqual({ attempts: [one, two], exams: [exam], isKept: false });
  });

  test('it keeps everything once there is room again', async () => {
    const { record, keep, now } = await opened();
    disk.isFull = true;
    await record(attempt('one'));
    await keep(exam);
    disk.isFull = false;
    await record(attempt('two'));
    expect(now().isKept).toBe(true);
    const again = await opened();
    expect(namesIn(again.now())).toEqual(['one', 'two']);
    expect(again.now().exams).toEqual([exam]);
  });

  test('it does not stop where there is no database at all', async () => {
    disk.isBlocked = true;
    const { record, now } = await opened();
    expect(now().isKept).toBe(false);
    await record(attempt('one'));
    expect(namesIn(now())).toEqual(['one']);
    expect(now().isKept).toBe(false);
  });
});

test('what cannot be read anew stays on the page', async () => {
  const here = await opened();
  const there = await opened();
  await here.record(attempt('one'));
  await here.keep(exam);
  disk.isUnreadable = true;
  await there.record(attempt('two'));
  await vi.waitFor(() => expect(here.now().isKept).toBe(false));
  expect(namesIn(here.now())).toEqual(['one']);
  expect(here.now().exams).toEqual([exam]);
});

describe('as a file', () => {
  test('another machine restores it exactly, and twice is once', async () => {
    const { record, keep, now } = await opened();
    const ideas = { offered: ['idea', 'other'], taken: 'idea' };
    await record(attempt('one'), { ...attempt('two'), ideas });
    await keep(answeredIn(exam, 'one', ['a'], '2026-11-22T18:01:00.000Z'));
    const before = now();
    const read = parseProgress(formatProgress(before));
    format();
    const there = await opened();
    await there.addProgress(read?.progress ?? { attempts: [], exams: [] });
    await there.addProgress(read?.progress ?? { attempts: [], exams: [] });
    const { now: after } = await opened();
    expect(after()).toEqual(before);
    expect(after().attempts[1]?.ideas).toEqual(ideas);
    expect(formatProgress(after())).toBe(formatProgress(before));
    expect(read?.damaged).toBe(0);
  });

  test('an answer that is here stays, though the file has another of the same moment', async () => {
    const { record, addProgress } = await opened();
    const here = attempt('one');
    const other = { ...here, answer: ['lasts-900'], isCorrect: false };
    await record(here);
    await addProgress({ attempts: [other, here], exams: [] });
    const { now } = await opened();
    expect(now().attempts).toHaveLength(2);
    expect(now().attempts).toEqual(expect.arrayContaining([here, other]));
  });

  test('answers kept under their older names are not added again', async () => {
    const one = attempt('one');
    const id = `${one.at} one`;
    disk.tables.set('attempts', new Map([[id, { id, ...one }]]));
    const { addProgress, now } = await opened();
    await addProgress({ attempts: [one], exams: [] });
    expect(now().attempts).toEqual([one]);
    expect((await opened()).now().attempts).toEqual([one]);
  });

  test('an exam that is here loses no answer to the file, and is not ended by it', async () => {
    const { keep, addProgress } = await opened();
    const here = answeredIn(exam, 'one', ['a'], '2026-11-22T18:05:00.000Z');
    await keep(here);
    const elsewhere = { ...exam, submittedAt: '2026-11-22T18:03:00.000Z' };
    await addProgress({ attempts: [], exams: [elsewhere] });
    const given = { ...exam, gaveUpAt: '2026-11-22T18:03:00.000Z' };
    await addProgress({ attempts: [], exams: [given] });
    const another = { ...exam, questions: [{ id: 'three', version: 1 }] };
    await addProgress({ attempts: [], exams: [another] });
    expect((await opened()).now().exams).toEqual([here]);
    const done = answeredIn(exam, 'two', ['b'], '2026-11-22T18:06:00.000Z');
    await addProgress({
      attempts: [],
      exams: [{ ...done, submittedAt: '2026-11-22T18:07:00.000Z' }],
    });
    const [joined] = (await opened()).now().exams;
    expect(Object.keys(joined?.answers ?? {}).toSorted()).toEqual(['one', 'two']);
    expect(joined?.submittedAt).toBe('2026-11-22T18:07:00.000Z');
  });

  test.each(['', '{', '[]', '{"format":"another","version":1,"attempts":[],"exams":[]}'])(
    '“%s” is no such file',
    (text) => expect(parseProgress(text)).toBeUndefined(),
  );

  test('it counts what it cannot read', () => {
    const text = formatProgress({ attempts: [attempt('one')], exams: [] });
    const damaged = text.replace('"isCorrect": true', '"isCorrect": 1');
    expect(parseProgress(damaged)).toEqual({ progress: { attempts: [], exams: [] }, damaged: 1 });
  });
});

test('what the browser does not delete stays on the page', async () => {
  const { record, forgetProgress, now } = await opened();
  await record(attempt('one'));
  disk.isFull = true;
  expect(await forgetProgress()).toBe(false);
  expect(namesIn(now())).toEqual(['one']);
});

test('what is forgotten is gone, here and in the other tab, and what comes after is kept', async () => {
  const here = await opened();
  const there = await opened();
  await here.record(attempt('one'));
  await here.keep(exam);
  await vi.waitFor(() => expect(namesIn(there.now())).toEqual(['one']));
  expect(await there.forgetProgress()).toBe(true);
  expect(there.now()).toEqual({ attempts: [], exams: [], isKept: true });
  await vi.waitFor(() => expect(here.now().attempts).toEqual([]));
  await here.record(attempt('two'));
  const { now } = await opened();
  expect(namesIn(now())).toEqual(['two']);
  expect(now().exams).toEqual([]);
});
