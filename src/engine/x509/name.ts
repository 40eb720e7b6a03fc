import type { ByteRange } from './certificate.ts';

/** The string types in which DER writes an attribute of a name (RFC 5280, 4.1.2.4). */
export const STRING_TYPES = [
  'UTF8String',
  'PrintableString',
  'TeletexString',
  'IA5String',
  'BMPString',
  'UniversalString',
  'NumericString',
  'VisibleString',
] as const;
export type StringType = (typeof STRING_TYPES)[number];

/** One attribute of a name, such as `CN=web-01`. */
export interface NameAttribute {
  readonly oid: string;
  /** `CN`, `OU`…; absent where nobody gave the OID a short name. */
  readonly short?: string;
  readonly value: string;
  /** Absent where the value is no string; `value` is then `#` and its DER in hex (RFC 4514, 2.4). */
  readonly type?: StringType;
  readonly range: ByteRange;
}

/** A relative distinguished name: nearly always one attribute, several where the CA joined them with `+`. */
export type RelativeName = readonly NameAttribute[];

/** A distinguished name, its parts in the order in which the certificate holds them. */
export type DistinguishedName = readonly RelativeName[];

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** The short name of an attribute type (RFC 4514, 3, and the names OpenSSL prints); undefined for others. */
export const shortNameOf = (oid: string): string | undefined => SHORT_NAMES[oid];

const escaped = (value: string): string =>
  value
    .replaceAll(/[\\",+;<>]/g, String.raw`\$&`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `)
    .replaceAll('\0', String.raw`\00`);

const formatAttribute = ({ short, oid, value, type }: NameAttribute): string =>
  `${short ?? oid}=${type === undefined ? value : escaped(value)}`;

const formatRelative = (name: RelativeName): string => name.map(formatAttribute).join('+');

/** A name as `CN=web-01,OU=Security,O=Sim Corp,C=US`: last part first (RFC 4514, which replaced RFC 2253). */
export const formatName = (name: DistinguishedName): string =>
  name.map(formatRelative).toReversed().join(',');

/** A name in the order of the certificate, as OpenSSL prints it: `C = US, O = Sim Corp, CN = web-01`. */
export const formatNameInOrder = (name: DistinguishedName): string =>
  name
    .map((part) => part.map((one) => formatAttribute(one).replace('=', ' = ')).join(' + '))
    .join(', ');

/** The values of one attribute type of a name, in certificate order: all its `OU`, for instance. */
export const valuesOf = (name: DistinguishedName, short: string): readonly string[] =>
  name.flat().flatMap((one) => (one.short === short ? [one.value] : []));
