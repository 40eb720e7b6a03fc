import { remark, remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';
import type { TextRange } from './part.ts';

/** Longer than any URL or form that AWS takes: what comes after is not read. */
export const LONGEST_READ = 65_536;

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['<', '>'],
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
]);

/** The text without the white space around it. */
function trimmed(text: string): TextRange {
  const from = text.length - text.trimStart().length;
  return { from, to: Math.max(from, text.trimEnd().length) };
}

/** Where the URL lies in a text and what lies around it; undefined when there is none. */
export function findUrl(
  text: string,
): { readonly range: TextRange; readonly remarks: readonly Remark[] } | undefined {
  const outer = trimmed(text);
  const read = text.slice(0, LONGEST_READ);
  const from = /(?:https?|wss):\/\//i.exec(read)?.index;
  if (from === undefined) return withoutScheme(read, outer);
  const closer = CLOSERS.get(text.charAt(from - 1));
  const to = Math.min(outer.to, LONGEST_READ, endOf(text, from, closer, from === outer.from));
  const range = { from, to };
  const isWrapped = closer !== undefined && text.charAt(to) === closer;
  const isAlone = from - Number(isWrapped) <= outer.from && to + Number(isWrapped) >= outer.to;
  return {
    range,
    remarks: [
      ...remarkIf(isWrapped && isAlone, 'wrapped', {
        from: from - 1,
        to: Math.min(to + 1, text.length),
      }),
      ...remarkIf(!isAlone && outer.to <= LONGEST_READ, 'surrounded', outer),
      ...remarkIf(outer.to > LONGEST_READ, 'too-long', { from: LONGEST_READ, to: outer.to }),
      ...damageIn(text, range),
    ],
  };
}

/** A host with signed parameters and nothing in front, as the tokens of RDS are (rds generate-db-auth-token). */
function withoutScheme(text: string, outer: TextRange): ReturnType<typeof findUrl> {
  const range = { from: outer.from, to: Math.min(outer.to, LONGEST_READ) };
  const url = text.slice(range.from, range.to);
  if (!/^[\w.-]{1,253}(?::\d{1,5})?\/\S*?[?&]X-Amz-/.test(url)) return undefined;
  const host = { from: range.from, to: range.from + url.indexOf('/') };
  return { range, remarks: [remark('no-scheme', host), ...damageIn(text, range)] };
}

/** Where a URL ends: before the mark that closes, before a space in running text, else with the text. */
function endOf(text: string, from: number, closer: string | undefined, isFirst: boolean): number {
  if (closer !== undefined) {
    const end = text.indexOf(closer, from);
    if (end >= 0) return end;
  }
  if (isFirst) return text.length;
  const space = text.slice(from, from + LONGEST_READ).search(/\s/);
  return space < 0 ? text.length : from + space;
}

/** What mail, chat and HTML do to a URL on its way. */
function damageIn(text: string, { from, to }: TextRange): readonly Remark[] {
  const url = text.slice(from, to);
  const where = (start: number, length: number): TextRange => ({
    from: from + start,
    to: from + start + length,
  });
  const entity = /&(?:amp|#38|#x26);/i.exec(url);
  const escape = /\\u0026/i.exec(url);
  const space = /\s+/.exec(url);
  const dots = /…|\.{3}$/.exec(url);
  return [
    ...(entity ? [remark('entities', where(entity.index, entity[0].length))] : []),
    ...(escape ? [remark('json-escapes', where(escape.index, escape[0].length))] : []),
    ...(space
      ? [
          remark('white-space', where(space.index, space[0].length), {
            kind: /[\r\n]/.test(space[0]) ? 'line break' : 'space',
          }),
        ]
      : []),
    ...(dots ? [remark('shortened', where(dots.index, dots[0].length))] : []),
  ];
}
