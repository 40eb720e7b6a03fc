import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { loadSeen, loadSettings } from './kept.ts';
import {
  THEMES,
  THEME_CHOICES,
  forgetSettings,
  forgetSmall,
  saveSeen,
  saveSettings,
} from './settings.ts';
import type { Settings } from './settings.ts';

const START: Settings = {
  version: 1,
  theme: 'system',
  motion: 'system',
  shortcuts: 'all',
  examClock: 'shown',
  terms: 'explained',
  gate: 'later',
};
const keep = (name: string, value: unknown): void =>
  localStorage.setItem(`shortlived.${name}`, JSON.stringify(value));

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('it starts with what the system asks for and every shortcut', () => {
  expect(loadSettings()).toEqual(START);
  expect(loadSeen()).toEqual([]);
});

test('it keeps every setting a learner can choose', () => {
  for (const theme of THEME_CHOICES) {
    for (const motion of ['system', 'reduced'] as const) {
      for (const shortcuts of ['all', 'arrows', 'off'] as const) {
        const examClock = shortcuts === 'all' ? 'hidden' : 'shown';
        const terms = motion === 'system' ? 'explained' : 'plain';
        const gate = ({ all: 'later', arrows: 'on', off: 'off' } as const)[shortcuts];
        const settings: Settings = { version: 1, theme, motion, shortcuts, examClock, terms, gate };
        expect(saveSettings(settings)).toBe(true);
        expect(loadSettings()).toEqual(settings);
      }
    }
  }
});

test('it offers the themes and what the system asks for', () => {
  expect(THEME_CHOICES).toEqual(['system', ...THEMES]);
});

test('it puts right the one setting that is damaged and keeps the others', () => {
  keep('settings', { version: 1, theme: 'neon', motion: 'reduced', shortcuts: 'off' });
  expect(loadSettings()).toEqual({ ...START, motion: 'reduced', shortcuts: 'off' });
  keep('settings', { version: 1 });
  expect(loadSettings()).toEqual(START);
});

test.each([{ version: 2, theme: 'dark' }, { theme: 'dark' }, [], null, 'dark', 7])(
  'it starts anew from settings of another kind: %j',
  (kept) => {
    keep('settings', kept);
    expect(loadSettings()).toEqual(START);
  },
);

test.each([
  { version: 1, scenarios: 'seven-days' },
  { version: 1, scenarios: [null] },
  { version: 2, scenarios: ['a'] },
  ['a'],
  null,
])('it has seen nothing where a damaged list is kept: %j', (kept) => {
  keep('seen', kept);
  expect(loadSeen()).toEqual([]);
});

test('it keeps the scenarios seen in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (scenarios) => {
      expect(saveSeen(scenarios)).toBe(true);
      expect(loadSeen()).toEqual(scenarios);
    }),
    { seed: 20_261_123 },
  );
});

test('it loads something from whatever is kept', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          version: fc.constant(1),
          theme: fc.jsonValue(),
          motion: fc.jsonValue(),
          shortcuts: fc.jsonValue(),
        }),
      ),
      (kept) => {
        keep('settings', kept);
        keep('seen', kept);
        expect(THEME_CHOICES).toContain(loadSettings().theme);
        expect(Array.isArray(loadSeen())).toBe(true);
      },
    ),
    { seed: 20_261_123 },
  );
});

test('it forgets settings and what was seen, and leaves votes, answers and other pages alone', () => {
  saveSettings({ ...START, theme: 'dark' });
  saveSeen(['a']);
  const others = ['shortlived.class', 'shortlived.attempts', 'shortlivedness'];
  for (const name of others) localStorage.setItem(name, 'stays');
  forgetSettings();
  expect(loadSettings()).toEqual(START);
  expect(loadSeen()).toEqual([]);
  expect(Object.keys(localStorage).toSorted()).toEqual(others.toSorted());
});

test('it forgets all small things, and leaves what other pages of the origin keep', () => {
  saveSettings({ ...START, theme: 'dark' });
  saveSeen(['a']);
  localStorage.setItem('shortlivedness', 'stays');
  forgetSmall();
  expect(loadSettings()).toEqual(START);
  expect(loadSeen()).toEqual([]);
  expect(localStorage.getItem('shortlivedness')).toBe('stays');
});

test('it works without storage', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(loadSettings()).toEqual(START);
  expect(loadSeen()).toEqual([]);
  expect(saveSettings(START)).toBe(false);
  expect(saveSeen(['a'])).toBe(false);
  expect(() => forgetSmall()).not.toThrow();
});
