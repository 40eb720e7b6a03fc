import type { Certificate } from '../x509/certificate.ts';
import type { GeneralName } from '../x509/extension.ts';
import { valuesOf } from '../x509/name.ts';
import type { DistinguishedName } from '../x509/name.ts';
import { LONGEST_IDENTITY } from './limits.ts';
import type { MappedField, Profile } from './resources.ts';

/** What a certificate gives its session: a name, a source identity and tags (roles-anywhere.md 3.4, 4.3 to 4.5). */

const PREFIX = 'CN=';

/** The names of a subject that has several, as tags join them: that the source identity does too is modelled. */
const joined = (values: readonly string[]): string => values.join('/');

/**
 * The source identity: `CN=` with the common name, the name alone where the prefix does not fit, `ID=` with the serial
 * number where there is no name (User Guide, source identity rules). What several names too long for it give is modelled.
 */
export function sourceIdentityOf({ subject, serialNumber }: Certificate): string {
  const name = joined(valuesOf(subject, 'CN'));
  const { length } = Array.from(name);
  if (length === 0 || length > LONGEST_IDENTITY) return `ID=${serialNumber.hex}`;
  return length <= LONGEST_IDENTITY - PREFIX.length ? `${PREFIX}${name}` : name;
}

/** An attribute of a certificate that a profile's mapping makes a tag of. */
export interface Attribute {
  readonly field: MappedField;
  /** As the tag's key has it behind the field: `OU`, `DNS`, `Name/CN`. */
  readonly name: string;
  readonly value: string;
}

// The attribute types of RFC 4514, section 3. Which ones AWS recognises is not published (roles-anywhere.md 4.4).
const RECOGNISED: ReadonlySet<string> = new Set('CN L ST O OU C STREET DC UID'.split(' '));

/** The recognised attributes of a name, each type once with its values joined, in certificate order. */
function attributesIn(
  field: MappedField,
  name: DistinguishedName,
  prefix: string,
): readonly Attribute[] {
  const types = new Set(name.flat().flatMap(({ short }) => short ?? []));
  return [...types]
    .filter((type) => RECOGNISED.has(type))
    .map((type) => ({ field, name: `${prefix}${type}`, value: joined(valuesOf(name, type)) }));
}

/** The first name of each kind that is mapped: DNS, URI and directory name; no other kind is. */
function alternatives(certificate: Certificate): readonly Attribute[] {
  const names = certificate.extensions.flatMap(({ value }) =>
    value.kind === 'subjectAltName' ? value.names : [],
  );
  const seen = new Set<GeneralName['kind']>();
  return names.flatMap((name): readonly Attribute[] => {
    if (seen.has(name.kind)) return [];
    seen.add(name.kind);
    if (name.kind === 'Name') return attributesIn('x509SAN', name.value, 'Name/');
    return name.kind === 'DNS' || name.kind === 'URI'
      ? [{ field: 'x509SAN', name: name.kind, value: name.value }]
      : [];
  });
}

/** Certificates never change, and several checks ask for the same one's attributes. */
const known = new WeakMap<Certificate, readonly Attribute[]>();

/** Everything of a certificate that can be mapped. */
function attributesOf(certificate: Certificate): readonly Attribute[] {
  const found = known.get(certificate);
  if (found) return found;
  const attributes = [
    ...attributesIn('x509Subject', certificate.subject, ''),
    ...attributesIn('x509Issuer', certificate.issuer, ''),
    ...alternatives(certificate),
  ];
  known.set(certificate, attributes);
  return attributes;
}

/** Whether a specifier stands for an attribute: `*` for all of a name, and `Name` and `Name/` for `Name/*`. */
function isMeant({ field, name }: Attribute, specifier: string): boolean {
  if (field !== 'x509SAN') return specifier === '*' || specifier === name;
  const all = ['Name', 'Name/', 'Name/*'].includes(specifier);
  return specifier === name || ((all || specifier === '*') && name.startsWith('Name/'));
}

/** The attributes that a profile's mapping picks, whether they can be tags or not. */
export const mappedAttributes = (
  certificate: Certificate,
  { attributeMappings }: Pick<Profile, 'attributeMappings'>,
): readonly Attribute[] =>
  attributesOf(certificate).filter((attribute) =>
    attributeMappings.some(
      ({ certificateField, mappingRules }) =>
        certificateField === attribute.field &&
        mappingRules.some(({ specifier }) => isMeant(attribute, specifier)),
    ),
  );

// STS's limits for session tags (AssumeRole, Tag).
const TAG_VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Whether a value can be that of a session tag. */
export const isTaggable = ({ value }: Attribute): boolean => TAG_VALUE.test(value);

/** The tags of the session: attributes that no tag can hold are left out (User Guide, trust model). */
export const principalTags = (
  certificate: Certificate,
  profile: Pick<Profile, 'attributeMappings'>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mappedAttributes(certificate, profile)
      .filter(isTaggable)
      .map(({ field, name, value }) => [`${field}/${name}`, value]),
  );
