/** Search over everything the app can show: words in any order, begun words, small slips of the finger. */

export interface Entry {
  /** Of its own among all entries. */
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** What is said below the title. */
  readonly note?: string;
  /** Other words it is found by: error codes, other spellings. */
  readonly also?: string;
}

/** Small letters without accents. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text; a name in one word such as MaxSessionDuration is one, and each of its parts is one. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const parts = word.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? [];
      return parts.length > 1 ? [fold(word), ...parts.map(fold)] : [fold(word)];
    });

/** How many letters must be changed, added, left out or swapped with their neighbour; more than one is not counted. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  const isSwapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  return (
    x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || (isSwapped && x.length > 1)
  );
}

/** How well a word fits what was typed: the same, begun so, within, with a slip; 0 is not at all. */
function fit(typed: string, word: string): number {
  if (word === typed) return 8;
  if (word.startsWith(typed)) return 5;
  if (typed.length >= 3 && word.includes(typed)) return 2;
  if (typed.length < 4) return 0;
  // A slip in a word that is still being typed, too.
  const begun = [typed.length - 1, typed.length, typed.length + 1];
  return begun.some((length) => isOneSlip(typed, word.slice(0, length))) ? 1 : 0;
}

const best = (typed: string, words: readonly string[]): number =>
  words.reduce((most, word) => Math.max(most, fit(typed, word)), 0);

interface Indexed<E extends Entry> {
  readonly entry: E;
  readonly title: readonly string[];
  readonly also: readonly string[];
  readonly note: readonly string[];
}

/** Entries with their words, ready to be searched again and again. */
export const indexed = <E extends Entry>(entries: readonly E[]): readonly Indexed<E>[] =>
  entries.map((entry) => ({
    entry,
    title: wordsOf(entry.title),
    also: wordsOf(`${entry.also ?? ''} ${entry.group}`),
    note: wordsOf(entry.note ?? ''),
  }));

/** How well an entry fits all that was typed; 0 where a word fits nothing. */
function scoreOf({ entry, title, also, note }: Indexed<Entry>, typed: readonly string[]): number {
  let sum = 0;
  for (const word of typed) {
    const found = Math.max(best(word, title) * 4, best(word, also) * 3, best(word, note));
    if (found === 0) return 0;
    sum += found;
  }
  const isBegun = fold(entry.title).startsWith(typed.join(' '));
  // Of two that fit alike, the one that says less beside it.
  return sum + (isBegun ? 12 : 0) - Math.min(title.length, 20) / 20;
}

export interface Group<E extends Entry> {
  readonly name: string;
  readonly entries: readonly E[];
}

/** The most that is shown of one group. */
export const MOST_OF_GROUP = 6;

/** What fits, in groups: the group of the best first, and of each the best first. */
export function search<E extends Entry>(
  index: readonly Indexed<E>[],
  query: string,
): readonly Group<E>[] {
  // As it is typed: whoever writes a name in one word means it.
  const typed = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (typed.length === 0) return [];
  const found = index
    .map((one) => ({ entry: one.entry, score: scoreOf(one, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  // What fits by a slip alone is shown where nothing fits better.
  const enough = (found[0]?.score ?? 0) / 6;
  const good = found.filter(({ score }) => score >= enough);
  return [...new Set(good.map(({ entry }) => entry.group))].map((name) => ({
    name,
    entries: good
      .filter(({ entry }) => entry.group === name)
      .slice(0, MOST_OF_GROUP)
      .map(({ entry }) => entry),
  }));
}
