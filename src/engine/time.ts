import {
  millisecondsInSecond,
  secondsInDay,
  secondsInHour,
  secondsInMinute,
} from 'date-fns/constants';

/** Moments and lengths of time. The only file of the pure layers that touches `Date`. */

declare const unit: unique symbol;

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]: 'instant' };

/** A length of time, in seconds. */
export type Seconds = number & { readonly [unit]: 'seconds' };

// The makers of the two brands: the only casts in this file.
const instant = (milliseconds: number): Instant => milliseconds as Instant;

/** A length of `count` seconds. */
export const seconds = (count: number): Seconds => count as Seconds;

/** A length of `count` minutes, in seconds. */
export const minutes = (count: number): Seconds => seconds(count * secondsInMinute);

/** A length of `count` hours, in seconds. */
export const hours = (count: number): Seconds => seconds(count * secondsInHour);

/** A length of `count` days of 24 hours, in seconds. */
export const days = (count: number): Seconds => seconds(count * secondsInDay);

/** The moment `length` after `start`; before it when `length` is negative. */
export const after = (start: Instant, length: Seconds): Instant =>
  instant(start + length * millisecondsInSecond);

/** The seconds from `start` to `end`; negative when `end` comes first. */
export const secondsBetween = (start: Instant, end: Instant): Seconds =>
  seconds((end - start) / millisecondsInSecond);

/** The earliest of some moments. */
export const earliest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  instant(Math.min(first, ...rest));

/** The latest of some moments. */
export const latest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  instant(Math.max(first, ...rest));

/** A moment as `2026-01-15T12:00:00Z`: UTC, whole seconds (fractions are cut off). */
export function isoDate(at: Instant): string {
  return `${new Date(Math.floor(at)).toISOString().slice(0, 19)}Z`;
}

/** A moment as `20260115T120000Z`, the form of `X-Amz-Date` (SigV4, step 1). */
export const amzDate = (at: Instant): string => isoDate(at).replace(/[-:]/g, '');

/** A moment's UTC day as `20260115`, the date of a SigV4 credential scope. */
export const amzDay = (at: Instant): string => amzDate(at).slice(0, 8);

/** Reads `2026-01-15T12:00:00Z`; undefined unless it is exactly that form and a real date. */
export function parseIsoDate(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined;
  const date = new Date(text);
  // 31 February is rolled over to another day, and hour 24 too; what is no date at all has no day.
  return date.getUTCDate() === Number(text.slice(8, 10)) ? instant(date.getTime()) : undefined;
}

/** Reads `20260115T120000Z`; undefined unless it is exactly that form and a real date. */
export function parseAmzDate(text: string): Instant | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return parseIsoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The moment an ISO text names; throws when the text is none (for fixed dates in content and tests). */
export function at(text: string): Instant {
  const found = parseIsoDate(text);
  if (found === undefined) {
    throw new Error(`Not a UTC date of the form 2026-01-15T12:00:00Z: ${text}`);
  }
  return found;
}
