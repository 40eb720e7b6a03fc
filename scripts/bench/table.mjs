/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} budget
 * @property {string} measured
 * @property {readonly string[]} [peers] what others need for the same, in this very run
 * @property {boolean} [isMet] absent where there is no budget
 */

const HEADS = ['what', 'budget', 'measured', '', 'peers, same run'];

/** @param {Row} row */
const cellsOf = ({ what, budget, measured, peers = [], isMet }) => [
  what,
  budget,
  measured,
  isMet === undefined ? '' : isMet ? 'met' : 'MISSED',
  peers.length > 0 ? peers.join('; ') : '–',
];

/**
 * Rows as a table of Markdown, its columns as wide as they need to be.
 * @param {readonly Row[]} rows
 */
export const markdown = (rows) => {
  const cells = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  /** @param {readonly string[]} row */
  const line = (row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(HEADS), rule, ...cells.slice(1).map(line)].join('\n');
};

/** A number a second, as people read it: `25.3 k`. @param {number} rate */
export const perSecond = (rate) => {
  if (rate >= 1_000_000) return `${(rate / 1_000_000).toFixed(2)} M`;
  return rate >= 1000 ? `${(rate / 1000).toFixed(1)} k` : rate.toFixed(0);
};

/** A length in milliseconds, as exact as it is worth. @param {number} milliseconds */
export const ms = (milliseconds) => `${milliseconds.toFixed(milliseconds < 1 ? 3 : 1)} ms`;
