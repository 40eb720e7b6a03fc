/**
 * Dates of conditions: the ISO 8601 forms of the W3C profile, or seconds since 1970. AWS takes more than
 * `Date.parse` does (years of many digits, one-digit hours; documents.vectors.ts), so they are read here.
 */

// The years a Java clock can hold, which is where the recorded limits of AWS come from.
const FIRST_YEAR = -292_275_054;
const LAST_YEAR = 292_278_993;
const LAST_EPOCH = 9_223_372_036_854_775_807n;

const DAY = /^(-?\d{1,9})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/;
const TIME =
  /^(?:(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?(z|[+-]\d\d(?::?\d\d)?)?$/;

/** Milliseconds since 1970 of a condition's date; undefined for text that is none. */
export function parseDate(text: string): number | undefined {
  const lower = text.toLowerCase();
  const t = lower.indexOf('t');
  if (t < 0 && !lower.includes('-')) return parseEpoch(lower);
  const day = parseDay(t < 0 ? lower : lower.slice(0, t));
  const time = t < 0 ? 0 : parseTime(lower.slice(t + 1));
  return day === undefined || time === undefined ? undefined : day * 86_400_000 + time;
}

function parseEpoch(digits: string): number | undefined {
  if (!/^\d{1,19}$/.test(digits) || BigInt(digits) > LAST_EPOCH) return undefined;
  return Number(digits) * 1000;
}

function parseDay(text: string): number | undefined {
  const found = DAY.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 1, day = 1] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
    return undefined;
  }
  return daysSince1970(year, month, day);
}

/** Days from 1970-01-01 in the Gregorian calendar, counted in years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const century = Math.floor(fromMarch / 400);
  const ofCentury = fromMarch - century * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofCentury * 365 + Math.floor(ofCentury / 4) - Math.floor(ofCentury / 100) + ofYear;
  return century * 146_097 + days - 719_468;
}

/** Milliseconds into the day; a time without zone is taken for UTC. */
function parseTime(text: string): number | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hour, minute, second, fraction = '0', zone] = found;
  const [hours, minutes, seconds] = [hour, minute, second].map((part = '0') => Number(part));
  const offset = parseOffset(zone);
  if (offset === undefined || isPast(23, hours) || isPast(59, minutes) || isPast(59, seconds)) {
    return undefined;
  }
  const whole = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return Math.round((whole + Number(`0.${fraction}`)) * 1000) - offset;
}

const isPast = (last: number, value = 0): boolean => value > last;

function parseOffset(zone = 'z'): number | undefined {
  if (zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
