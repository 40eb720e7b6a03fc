import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { currentHash, flushHash, onHashChange, showHash } from './address.ts';

const replaced = vi.spyOn(history, 'replaceState');

beforeEach(() => {
  vi.useFakeTimers();
  location.hash = '#/start';
  // What earlier tests used up comes back.
  vi.advanceTimersByTime(10_000);
  replaced.mockClear();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('a change is written at once, a step a moment later, when it is drawn', () => {
  showHash('#/one', 'replace');
  expect(currentHash()).toBe('#/one');
  showHash('#/start', 'soon');
  expect(currentHash()).toBe('#/one');
  vi.advanceTimersByTime(50);
  expect(currentHash()).toBe('#/start');
});

test('of changes that follow at once only the last is written', () => {
  for (const hash of ['#/one', '#/two', '#/three']) showHash(hash, 'soon');
  vi.runAllTimers();
  expect(currentHash()).toBe('#/three');
  expect(replaced).toHaveBeenCalledTimes(1);
});

test('a change that is taken back is none', () => {
  showHash('#/one', 'soon');
  showHash('#/start', 'soon');
  vi.runAllTimers();
  expect(replaced).not.toHaveBeenCalled();
});

test('many changes at once are written one by one only as long as browsers like', () => {
  for (let step = 0; step < 500; step += 1) {
    showHash(`#/step-${step}`, 'replace');
    vi.advanceTimersByTime(60);
  }
  expect(replaced.mock.calls.length).toBeLessThan(100);
  vi.runAllTimers();
  expect(currentHash()).toBe('#/step-499');
});

test('many steps are written less often than browsers allow, and the last of them is', () => {
  for (let step = 0; step < 500; step += 1) {
    showHash(`#/step-${step}`, 'soon');
    vi.advanceTimersByTime(60);
  }
  expect(replaced.mock.calls.length).toBeGreaterThan(8);
  expect(replaced.mock.calls.length).toBeLessThan(100);
  vi.runAllTimers();
  expect(currentHash()).toBe('#/step-499');
});

test('the entry that is left is brought up to date first', () => {
  const { length } = history;
  showHash('#/last-step', 'soon');
  showHash('#/elsewhere', 'push');
  expect(replaced.mock.calls.map(([, , hash]) => hash)).toEqual(['#/last-step']);
  expect(currentHash()).toBe('#/elsewhere');
  expect(history.length).toBe(length + 1);
});

test('what waits is written when the page goes away, and only then', () => {
  flushHash();
  expect(replaced).not.toHaveBeenCalled();
  showHash('#/one', 'soon');
  flushHash();
  expect(currentHash()).toBe('#/one');
});

test('where the user went counts, not what waited', () => {
  const heard: string[] = [];
  const stop = onHashChange((hash) => heard.push(hash));
  showHash('#/one', 'soon');
  dispatchEvent(new PopStateEvent('popstate'));
  vi.runAllTimers();
  expect(heard).toEqual(['#/start']);
  expect(replaced).not.toHaveBeenCalled();
  stop();
});
