/** Orders that look like chance and are the same every time: from a seed, never from a random source. */

/** A number from a text: FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers from 0 up to 1, one after the other: mulberry32. */
export function numbersFrom(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in an order that depends on the seed alone. */
export function shuffled<T>(things: readonly T[], seed: string): readonly T[] {
  const next = numbersFrom(seed);
  const order = things.map((thing) => ({ thing, rank: next() }));
  return order.toSorted((a, b) => a.rank - b.rank).map(({ thing }) => thing);
}
