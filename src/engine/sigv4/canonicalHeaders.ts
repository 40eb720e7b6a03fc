import type { Pair } from './query.ts';

/** Lower-case header names with their canonical values. */
export type CanonicalHeaders = ReadonlyMap<string, string>;

// Folded lines count as spaces: AWS's suite has a case for them (aws-c-auth, get-header-value-multiline).
const canonicalValue = (value: string): string =>
  value.replace(/[ \t\n\v\f\r]+/g, ' ').replace(/^ | $/g, '');

/** Headers as they are signed: names in lower case and sorted, values trimmed and squeezed, repeats joined by a comma (sig-v4-header-based-auth). */
export function canonicalHeaders(headers: readonly Pair[]): CanonicalHeaders {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const earlier = values.get(key);
    const text = canonicalValue(value);
    values.set(key, earlier === undefined ? text : `${earlier},${text}`);
  }
  return new Map([...values].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Headers with the one Host a message has, whatever Host was among them (RFC 9112, section 3.2). */
export const withHost = (host: string, headers: readonly Pair[]): readonly Pair[] => [
  ['host', host],
  ...headers.filter(([name]) => name.toLowerCase() !== 'host'),
];
