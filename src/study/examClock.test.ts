import { expect, test } from 'vitest';

import { clockFace, sayMinutes, timeNotice } from './examClock.ts';

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [545, '9:05'],
  [3599, '59:59'],
  [6270, '1:44:30'],
])('%i seconds are shown as %s', (seconds, face) => expect(clockFace(seconds)).toBe(face));

test('minutes are said in words', () => {
  expect(sayMinutes(60)).toBe('1 minute');
  expect(sayMinutes(1560)).toBe('26 minutes');
});

test('of the time little is said, and each sentence stays true until the next', () => {
  const limit = 52 * 60;
  const said = Array.from({ length: limit + 1 }, (_, spent) => timeNotice(limit, limit - spent));
  const changes = said.flatMap((sentence, spent) =>
    sentence === said[spent - 1] ? [] : [[limit - spent, sentence]],
  );
  expect(changes).toEqual([
    [3120, ''],
    [1560, 'Half of the time is gone.'],
    [600, 'The last 10 minutes have begun.'],
    [60, 'The last minute has begun.'],
    [0, 'The time is over.'],
  ]);
});

test('a short time is not said to have ten minutes left after its half', () =>
  expect(timeNotice(16 * 60, 8 * 60)).toBe('Half of the time is gone.'));
