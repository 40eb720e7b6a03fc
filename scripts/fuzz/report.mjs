/** @param {number} count */
export const thousands = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The names of a list with how often each is in it, the most frequent first. @param {readonly string[]} names */
export const counted = (names) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left);
};
