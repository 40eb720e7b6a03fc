import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import * as time from './time.ts';
import type { Instant } from './time.ts';

const START = time.at('2026-01-15T12:00:00Z');

/** Whole seconds from the year 0 to the end of the year 9999: what the two texts can hold. */
const instants = fc
  .integer({ min: -62_167_219_200, max: 253_402_300_799 })
  .map((count) => time.after(time.at('1970-01-01T00:00:00Z'), time.seconds(count)));

describe('a length', () => {
  test.each([
    ['a minute', time.minutes(1), 60],
    ['a quarter of an hour', time.minutes(15), 900],
    ['an hour', time.hours(1), 3600],
    ['twelve hours', time.hours(12), 43_200],
    ['a day', time.days(1), 86_400],
    ['seven days', time.days(7), 604_800],
  ])('it counts %s in seconds', (_, length, expected) => {
    expect(length).toBe(expected);
  });
});

describe('a moment', () => {
  test('it is counted in milliseconds since 1970', () => {
    expect(time.at('1970-01-01T00:00:01Z')).toBe(1000);
    expect(START).toBe(1_768_478_400_000);
  });

  test('it comes after another by a length, or before it by a negative one', () => {
    expect(time.isoDate(time.after(START, time.hours(1)))).toBe('2026-01-15T13:00:00Z');
    expect(time.isoDate(time.after(START, time.seconds(-1)))).toBe('2026-01-15T11:59:59Z');
  });

  test('it lies as far from another as was added', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1e9, max: 1e9 }), (start, count) => {
        expect(time.secondsBetween(start, time.after(start, time.seconds(count)))).toBe(count);
      }),
    );
  });

  test('it is picked from several, the earliest or the latest', () => {
    const later = time.after(START, time.seconds(1));
    const latest = time.after(START, time.days(1));
    expect(time.earliest(later, latest, START)).toBe(START);
    expect(time.latest(later, START, latest)).toBe(latest);
    expect([time.earliest(later), time.latest(later)]).toEqual([later, later]);
  });
});

describe('a moment as text', () => {
  test.each([
    [START, '2026-01-15T12:00:00Z', '20260115T120000Z', '20260115'],
    [time.at('2024-02-29T23:59:59Z'), '2024-02-29T23:59:59Z', '20240229T235959Z', '20240229'],
    // The date of AWS's own presigning example (sigv4-query-string-auth).
    [time.at('2013-05-24T00:00:00Z'), '2013-05-24T00:00:00Z', '20130524T000000Z', '20130524'],
  ])('it writes %d in UTC, wherever the tests run', (moment, iso, amz, day) => {
    expect([time.isoDate(moment), time.amzDate(moment), time.amzDay(moment)]).toEqual([
      iso,
      amz,
      day,
    ]);
  });

  test.each([
    ['after 1970', 999, '1970-01-01T00:00:00Z'],
    ['before 1970', -1, '1969-12-31T23:59:59Z'],
  ])('it cuts fractions of a second off, %s', (_, milliseconds, expected) => {
    expect(time.isoDate(milliseconds as Instant)).toBe(expected);
  });

  test('it reads back both forms', () => {
    fc.assert(
      fc.property(instants, (moment) => {
        expect(time.parseIsoDate(time.isoDate(moment))).toBe(moment);
        expect(time.parseAmzDate(time.amzDate(moment))).toBe(moment);
        expect(time.at(time.isoDate(moment))).toBe(moment);
      }),
    );
  });

  test.each([
    ['a day that does not exist', '2026-02-30T12:00:00Z'],
    ['29 February of a common year', '2025-02-29T12:00:00Z'],
    ['month 13', '2026-13-01T12:00:00Z'],
    ['month 0', '2026-00-01T12:00:00Z'],
    ['hour 24', '2026-01-15T24:00:00Z'],
    ['a leap second', '2026-12-31T23:59:60Z'],
    ['an offset', '2026-01-15T12:00:00+00:00'],
    ['a fraction', '2026-01-15T12:00:00.000Z'],
    ['no zone', '2026-01-15T12:00:00'],
    ['small letters', '2026-01-15t12:00:00z'],
    ['space around it', ' 2026-01-15T12:00:00Z'],
    ['a line after it', '2026-01-15T12:00:00Z\n'],
    ['other digits', '٢٠٢٦-01-15T12:00:00Z'],
    ['nothing', ''],
  ])('it does not read %s', (_, text) => {
    expect(time.parseIsoDate(text)).toBeUndefined();
    expect(time.parseAmzDate(text.replace(/[-:]/g, ''))).toBeUndefined();
    expect(() => time.at(text)).toThrow('Not a UTC date');
  });

  test('it reads neither form as the other', () => {
    expect(time.parseAmzDate('2026-01-15T12:00:00Z')).toBeUndefined();
    expect(time.parseIsoDate('20260115T120000Z')).toBeUndefined();
  });

  test('it never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(time.parseIsoDate(text)).toBeUndefined();
        expect(time.parseAmzDate(text)).toBeUndefined();
      }),
    );
  });
});
