import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { SAMPLES } from '#content/questions/samples.fixture.ts';
import { format } from '#platform/database.fixture.ts';
import { answerIn, openExam } from '#study/exam.ts';

vi.mock('idb', () => import('#platform/database.fixture.ts'));

/** The stores as a page finds them that has just been opened. */
async function opened() {
  vi.resetModules();
  const { loadAttempts, useAttempts } = await import('./attempts.ts');
  await loadAttempts();
  const store = await import('./exam.ts');
  const exams = () => useAttempts.getState().exams;
  const [id = ''] = SAMPLES.map((question) => question.id);
  return { ...store, exams, open: () => openExam(exams()), id };
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

test('a page that is closed loses no answer, and little time', async () => {
  const here = await opened();
  await here.begin(SAMPLES, 10);
  await here.tick(14);
  await here.answer(here.id, ['a']);
  await here.flag(here.id, true);
  await here.tick(14);
  const again = await opened();
  const exam = again.open();
  if (!exam) throw new Error('no exam is open');
  expect(answerIn(exam, again.id)).toEqual(['a']);
  expect(exam.flags[again.id]?.value).toBe(true);
  expect(exam.spent).toBe(14);
  again.takeUp(exam);
  await again.tick(15);
  expect((await opened()).open()?.spent).toBe(29);
});

test('while it is paused no time goes by', async () => {
  const { begin, pause, tick, useTaking, open } = await opened();
  await begin(SAMPLES, 10);
  await tick(5);
  await pause(true);
  await tick(30);
  expect(open()?.spent).toBe(5);
  await pause(false);
  await tick(1);
  expect(useTaking.getState().spent).toBe(6);
});

test('the last second hands in what there is', async () => {
  const { begin, answer, tick, open, exams, id } = await opened();
  await begin(SAMPLES, 10);
  await answer(id, ['a']);
  const limit = open()?.limit ?? 0;
  await tick(limit - 1);
  expect(open()).toBeDefined();
  await tick(5);
  expect(open()).toBeUndefined();
  const [exam] = exams();
  expect(exam?.submittedAt).toBeDefined();
  expect(exam?.spent).toBe(limit);
  await tick(5);
  expect((await opened()).exams()).toEqual(exams());
});

test('two pages take one exam: each learns the other’s answers, and that it was handed in', async () => {
  const here = await opened();
  await here.begin(SAMPLES, 10);
  const there = await opened();
  const [one = '', two = ''] = SAMPLES.map(({ id }) => id);
  await Promise.all([here.answer(one, ['a']), there.answer(two, ['b'])]);
  await vi.waitFor(() =>
    expect(Object.keys(here.open()?.answers ?? {}).toSorted()).toEqual([one, two].toSorted()),
  );
  await there.handIn();
  await vi.waitFor(() => expect(here.open()).toBeUndefined());
});

test('what is given up is gone, and nothing more is done to it', async () => {
  const { begin, giveUp, answer, handIn, open, exams, id } = await opened();
  await begin(SAMPLES, 10);
  await giveUp();
  expect(open()).toBeUndefined();
  await answer(id, ['a']);
  await handIn();
  expect(exams()[0]?.submittedAt).toBeUndefined();
});
