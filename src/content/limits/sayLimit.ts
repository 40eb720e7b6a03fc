import { seconds } from '#engine/time.ts';

import { exactLength, spokenSize } from '../words.ts';
import type { Figure, Unit } from './limit.ts';

/** The numbers of the cheat sheet in words: short, for a sheet that is one page. */

const HOUR = 3600;
const DAYS_FROM = 72 * HOUR;

/** A number of seconds as people say it; hours up to three days, since nobody says “1 day and 12 hours” for 36. */
const length = (count: number): string =>
  count % HOUR === 0 && count > 0 && count < DAYS_FROM
    ? `${count / HOUR} h`
    : exactLength(seconds(count));

/** A number with its thousands apart, the same in every browser: `43,200`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const KIB = 1024;

/** Bytes as AWS counts them: 5 GB of an upload are 5 × 1024³. */
function size(count: number): string {
  for (const [unit, step] of [
    ['GB', 3],
    ['KB', 1],
  ] as const) {
    if (count % KIB ** step === 0) return `${count / KIB ** step} ${unit}`;
  }
  return spokenSize(count);
}

const WRITTEN: Readonly<Record<Unit, (count: number) => string>> = {
  seconds: length,
  bytes: size,
  characters: grouped,
  'per cent': (count) => `${count} %`,
  'a second': grouped,
  pieces: grouped,
};

const AFTER: Readonly<Record<Unit, string>> = {
  seconds: '',
  bytes: '',
  characters: ' characters',
  'per cent': '',
  'a second': ' a second',
  pieces: '',
};

/** What may be: `15 min to 12 h`, `at most 50`, `6 characters`. */
export function sayBounds(figure: Figure, unit: Unit): string {
  const { min = 0, max } = figure;
  const write = WRITTEN[unit];
  if (max === undefined) return `at least ${write(min)}${AFTER[unit]}`;
  if (min === max) return `${write(max)}${AFTER[unit]}`;
  return min === 0
    ? `at most ${write(max)}${AFTER[unit]}`
    : `${write(min)} to ${write(max)}${AFTER[unit]}`;
}

/** What is taken where nobody says: `1 h`. */
export const sayStandard = ({ max = 0 }: Figure, unit: Unit): string =>
  `${WRITTEN[unit](max)}${AFTER[unit]}`;

/** A length as calls have it, in seconds: `900 to 43,200 s`; undefined where it is no length. */
export function saySeconds({ min, max }: Figure, unit: Unit): string | undefined {
  if (unit !== 'seconds') return undefined;
  const numbers = [min, max].filter((one) => one !== undefined && one > 0).map(grouped0);
  return `${numbers.join(' to ')} s`;
}

const grouped0 = (count: number | undefined): string => grouped(count ?? 0);
