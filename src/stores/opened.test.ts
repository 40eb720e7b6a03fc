import { beforeEach, expect, test, vi } from 'vitest';

import { forgetSmall } from '#platform/settings.ts';

/** The stores of a page that has just been opened, or loaded again. */
async function opened() {
  vi.resetModules();
  const acts = await import('./opened.ts');
  const { useStage } = await import('./stage.ts');
  return { ...acts, now: () => useStage.getState().opened };
}

beforeEach(() => sessionStorage.clear());

test('acts of a run stay open together, and those of another run close them', async () => {
  const { openActs, now } = await opened();
  openActs('sts/one', ['a']);
  openActs('sts/one', ['b', 'a']);
  expect(now()).toEqual({ run: 'sts/one', acts: ['a', 'b'] });
  openActs('sts/two', ['c']);
  expect(now()).toEqual({ run: 'sts/two', acts: ['c'] });
});

test('what was open is open after the page was loaded again, in this tab', async () => {
  const before = await opened();
  before.openActs('sts/one', ['a']);
  const { restoreOpened, now } = await opened();
  expect(now()).toBeUndefined();
  restoreOpened();
  expect(now()).toEqual({ run: 'sts/one', acts: ['a'] });
});

test('what begins anew is closed for good', async () => {
  const before = await opened();
  before.openActs('sts/one', ['a']);
  before.closeActs();
  expect(before.now()).toBeUndefined();
  const { restoreOpened, now } = await opened();
  restoreOpened();
  expect(now()).toBeUndefined();
});

test('what was said and does not count stays said in this tab, also where the run begins anew', async () => {
  const { openActs, holdSaid, closeActs, now } = await opened();
  openActs('sts/one', ['a']);
  holdSaid('sts/one', 'predict/a', 'first');
  holdSaid('sts/one', 'predict/a', 'second');
  expect(now()).toEqual({ run: 'sts/one', acts: ['a'], said: { 'predict/a': 'first' } });
  closeActs();
  const after = await opened();
  after.restoreOpened();
  expect(after.now()).toEqual({ run: 'sts/one', acts: [], said: { 'predict/a': 'first' } });
  after.openActs('sts/two', ['b']);
  expect(after.now()).toEqual({ run: 'sts/two', acts: ['b'] });
});

test.each(['', 'null', '{"version":2,"run":"sts/one","acts":[]}', '{"version":1,"acts":[7]}'])(
  'what cannot be read is as good as nothing: %s',
  async (text) => {
    sessionStorage.setItem('shortlived.opened', text);
    const { restoreOpened, now } = await opened();
    restoreOpened();
    expect(now()).toBeUndefined();
  },
);

test('it is forgotten with everything else', async () => {
  const { openActs } = await opened();
  openActs('sts/one', ['a']);
  forgetSmall();
  expect(sessionStorage).toHaveLength(0);
});
