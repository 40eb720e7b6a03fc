import type { DistinguishedName, NameAttribute, RelativeName } from './name.ts';

/** How names are compared: not by bytes, but by what they say (RFC 5280, 7.1). */

/** A string without what does not count: case, runs of blanks, and how Unicode composed it. */
const canonicalText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

const canonicalAttribute = ({ oid, value, type }: NameAttribute): string =>
  JSON.stringify([oid, type === undefined ? value : canonicalText(value)]);

/** The attributes of one part are a set: their order does not count. */
const canonicalPart = (part: RelativeName): string =>
  part.map(canonicalAttribute).toSorted().join('+');

/** Names never change, and the same ones are compared at every step of every path. */
const canonical = new WeakMap<DistinguishedName, string>();

/** A text that is equal for equal names. */
export function canonicalName(name: DistinguishedName): string {
  const known = canonical.get(name);
  if (known !== undefined) return known;
  const text = name.map(canonicalPart).join();
  canonical.set(name, text);
  return text;
}

/** Whether two names are equal (RFC 5280, 7.1). */
export const isSameName = (one: DistinguishedName, other: DistinguishedName): boolean =>
  one.length === other.length && canonicalName(one) === canonicalName(other);

/** Whether a name lies in the subtree under a base: it begins with all parts of the base (RFC 5280, 7.1). */
export const isNameWithin = (name: DistinguishedName, base: DistinguishedName): boolean =>
  base.every((part, index) => {
    const own = name[index];
    return own !== undefined && canonicalPart(own) === canonicalPart(part);
  });

/** Whether a certificate is issued by its own name: a root, or a CA that changes its key. */
export const isSelfIssued = ({
  subject,
  issuer,
}: {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
}): boolean => isSameName(subject, issuer);
