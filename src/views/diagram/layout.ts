import type { Step } from '#engine/trace.ts';

/** Where the rows and lanes of the sequence diagram stand, in pixels. */

export interface RowPlace {
  readonly step: Step;
  readonly top: number;
  readonly height: number;
}

const HEAD = 8;

const HEIGHTS = {
  call: 42,
  answer: 42,
  check: 34,
  'not-reached': 32,
  work: 38,
  clock: 42,
} as const satisfies Record<Step['row'], number>;

/** The rows from top to bottom, with a little air between two acts. */
export function placeRows(steps: readonly Step[], scale = 1): readonly RowPlace[] {
  let top = HEAD * scale;
  return steps.map((step, index) => {
    const isNewAct = index > 0 && steps[index - 1]?.act.id !== step.act.id;
    if (isNewAct) top += 6 * scale;
    const height = HEIGHTS[step.row] * scale;
    const place = { step, top, height };
    top += height;
    return place;
  });
}

/** The middle of each lane: spread over the width, the outer ones near the edges. */
export function laneCentres(count: number, width: number): readonly number[] {
  const edge = Math.min(90, width / (count * 2));
  const gap = count > 1 ? (width - 2 * edge) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => Math.round(edge + index * gap));
}

/** From one line of words to the next, before it is scaled. */
export const LINE = 14;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** About how wide bold words are drawn: the drawing is placed before a browser could measure them. */
export function widthOf(text: string, scale: number): number {
  const narrow = count(text, /[ .,:;’()fijlrt-]/g);
  const wide = count(text, /[A-Zmw]/g);
  return (narrow * 4.5 + wide * 9.2 + (text.length - narrow - wide) * 7.8) * scale;
}

/** Words as they fit a room: in one line or, parted where both are most alike, in two. */
export function linesIn(text: string, room: number, scale: number): readonly string[] {
  if (widthOf(text, scale) <= room) return [text];
  const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = text.length / 2;
  const [gap] = gaps.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return gap === undefined ? [text] : [text.slice(0, gap), text.slice(gap + 1)];
}
