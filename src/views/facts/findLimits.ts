import { writtenOf } from '#content/limits/limit.ts';
import type { Limit, LimitGroup } from '#content/limits/limit.ts';
import { sayBounds, saySeconds, sayStandard } from '#content/limits/sayLimit.ts';
import { SOURCES } from '#content/sources.ts';

/** Words and numbers in small letters; numbers without their commas. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/(\d),(?=\d)/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Everything that is said of a limit. */
function saidOf(limit: Limit, title: string): readonly string[] {
  const { name, note = '', unit, bounds, standard } = limit;
  const numbers = [
    bounds && `${sayBounds(bounds, unit)} ${saySeconds(bounds, unit)}`,
    standard && `left out: ${sayStandard(standard, unit)} ${saySeconds(standard, unit)}`,
  ];
  return wordsOf([title, name, note, ...numbers, SOURCES[writtenOf(limit).source].title].join(' '));
}

/** Whether a word is said: numbers and letters as they are, longer words also in part. */
const isSaid = (word: string, said: readonly string[]): boolean =>
  /^(?:\d+|.)$/.test(word) ? said.includes(word) : said.some((one) => one.includes(word));

/** The groups with the limits of which every word that is looked for is said. */
export function findLimits(groups: readonly LimitGroup[], find: string): readonly LimitGroup[] {
  const words = wordsOf(find);
  if (words.length === 0) return groups;
  return groups.flatMap((group) => {
    const limits = group.limits.filter((limit) => {
      const said = saidOf(limit, group.title);
      return words.every((word) => isSaid(word, said));
    });
    return limits.length > 0 ? [{ ...group, limits }] : [];
  });
}
