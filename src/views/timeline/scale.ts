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
  /** Where time is compressed. */
  readonly breaks: readonly { readonly left: number; readonly right: number }[];
}

/** How much longer than the shortest stretch a stretch may be drawn. */
const MOST = 2.4;

/** The same for the last stretch, after everything has ended. */
const LAST = 0.6;

/** Of a compressed stretch: the part of the line at its end that holds the compressed time. */
const TAIL = 0.3;

/**
 * A scale over moments that matter, in ascending order (at least two). Each stretch between two of them is as long as
 * its time, up to twice the shortest; of a longer one the end is compressed.
 */
export function timeScale(moments: readonly Instant[], width: number): TimeScale {
  const stretches = moments.slice(1).flatMap((until, index) => {
    const from = moments[index] ?? until;
    return until > from ? [{ from: Number(from), until: Number(until) }] : [];
  });
  const shortest = Math.min(...stretches.map(({ from, until }) => until - from));
  const end = Number(moments.at(-1));
  const weightOf = ({ from, until }: { from: number; until: number }): number =>
    Math.min(until - from, shortest * (until === end && stretches.length > 1 ? LAST : MOST));
  const total = stretches.reduce((sum, stretch) => sum + weightOf(stretch), 0);
  const segments: Segment[] = [];
  const breaks: { left: number; right: number }[] = [];
  let left = 0;
  for (const stretch of stretches) {
    const weight = weightOf(stretch);
    const right = left + (weight / total) * width;
    if (weight < stretch.until - stretch.from) {
      const bend = right - (right - left) * TAIL;
      const until = stretch.from + weight * (1 - TAIL);
      segments.push(
        { ...stretch, until, left, right: bend },
        { ...stretch, from: until, left: bend, right },
      );
      breaks.push({ left: bend, right });
    } else segments.push({ ...stretch, left, right });
    left = right;
  }
  return {
    place: (at) => interpolate(segments, at, INTO_SPACE),
    // A number between two moments is a moment.
    moment: (x) => Math.round(interpolate(segments, x, INTO_TIME)) as Instant,
    breaks,
  };
}

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
