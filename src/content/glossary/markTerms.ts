import { GLOSSARY } from './glossary.ts';
import type { Term } from './term.ts';

/** A piece of a text: plain, or a term that is explained there. */
export interface Piece {
  readonly text: string;
  readonly term?: Term;
}

/** A term by each way to write it; names that AWS writes in one word keep their capitals, others may begin a sentence. */
const BY_SPELLING: ReadonlyMap<string, Term> = new Map(
  GLOSSARY.filter(({ isCommon }) => isCommon !== true).flatMap((term) =>
    [term.name, ...(term.also ?? [])].flatMap((spelling) => [
      [spelling, term] as const,
      [spelling.charAt(0).toUpperCase() + spelling.slice(1), term] as const,
    ]),
  ),
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The longest first, so that an instance profile is no profile. A plural counts, a part of another word does not. */
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}:/_.-])(?:${[...BY_SPELLING.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?=s?(?![\\p{L}\\p{N}:/_=-]))`,
  'gu',
);

/** Quotations stay as they are: they are somebody else’s words. */
const QUOTED = /“[^”]*”/g;

/** The texts of one panel cut into pieces; each term is marked once, where it stands first. */
export function markTerms(texts: readonly string[]): readonly (readonly Piece[])[] {
  const met = new Set<Term>();
  return texts.map((text) => {
    const quotes = [...text.matchAll(QUOTED)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }));
    const pieces: Piece[] = [];
    let done = 0;
    for (const { index, 0: found } of text.matchAll(ANY)) {
      const term = BY_SPELLING.get(found);
      if (!term || met.has(term)) continue;
      if (quotes.some(({ from, to }) => index > from && index < to)) continue;
      met.add(term);
      if (index > done) pieces.push({ text: text.slice(done, index) });
      pieces.push({ text: found, term });
      done = index + found.length;
    }
    if (done < text.length) pieces.push({ text: text.slice(done) });
    return pieces;
  });
}
