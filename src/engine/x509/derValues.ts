import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8Text } from '../sigv4/utf8.ts';
import { at, parseIsoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { SerialNumber } from './certificate.ts';
import { expectTag, fail, TAG } from './der.ts';
import type { DerNode, Reading } from './der.ts';
import type { StringType } from './name.ts';

/** The values inside DER elements. */

/** The content octets of an element. */
export const contentOf = ({ bytes }: Reading, { content }: DerNode): Uint8Array =>
  bytes.subarray(content.start, content.end);

/** The content octets of an element, in lower-case hex. */
export const hexOf = (reading: Reading, node: DerNode): string =>
  bytesToHex(contentOf(reading, node));

/** A whole element, identifier and length included, in lower-case hex. */
export const derOf = ({ bytes }: Reading, { range }: DerNode): string =>
  bytesToHex(bytes.subarray(range.start, range.end));

// Serial numbers have 20 octets at most (RFC 5280, 4.1.2.2), halves of a P-521 signature 66; a number without end
// would take its time to print.
const MAX_INTEGER = 72;

/** Notes a fault where an INTEGER is not written as DER writes it, or is too long to be a serial number. */
function checkInteger(reading: Reading, node: DerNode): void {
  const bytes = contentOf(reading, node);
  const [first = 0, second = 0] = bytes;
  const sign = second < 0x80 ? 0x00 : 0xff;
  if (bytes.length === 0 || (bytes.length > 1 && first === sign)) {
    fail(reading, node.range.start, 'an integer DER would write otherwise');
  }
  if (bytes.length > MAX_INTEGER) {
    fail(reading, node.range.start, `a number of ${bytes.length} bytes`);
  }
}

/** An INTEGER, as a serial number is written: hex without sign octet, and decimal. */
export function readInteger(reading: Reading, node: DerNode): SerialNumber {
  checkInteger(reading, node);
  if (reading.fault) return { hex: '00', decimal: '0' };
  const bytes = contentOf(reading, node);
  const unsigned = BigInt(`0x${bytesToHex(bytes)}`);
  const isNegative = (bytes[0] ?? 0) >= 0x80;
  const value = isNegative ? unsigned - (1n << BigInt(8 * bytes.length)) : unsigned;
  const hex = (isNegative ? -value : value).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return { hex: isNegative ? `-${even}` : even, decimal: value.toString() };
}

/** A small, non-negative INTEGER, such as a path length. */
export function readCount(reading: Reading, node: DerNode): number {
  const value = Number(readInteger(reading, node).decimal);
  if (value < 0 || value > 0xffff_ffff) fail(reading, node.range.start, `a count of ${value}`);
  return value;
}

/** A BOOLEAN, which DER writes as 00 or ff. */
export function readBoolean(reading: Reading, node: DerNode): boolean {
  const hex = hexOf(reading, node);
  if (hex !== '00' && hex !== 'ff') {
    fail(reading, node.range.start, 'a boolean DER would write otherwise');
  }
  return hex === 'ff';
}

const MAX_OID = 64;

/** An OBJECT IDENTIFIER as `2.5.29.19`. */
export function readOid(reading: Reading, node: DerNode): string {
  const bytes = contentOf(reading, node);
  const arcs: bigint[] = [];
  let arc = 0n;
  let isStart = true;
  if (bytes.length > MAX_OID) {
    fail(reading, node.range.start, `an object identifier of ${bytes.length} bytes`);
  }
  for (const byte of bytes.subarray(0, MAX_OID)) {
    if (isStart && byte === 0x80) {
      fail(reading, node.range.start, 'an object identifier DER would write otherwise');
    }
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    isStart = byte < 0x80;
    if (!isStart) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first] = arcs;
  if (first === undefined || !isStart) {
    fail(reading, node.range.start, 'an object identifier that breaks off');
    return '';
  }
  const root = first >= 80n ? 2n : first / 40n;
  return [root, first - 40n * root, ...arcs.slice(1)].join('.');
}

/** The OID that a part holds. */
export const readOidPart = (reading: Reading, node: DerNode, what: string): string =>
  readOid(reading, expectTag(reading, node, TAG.oid, what));

/** A BIT STRING: its octets, and how many of the last bits do not count. */
export function readBits(
  reading: Reading,
  node: DerNode,
): { readonly bytes: Uint8Array; readonly unused: number } {
  const [unused = 8, ...rest] = contentOf(reading, node).subarray(0, 2);
  if (unused > 7 || (unused > 0 && rest.length === 0)) {
    fail(reading, node.range.start, 'a bit string that counts its bits wrongly');
  }
  return { bytes: contentOf(reading, node).subarray(1), unused };
}

/** The numbers of the bits that are set, the first bit being 0. */
export function readFlags(reading: Reading, node: DerNode): readonly number[] {
  const { bytes, unused } = readBits(reading, node);
  const count = Math.min(64, bytes.length * 8 - unused);
  return Array.from({ length: Math.max(0, count) }, (_, index) => index).filter(
    (index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0,
  );
}

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** A UTCTime or GeneralizedTime in the only forms that RFC 5280, 4.1.2.5, allows: seconds, and Z. */
export function readTime(reading: Reading, node: DerNode): Instant {
  const text = latin1(contentOf(reading, node));
  const found = (node.tag === TAG.utcTime ? UTC_TIME : GENERALIZED_TIME).exec(text);
  const [, year = '', month, day, hour, minute, second] = found ?? [];
  // Two digits: 50 to 99 are of the last century (RFC 5280, 4.1.2.5.1).
  const century = year.length === 2 ? (Number(year) < 50 ? '20' : '19') : '';
  const moment = parseIsoDate(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (moment === undefined) {
    fail(reading, node.range.start, `a time that is none: ${text.slice(0, 20)}`);
  }
  return moment ?? at('1970-01-01T00:00:00Z');
}

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const wide = (bytes: Uint8Array, width: 2 | 4): string => {
  let text = '';
  for (let index = 0; index + width <= bytes.length; index += width) {
    const code = bytes.subarray(index, index + width).reduce((sum, byte) => sum * 256 + byte, 0);
    text += code <= 0x10_ffff ? String.fromCodePoint(code) : '\uFFFD';
  }
  return text;
};

const STRING_TAGS: Readonly<
  Record<number, { readonly type: StringType; readonly read: (bytes: Uint8Array) => string }>
> = {
  0x0c: { type: 'UTF8String', read: utf8Text },
  0x12: { type: 'NumericString', read: latin1 },
  0x13: { type: 'PrintableString', read: latin1 },
  0x14: { type: 'TeletexString', read: latin1 },
  0x16: { type: 'IA5String', read: latin1 },
  0x1a: { type: 'VisibleString', read: latin1 },
  0x1c: { type: 'UniversalString', read: (bytes) => wide(bytes, 4) },
  0x1e: { type: 'BMPString', read: (bytes) => wide(bytes, 2) },
};

/** A string of any type; undefined where the element is no string. */
export function readString(
  reading: Reading,
  node: DerNode,
): { readonly type: StringType; readonly value: string } | undefined {
  const known = STRING_TAGS[node.tag];
  return known && { type: known.type, value: known.read(contentOf(reading, node)) };
}

/** The characters of an IA5String inside `[n]`. */
export const readIa5 = (reading: Reading, node: DerNode): string =>
  latin1(contentOf(reading, node));
