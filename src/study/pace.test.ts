import { expect, test } from 'vitest';

import { elapsed, sayElapsed, sayLeft, sayPace, toggled } from './pace.ts';

const MINUTE = 60_000;

test('a clock that is stopped and started counts only while it runs', () => {
  const started = toggled({ before: 0, since: null }, 1000);
  const stopped = toggled(started, 6000);
  expect(elapsed(stopped, 99_000)).toBe(5000);
  expect(elapsed(toggled(stopped, 100_000), 102_000)).toBe(7000);
});

test('a clock on the wall that was set back takes nothing away', () => {
  expect(elapsed({ before: 5000, since: 9000 }, 1000)).toBe(5000);
});

test.each([
  [0, '00:00'],
  [59_999, '00:59'],
  [12.5 * MINUTE, '12:30'],
  [62 * MINUTE + 5000, '1:02:05'],
])('%d milliseconds are %s', (milliseconds, said) => {
  expect(sayElapsed(milliseconds)).toBe(said);
});

test.each([
  [10, 'On time'],
  [14.9, 'On time'],
  [15.9, 'On time'],
  [16, '1 minute behind the plan'],
  [20.5, '5 minutes behind the plan'],
  [9.5, 'On time'],
  [7, '3 minutes ahead of the plan'],
])('after %d minutes, in the part from 10 to 15: %s', (minutes, said) => {
  expect(sayPace(minutes * MINUTE, { from: 10, until: 15 })).toBe(said);
});

test.each([
  [0, '30 minutes left'],
  [29.5, '1 minute left'],
  [30, '0 minutes left'],
  [32, '2 minutes over'],
])('after %d minutes of 30: %s', (minutes, said) => {
  expect(sayLeft(minutes * MINUTE, 30)).toBe(said);
});
