import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => unknown} once does the work one time; what it promises is waited for
 */

/** @typedef {{ readonly name: string, readonly rate: number, readonly low: number, readonly high: number }} Measured times a second: the median of all rounds, the slowest and the fastest */

const ROUNDS = 9;
const ROUND_MS = 150;
const WARM_UP_MS = 500;

/**
 * The value below which a share of the values lies.
 * @param {readonly number[]} values
 * @param {number} share
 */
export const percentile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** The middle of some values. @param {readonly number[]} values */
export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};

/** Puts another contender first in each round. @template T @param {readonly T[]} items @param {number} by */
export const rotated = (items, by) =>
  items.map((_, index) => /** @type {T} */ (items[(index + by) % items.length]));

/**
 * How often a second a contender does its work, over some time.
 * @param {Contender} contender
 * @param {number} milliseconds
 */
const rateOf = async ({ once }, milliseconds) => {
  let count = 0;
  const start = performance.now();
  let now = start;
  while (now - start < milliseconds) {
    for (let turn = 0; turn < 8; turn += 1) {
      const result = once();
      // Only promises are waited for: waiting costs as much as a small piece of work.
      if (result instanceof Promise) await result;
    }
    count += 8;
    now = performance.now();
  }
  return (count * 1000) / (now - start);
};

/**
 * Measures contenders side by side: all are warmed up, then take turns, round by round.
 * @param {readonly Contender[]} contenders
 * @returns {Promise<readonly Measured[]>}
 */
export const sideBySide = async (contenders) => {
  /** @type {Map<string, number[]>} */
  const rates = new Map(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await rateOf(contender, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of rotated(contenders, round)) {
      rates.get(contender.name)?.push(await rateOf(contender, ROUND_MS));
    }
  }
  return [...rates].map(([name, found]) => ({
    name,
    rate: median(found),
    low: Math.min(...found),
    high: Math.max(...found),
  }));
};
