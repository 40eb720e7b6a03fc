/** How the rows of the timeline are laid out, in CSS pixels. */
export interface Rows {
  /** Room above the first row: for the clock’s flag, where it would lie on a name. */
  readonly head: number;
  /** From one row to the next. */
  readonly row: number;
  /** Where a bar begins in its row, and how thick it is. */
  readonly drop: number;
  readonly bar: number;
  /** Whether names stand over their bars, not beside them. */
  readonly isNarrow: boolean;
}

const ROOMY: Rows = { head: 0, row: 31, drop: 5, bar: 20, isNarrow: false };
const CLOSE: Rows = { ...ROOMY, row: 21, drop: 2, bar: 17 };
const NARROW: Rows = { head: 24, row: 37, drop: 17, bar: 13, isNarrow: true };

/** More rows than these stand closer together. */
export const MANY = 5;

/** The layout for so many rows; below 560 pixels there is no room for names beside the bars. */
export const rowsFor = (count: number, width: number): Rows =>
  width < 560 ? NARROW : count > MANY ? CLOSE : ROOMY;

/** The upper edge of the bar in a row, counted from 0. */
export const topOf = ({ head, row, drop }: Rows, index: number): number =>
  head + index * row + drop;
