import { expect, test } from 'vitest';

import { MANY, rowsFor, topOf } from './rows.ts';

test.each([
  { count: 2, width: 1100 },
  { count: MANY, width: 560 },
  { count: MANY + 1, width: 1100 },
  { count: 9, width: 559 },
  { count: 1, width: 264 },
])('it keeps the bars of $count rows apart at $width pixels', ({ count, width }) => {
  const rows = rowsFor(count, width);
  expect(topOf(rows, 1)).toBeGreaterThan(topOf(rows, 0) + rows.bar);
});

test('it leaves room over each bar for its name, and over all for the clock, on a phone alone', () => {
  const phone = rowsFor(9, 350);
  // A line of 12.5 pixel letters, and the clock’s flag.
  expect(phone.row - phone.bar).toBeGreaterThanOrEqual(17);
  expect(phone.head).toBeGreaterThanOrEqual(14);
  expect(rowsFor(9, 1100)).toMatchObject({ head: 0, isNarrow: false });
});

test('it draws many rows in less height than a third of a small laptop’s window', () => {
  const rows = rowsFor(8, 1100);
  expect(topOf(rows, 8)).toBeLessThan(720 / 3);
  expect(rows.row).toBeLessThan(rowsFor(MANY, 1100).row);
});
