/** What a machine can tell of a text by the rules of item writing (exam.md 3.1). */

export const LONGEST_SENTENCE = 24;

export const words = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

export const sentences = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+/);

export const isNegative = (stem: string): boolean =>
  /\b(?:not|never|except|least (?!privilege|operational|effort|cost)|wrong|false|incorrect|cannot)\b|n[’']t\b/i.test(
    stem,
  );

export const isEverythingOrNothing = (text: string): boolean =>
  /\b(?:all|none|both|neither|any) of (?:the|these|them)\b|^(?:both|neither|all|none)\b/i.test(
    text,
  );

export const isVague = (text: string): boolean =>
  /\b(?:always|never|usually|sometimes|often|normally)\b/i.test(text);

export const namesAPosition = (why: string): boolean =>
  /\b(?:option|answer|choice)s?\s+(?:[a-i]\b|\d)|\b(?:first|second|third|fourth|last|former|latter|above|below|previous|next)\s+(?:option|answer|choice|one)\b|\b(?:options?|answers?) (?:above|below)\b/i.test(
    why,
  );

/** Whether the apostrophes and quotation marks of a text are typographic. */
export const isTypographic = (text: string): boolean => !/(?<!`[^`]*)["'](?![^`]*`)/.test(text);

/** What is wrong with the words of a situation and a stem. */
export function textFaults(
  { situation, stem, title }: Readonly<Record<'situation' | 'stem' | 'title', string>>,
  whys: readonly string[],
): readonly string[] {
  const long = [situation, stem, ...whys]
    .flatMap(sentences)
    .filter((sentence) => words(sentence).length > LONGEST_SENTENCE);
  return [
    ...([situation, stem, title].some((text) => text.trim() === '') ? ['a text is empty'] : []),
    ...(stem.endsWith('?') && sentences(stem).length === 1 ? [] : ['its stem is not one question']),
    ...(isNegative(stem) ? ['its stem is negative'] : []),
    ...long.map((sentence) => `a long sentence: ${sentence}`),
  ];
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  year: 31_536_000,
};

/** The number a text begins with, in seconds where it is a length; undefined when it begins with none. */
export function numberOf(text: string): number | undefined {
  const found = /^(\d[\d,]*)(?:\s+(second|minute|hour|day|year)s?)?/.exec(text);
  return found?.[1] === undefined
    ? undefined
    : Number(found[1].replaceAll(',', '')) * (SECONDS[found[2] ?? ''] ?? 1);
}
