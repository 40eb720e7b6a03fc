import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, at, isoDate, seconds } from '../time.ts';
import { parseDate } from './dates.ts';

const NOON = at('2026-01-15T12:00:00Z');

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2026-01-15T12:00:00Z', NOON],
  ['2024-02-29', at('2024-02-29T00:00:00Z')],
  ['2026-07', at('2026-07-01T00:00:00Z')],
  ['2026-01-15T12', NOON],
  ['2026-01-15T12:00', NOON],
  ['2026-01-15T14:00+02:00', NOON],
  ['2026-01-15T04:00:00-08:00', NOON],
  ['2026-01-15T22:00:00+10', NOON],
  ['2026-01-15t12:00:00.5z', NOON + 500],
  ['-0001-12-31', at('0001-01-01T00:00:00Z') - 367 * 86_400_000],
  ['1768478400', NOON],
  ['0', 0],
  // A bare number is a count of seconds, never a year.
  ['2026', 2_026_000],
])('it reads %s', (text, milliseconds) => {
  expect(parseDate(text)).toBe(milliseconds);
});

test.each(['292278993-12-31', '-292275054-01-01', '9223372036854775807'])(
  'it reads as far as a Java clock: %s',
  (text) => {
    expect(parseDate(text)).toBeTypeOf('number');
  },
);

test.each([
  '',
  'tomorrow',
  '2026-13-01',
  '2026-00-01',
  '2026-01-32',
  '2026-1-1-1',
  '2026-01-15T24:00:00Z',
  '2026-01-15T12:60Z',
  '2026-01-15T12:00:60Z',
  '2026-01-15T12:00:00+1',
  '2026-01-15T12:00:00+24:00',
  '2026-01-15T12:00:00+10:60',
  '2026-01-15T12:00:00.1234567890Z',
  '292278994-01-01',
  '-292275055-01-01',
  '9223372036854775808',
  '-',
  '1e3',
  '1.5',
  '12:00',
])('it refuses %s', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('it agrees with the clock on every moment of four thousand years', () => {
  const start = at('0001-01-01T00:00:00Z');
  fc.assert(
    fc.property(fc.nat({ max: 126_230_400_000 }), (length) => {
      const moment = after(start, seconds(length));
      expect(parseDate(isoDate(moment))).toBe(moment);
    }),
  );
});
