import type { Instant } from '#engine/time.ts';

/** Time along a line. Where nothing happens for long, time is compressed behind a visible break. */

interface Segment {
  readonly from: number;
  readonly until: number;
  readonly left: number;
  readonly right: number;
}

export interface TimeScale {
  readonly place: (at: Instant) => number;
  readonly moment: (x: number) => Instant;
  /** Where time is compressed: a break begins and ends where the scale changes. */
  readonly breaks: readonly Break[];
}

interface Break {
  readonly left: number;
  readonly right: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** An axis of so many units needs no break. */
const SHORT = 16;

/** A stretch of so many units is drawn to scale on any axis. */
const MOST = 9;

/** Of a longer stretch: the units at its beginning that are drawn to scale, and the units of room for all the rest. */
const NEAR = 3;
const GAP = 1.5;

/**
 * A scale over moments that matter, in ascending order (at least two). All time is drawn at one speed; but on an axis
 * that is long in `unit`s, the milliseconds of the shortest life, the end of each long stretch between two moments is
 * compressed.
 */
export function timeScale(
  moments: readonly Instant[],
  width: number,
  unit: number = shortestIn(moments),
): TimeScale {
  const stretches = stretchesOf(moments);
  const isShort = Number(moments.at(-1)) - Number(moments[0]) <= SHORT * unit;
  const parts = stretches.flatMap(({ from, until }) => {
    if (isShort || until - from <= MOST * unit) {
      return [{ from, until, weight: until - from, isBreak: false }];
    }
    const bend = from + NEAR * unit;
    return [
      { from, until: bend, weight: bend - from, isBreak: false },
      { from: bend, until, weight: GAP * unit, isBreak: true },
    ];
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  let left = 0;
  const segments = parts.map(({ weight, ...part }) => {
    const right = Math.min(width, left + (weight / total) * width);
    const segment = { ...part, left, right };
    left = right;
    return segment;
  });
  return {
    place: (at) => interpolate(segments, at, INTO_SPACE),
    moment: (x) => whole(interpolate(segments, x, INTO_TIME)),
    breaks: segments
      .filter(({ isBreak }) => isBreak)
      .map(({ from, until, ...edges }) => ({
        left: edges.left,
        right: edges.right,
        from: whole(from),
        until: whole(until),
      })),
  };
}

// A number between two moments is a moment.
const whole = (time: number): Instant => Math.round(time) as Instant;

const stretchesOf = (moments: readonly Instant[]): readonly Pick<Segment, 'from' | 'until'>[] =>
  moments.slice(1).flatMap((until, index) => {
    const from = moments[index] ?? until;
    return until > from ? [{ from, until }] : [];
  });

const shortestIn = (moments: readonly Instant[]): number =>
  Math.min(...stretchesOf(moments).map(({ from, until }) => until - from));

/** Which edges of a segment a value lies between, and which ones the answer does. */
interface Direction {
  readonly from: keyof Segment;
  readonly until: keyof Segment;
  readonly low: keyof Segment;
  readonly high: keyof Segment;
}

const INTO_SPACE: Direction = { from: 'from', until: 'until', low: 'left', high: 'right' };
const INTO_TIME: Direction = { from: 'left', until: 'right', low: 'from', high: 'until' };

function interpolate(
  segments: readonly Segment[],
  value: number,
  { from, until, low, high }: Direction,
): number {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return 0;
  if (value <= first[from]) return first[low];
  const segment = segments.find((one) => value <= one[until]);
  if (!segment) return last[high];
  const share = (value - segment[from]) / (segment[until] - segment[from]);
  return segment[low] + share * (segment[high] - segment[low]);
}
