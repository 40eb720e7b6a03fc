import { decodeText } from '../sigv4/encode.ts';
import { roleOf } from './part.ts';
import type { Part, TextRange } from './part.ts';

/** An ampersand, also as HTML and some JSON write it. */
const SEPARATOR = /&(?:amp;|#38;|#x26;)?|\\u0026/gi;

/** Line breaks come from mail and terminals; a parameter has no white space of its own either. */
const decoded = (raw: string, part: 'path' | 'query'): string =>
  decodeText(raw.replace(part === 'query' ? /\s+/g : /[\r\n\t]+/g, ''), part);

/** Where a character stands between two places; the end when it does not. */
function place(text: string, mark: string, { from, to }: TextRange): number {
  const found = text.indexOf(mark, from);
  return found < 0 || found > to ? to : found;
}

/** Where the fragment begins; the `#` of an HTML entity begins none. */
function fragmentStart(text: string, range: TextRange): number {
  let at = place(text, '#', range);
  while (at < range.to && /^&#(?:38|x26);/i.test(text.slice(at - 1, at + 5))) {
    at = place(text, '#', { ...range, from: at + 1 });
  }
  return at;
}

function queryParts(text: string, { from, to }: TextRange): readonly Part[] {
  const parts: Part[] = [];
  const add = (start: number, end: number): void => {
    if (start === end) return;
    const piece = text.slice(start, end);
    const equals = piece.indexOf('=');
    const name = decoded(equals < 0 ? piece : piece.slice(0, equals), 'query');
    const raw = equals < 0 ? '' : piece.slice(equals + 1);
    parts.push({
      kind: 'parameter',
      role: roleOf(name),
      name,
      from: start,
      to: end,
      valueFrom: end - raw.length,
      raw,
      value: decoded(raw, 'query'),
    });
  };
  let start = from;
  for (const separator of text.slice(from, to).matchAll(SEPARATOR)) {
    add(start, from + separator.index);
    start = from + separator.index + separator[0].length;
  }
  add(start, to);
  return parts;
}

/**
 * Cuts a URL that begins at `from`, with a scheme or with its host, into its parts (RFC 3986, section 3); damage by mail and
 * HTML is seen through, and whatever cannot be a part stays between them.
 */
export function urlParts(text: string, { from, to }: TextRange): readonly Part[] {
  const scheme = /^[a-z]{1,9}:\/\//i.exec(text.slice(from, Math.min(to, from + 12)))?.[0] ?? '';
  const hostFrom = from + scheme.length;
  const end = fragmentStart(text, { from: hostFrom, to });
  const question = place(text, '?', { from: hostFrom, to: end });
  const slash = place(text, '/', { from: hostFrom, to: question });
  const part = (kind: 'scheme' | 'host' | 'path' | 'fragment', range: TextRange): Part => {
    const raw = text.slice(range.from, range.to);
    const value = kind === 'path' ? decoded(raw, 'path') : raw.toLowerCase();
    const role = kind === 'fragment' ? 'call' : 'place';
    return { kind, role, name: kind, ...range, valueFrom: range.from, raw, value };
  };
  return [
    ...(scheme === '' ? [] : [part('scheme', { from, to: hostFrom - 3 })]),
    part('host', { from: hostFrom, to: slash }),
    ...(slash < question ? [part('path', { from: slash, to: question })] : []),
    ...(question < end ? queryParts(text, { from: question + 1, to: end }) : []),
    ...(end < to ? [part('fragment', { from: end, to })] : []),
  ];
}
