/** The clock of a class: how long it has run, and whether it keeps to its plan. */

export interface ClassTimer {
  /** What ran before the last start, in milliseconds. */
  readonly before: number;
  /** The moment of the last start; null while the clock stands. */
  readonly since: number | null;
}

/** The milliseconds that a class has run. A clock on the wall that was set back takes none of them away. */
export const elapsed = ({ before, since }: ClassTimer, now: number): number =>
  before + (since === null ? 0 : Math.max(0, now - since));

/** Starts the clock, or stops it. */
export const toggled = (timer: ClassTimer, now: number): ClassTimer =>
  timer.since === null
    ? { before: timer.before, since: now }
    : { before: elapsed(timer, now), since: null };

const MINUTE = 60_000;

/** `12:05`, or `1:02:05` after an hour. */
export function sayElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The part of a class that one is in, by its plan: from and until which minute. */
export interface Planned {
  readonly from: number;
  readonly until: number;
}

const count = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);

/** Whether a class keeps to its plan, in words. Within the part one is in, one is on time. */
export function sayPace(milliseconds: number, { from, until }: Planned): string {
  const late = Math.floor(milliseconds / MINUTE - until);
  const early = Math.floor(from - milliseconds / MINUTE);
  if (late >= 1) return `${count(late)} behind the plan`;
  return early >= 1 ? `${count(early)} ahead of the plan` : 'On time';
}

/** How much is left of the minutes that were planned, in words. */
export function sayLeft(milliseconds: number, minutes: number): string {
  const left = Math.ceil(minutes - milliseconds / MINUTE);
  return left >= 0 ? `${count(left)} left` : `${count(-left)} over`;
}
