import { amzDay, days, hours, isoDate, minutes, seconds } from '#engine/time.ts';
import type { Instant, Seconds } from '#engine/time.ts';

/** Moments and lengths in words. Everything on screen is UTC, as AWS is. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment's time of day: `13:05`, with seconds where they are not zero. */
export function clockTime(at: Instant): string {
  const text = isoDate(at).slice(11, 19);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}

/** A moment's day: `15 Jan`. */
export function calendarDay(at: Instant): string {
  const text = isoDate(at);
  return `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1]}`;
}

/** A moment with its day: `15 Jan 13:05`. */
export const dayAndTime = (at: Instant): string => `${calendarDay(at)} ${clockTime(at)}`;

const yearOf = (at: Instant): string => isoDate(at).slice(0, 4);

/** A moment as people say it beside another: the time alone on the same day, else with its day, and its year where that differs. */
export function timeBeside(at: Instant, other: Instant): string {
  if (amzDay(at) === amzDay(other)) return clockTime(at);
  return yearOf(at) === yearOf(other)
    ? dayAndTime(at)
    : `${calendarDay(at)} ${yearOf(at)} ${clockTime(at)}`;
}

const UNITS = [
  ['d', 'day', days(1)],
  ['h', 'hour', hours(1)],
  ['min', 'minute', minutes(1)],
  ['s', 'second', seconds(1)],
] as const;

function parts(
  length: Seconds,
  most: number,
): readonly (readonly [count: number, short: string, long: string])[] {
  let left = Math.round(Math.abs(length));
  const found: (readonly [number, string, string])[] = [];
  for (const [short, long, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 && found.length < most) found.push([count, short, long]);
    else if (found.length > 0) break;
  }
  return found.length > 0 ? found : [[0, 's', 'second']];
}

/** A length in short form, its two largest units: `6 d 22 h`, `5 min`. */
export const shortLength = (length: Seconds): string =>
  parts(length, 2)
    .map(([count, short]) => `${count} ${short}`)
    .join(' ');

/** A length in short form, to the second: `1 h 5 s`. */
export function exactLength(length: Seconds): string {
  let left = Math.round(Math.abs(length));
  const found = UNITS.flatMap(([short, , size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [`${count} ${short}`] : [];
  });
  return found.length > 0 ? found.join(' ') : '0 s';
}

/** A length in words: `6 days and 22 hours`, `1 hour`. */
export const spokenLength = (length: Seconds): string =>
  parts(length, 2)
    .map(([count, , long]) => `${count} ${long}${count === 1 ? '' : 's'}`)
    .join(' and ');

/** AWS's own words at the end of a sentence; some of its messages have a full stop, some have none. */
export function quoted(message: string): string {
  // A sealed message has hundreds of characters that nobody can read.
  const said = message.replace(/(failure message: \w{12})\w+/, '$1…');
  return said.endsWith('.') ? `“${said}”` : `“${said}”.`;
}

/** A list in words: `a`, `a and b`, `a, b and c`. */
export const spokenList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const SIZES = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** A number of bytes in words: `4.2 GB`, `512 bytes`. */
export function spokenSize(bytes: number): string {
  const [unit, size] = SIZES.find(([, least]) => bytes >= least) ?? ['bytes', 1];
  return `${Number((bytes / size).toFixed(1))} ${bytes === 1 ? 'byte' : unit}`;
}
