import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The stores as a page finds them that has just been opened. */
async function opened() {
  vi.resetModules();
  const settings = await import('./settings.ts');
  const seen = await import('./seen.ts');
  return { ...settings, ...seen };
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

/** A browser that has no room left. */
function full(): void {
  const setItem = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem });
}

test('it starts with everything as the system has it', async () => {
  const { useSettings, useSeen } = await opened();
  expect(useSettings.getState()).toEqual({
    version: 1,
    theme: 'system',
    motion: 'system',
    shortcuts: 'all',
    examClock: 'shown',
    terms: 'explained',
    gate: 'later',
  });
  expect(useSeen.getState()).toEqual({ scenarios: [] });
});

const kept = (name: string): unknown =>
  JSON.parse(localStorage.getItem(`shortlived.${name}`) ?? 'null');

test('it keeps changed settings, and leaves the others', async () => {
  const { changeSettings, useSettings } = await opened();
  changeSettings({ theme: 'dark' });
  changeSettings({ shortcuts: 'off' });
  const changed = {
    version: 1,
    theme: 'dark',
    motion: 'system',
    shortcuts: 'off',
    examClock: 'shown',
    terms: 'explained',
    gate: 'later',
  };
  expect(useSettings.getState()).toEqual(changed);
  expect(kept('settings')).toEqual(changed);
});

test('it keeps each scenario seen once, in the order they were seen', async () => {
  const { markSeen, useSeen } = await opened();
  for (const id of ['b', 'a', 'b']) markSeen(id);
  expect(useSeen.getState().scenarios).toEqual(['b', 'a']);
  expect(kept('seen')).toEqual({ version: 1, scenarios: ['b', 'a'] });
});

test('it writes nothing when there is nothing new', async () => {
  const { markSeen, useSeen } = await opened();
  markSeen('a');
  const before = useSeen.getState();
  localStorage.clear();
  markSeen('a');
  expect(useSeen.getState()).toBe(before);
  expect(localStorage).toHaveLength(0);
});

test('it works for this visit where the browser keeps nothing', async () => {
  full();
  const { changeSettings, markSeen, useSettings, useSeen } = await opened();
  changeSettings({ theme: 'projector' });
  markSeen('a');
  expect(useSettings.getState().theme).toBe('projector');
  expect(useSeen.getState().scenarios).toEqual(['a']);
});
