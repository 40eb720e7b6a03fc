import { remembered } from '#engine/remembered.ts';

import { sameAs, toldWords } from './sameWords.ts';

/** Search over everything the app can show: questions as people type them, words in any order, begun words, small slips. */

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

/** What is written between spaces and signs. */
const lettersOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

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

/** A word without its ending: what expires, expired and expiring begin with. */
const stemOf = (word: string): string => word.replace(/(?<=.{4})(?:ing|ed|es|s|e|y)$/, '');

/** How well a word fits what was typed: the same, begun so, begun like it, within, with a slip; 0 is not at all. */
function fit(typed: string, word: string): number {
  if (word === typed) return 8;
  // Half a number is another number.
  if (/^\d+$/.test(typed)) return 0;
  if (word.startsWith(typed)) return 5;
  if (typed.length >= 5 && word.startsWith(stemOf(typed))) return 4;
  if (typed.length >= 3 && word.includes(typed)) return 2;
  if (typed.length < 5) return 0;
  // A slip in a word that is still being typed, too.
  const begun = [typed.length - 1, typed.length, typed.length + 1];
  return begun.some((length) => isOneSlip(typed, word.slice(0, length))) ? 1 : 0;
}

/** How well another word for the same fits. */
const FIT_OF_SAME = 3;

interface Row<E extends Entry> {
  readonly entry: E;
  readonly title: readonly string[];
  readonly also: readonly string[];
  readonly note: readonly string[];
}

/** Entries that can be searched again and again. */
interface Index<E extends Entry> {
  readonly rows: readonly Row<E>[];
  /** How well each fits a word that was typed; remembered, as a question is typed letter by letter. */
  readonly fitsOf: (typed: string) => readonly number[];
}

/** Entries with their words, ready to be searched. */
export function indexed<E extends Entry>(entries: readonly E[]): Index<E> {
  const rows = entries.map((entry) => ({
    entry,
    title: wordsOf(entry.title),
    also: wordsOf(`${entry.also ?? ''} ${entry.group}`),
    note: wordsOf(entry.note ?? ''),
  }));
  return {
    rows,
    fitsOf: remembered(
      (typed) => fitsIn(rows, typed),
      (typed) => typed,
    ),
  };
}

/** How well each entry fits a word that was typed: in its title best, in its note least. */
function fitsIn(rows: readonly Row<Entry>[], typed: string): readonly number[] {
  const same = sameAs(typed);
  const fitOf = remembered(
    (word: string) => Math.max(fit(typed, word), same.has(word) ? FIT_OF_SAME : 0),
    (word) => word,
  );
  const best = (words: readonly string[]): number =>
    words.reduce((most, word) => Math.max(most, fitOf(word)), 0);
  return rows.map(({ title, also, note }) =>
    Math.max(best(title) * 4, best(also) * 3, best(note) * 1.5),
  );
}

/**
 * How many words of a question an entry must fit: of two both, of more most. Where all are known and no entry has so
 * many, as many as the best has.
 */
function wanted(fits: readonly (readonly number[])[], counts: readonly number[]): number {
  const most = Math.max(...counts);
  const enough = fits.length <= 2 ? fits.length : Math.ceil(fits.length * 0.6);
  const isKnown = fits.every((all) => all.some((one) => one > 0));
  return isKnown ? Math.min(enough, Math.max(1, most)) : enough;
}

/** How much more an entry counts that is named: that begins with what was typed, or whose whole name begins it. */
function named(title: string, typed: string): number {
  if (title.startsWith(typed)) return 1.4;
  return title.split(' ').length > 2 && typed.startsWith(title) ? 12 : 1;
}

/** How well every entry fits all that was typed; 0 where too much of it fits nothing. */
function scoresOf({ rows, fitsOf }: Index<Entry>, typed: readonly string[]): readonly number[] {
  const words = toldWords(typed);
  const fits = words.map(fitsOf);
  // A word that few entries have says more.
  const weights = fits.map((all) =>
    Math.log(1 + rows.length / Math.max(1, all.filter((one) => one > 0).length)),
  );
  const counts = rows.map((_, at) => fits.filter((all) => (all[at] ?? 0) > 0).length);
  const least = wanted(fits, counts);
  return rows.map(({ entry, title }, at) => {
    const count = counts[at] ?? 0;
    if (count < least) return 0;
    const sum = fits.reduce((all, one, word) => all + (one[at] ?? 0) * (weights[word] ?? 0), 0);
    // Of two that fit alike, the one that says less beside it.
    const share = (count / words.length) ** 2 * (1 - Math.min(title.length, 20) / 400);
    return sum * share * named(lettersOf(entry.title).join(' '), typed.join(' '));
  });
}

export interface Group<E extends Entry> {
  readonly name: string;
  readonly entries: readonly E[];
}

/** The most that is shown of one group. */
export const MOST_OF_GROUP = 6;

/** What fits, in groups: the group of the best first, and of each the best first. */
export function search<E extends Entry>(index: Index<E>, query: string): readonly Group<E>[] {
  // As it is typed: whoever writes a name in one word means it.
  const typed = lettersOf(query);
  if (typed.length === 0) return [];
  const scores = scoresOf(index, typed);
  const found = index.rows
    .map(({ entry }, at) => ({ entry, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  // What fits by a slip alone is shown where nothing fits better.
  const enough = (found[0]?.score ?? 0) / 3;
  const good = found.filter(({ score }) => score >= enough);
  return [...new Set(good.map(({ entry }) => entry.group))].map((name) => ({
    name,
    entries: good
      .filter(({ entry }) => entry.group === name)
      .slice(0, MOST_OF_GROUP)
      .map(({ entry }) => entry),
  }));
}
