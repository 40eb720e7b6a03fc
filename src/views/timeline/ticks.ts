import { clockTime, calendarDay } from '#content/words.ts';
import type { Instant } from '#engine/time.ts';

import type { TimeScale } from './scale.ts';

export interface Tick {
  readonly x: number;
  readonly text: string;
}

const MINUTE = 60_000;
const STEPS = [1, 5, 15, 30, 60, 120, 240, 720, 1440].map((count) => count * MINUTE);
const ROOM = 84;
/** The last label ends where the axis ends; one with a day in it reaches further back. */
const LAST_ROOM = 126;

/** Readable ticks: the ends of the axis and of its breaks first, then moments that matter, then round times where there is room. */
export function ticksOf(
  scale: TimeScale,
  moments: readonly Instant[],
  width: number,
): readonly Tick[] {
  const ticks: Tick[] = [];
  const add = (at: Instant, text: string): void => {
    const x = scale.place(at);
    const isFree = ticks.every((tick) => Math.abs(tick.x - x) >= roomFor(tick.x, x));
    if (x <= width && isFree) ticks.push({ x, text });
  };
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return [];
  const sameDay = (at: Instant): boolean => calendarDay(at) === calendarDay(first);
  const text = (at: Instant): string =>
    sameDay(at) ? clockTime(at) : `${calendarDay(at)} ${clockTime(at)}`;
  const roomFor = (...xs: readonly number[]): number =>
    !sameDay(last) && xs.includes(scale.place(last)) ? LAST_ROOM : ROOM;
  const edges = scale.breaks.flatMap(({ from, until }) => [from, until]);
  for (const at of [first, last, ...edges, ...moments]) add(at, text(at));
  const step =
    STEPS.find((size) => scale.place((first + size) as Instant) >= ROOM) ?? 1440 * MINUTE;
  const inBreak = (x: number): boolean =>
    scale.breaks.some(({ left, right }) => x > left && x < right);
  for (let count = 1; count < 40; count += 1) {
    // A round time after the first moment is a moment.
    const at = (Math.floor(first / step) * step + count * step) as Instant;
    const x = scale.place(at);
    if (x >= width || inBreak(x)) break;
    add(at, text(at));
  }
  return ticks;
}
