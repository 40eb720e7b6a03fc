import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const START = { version: 1, theme: 'system', motion: 'system', shortcuts: 'all' };

/** What a page shows that has just been opened, once what the browser keeps is back. */
async function reloaded() {
  vi.resetModules();
  const { restore } = await import('./restore.ts');
  const { changeSettings, useSettings } = await import('./settings.ts');
  const { markSeen, useSeen } = await import('./seen.ts');
  await restore();
  const { scenarios } = useSeen.getState();
  return { changeSettings, markSeen, settings: useSettings.getState(), scenarios };
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('a first visit starts with everything as the system has it', async () => {
  expect(await reloaded()).toMatchObject({ settings: START, scenarios: [] });
});

test('a reload brings back settings and scenarios seen', async () => {
  const { changeSettings, markSeen } = await reloaded();
  changeSettings({ theme: 'dark' });
  changeSettings({ shortcuts: 'off' });
  for (const id of ['b', 'a', 'b']) markSeen(id);
  expect(await reloaded()).toMatchObject({
    settings: { ...START, theme: 'dark', shortcuts: 'off' },
    scenarios: ['b', 'a'],
  });
});

test('a reload with damaged storage is a first visit', async () => {
  localStorage.setItem('shortlived.settings', '{"version":1,"theme":');
  localStorage.setItem('shortlived.seen', '{"version":1,"scenarios":{}}');
  expect(await reloaded()).toMatchObject({ settings: START, scenarios: [] });
});

test('a browser that blocks storage is a first visit every time', async () => {
  vi.stubGlobal('localStorage', undefined);
  const { changeSettings, markSeen } = await reloaded();
  changeSettings({ theme: 'dark' });
  markSeen('a');
  expect(await reloaded()).toMatchObject({ settings: START, scenarios: [] });
});
