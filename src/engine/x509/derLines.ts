import { bytesToHex } from '@noble/hashes/utils.js';
import { isoDate } from '../time.ts';
import type { ByteRange } from './certificate.ts';
import { readFirst, TAG } from './der.ts';
import type { DerNode, Reading } from './der.ts';
import { contentOf, hexOf, readInteger, readOid, readString, readTime } from './derValues.ts';
import { shortNameOf } from './name.ts';
import { namedOid } from './oidNames.ts';

/** DER as people read it: an element a line, with what it says. */

export interface DerLine {
  readonly depth: number;
  /** Identifier and length, and the content where it has no parts. */
  readonly range: ByteRange;
  /** What it is: `OBJECT IDENTIFIER`, `BOOLEAN`, `[0]`. */
  readonly type: string;
  /** What it says; empty where only its parts say something. */
  readonly says: string;
}

const MOST_LINES = 80;

const TYPES: Readonly<Record<number, string>> = {
  [TAG.boolean]: 'BOOLEAN',
  [TAG.integer]: 'INTEGER',
  [TAG.bitString]: 'BIT STRING',
  [TAG.octetString]: 'OCTET STRING',
  [TAG.null]: 'NULL',
  [TAG.oid]: 'OBJECT IDENTIFIER',
  [TAG.enumerated]: 'ENUMERATED',
  [TAG.utcTime]: 'UTCTime',
  [TAG.generalizedTime]: 'GeneralizedTime',
  [TAG.sequence]: 'SEQUENCE',
  [TAG.set]: 'SET',
};

type Says = (reading: Reading, node: DerNode) => string;

const time: Says = (reading, node) => isoDate(readTime(reading, node));
const size: Says = (reading, node) => `${contentOf(reading, node).length} bytes`;

const SAYS: Readonly<Record<number, Says>> = {
  [TAG.boolean]: (reading, node) => (hexOf(reading, node) === '00' ? 'FALSE' : 'TRUE'),
  [TAG.integer]: (reading, node) => readInteger(reading, node).decimal,
  [TAG.oid]: (reading, node) => {
    const oid = readOid(reading, node);
    return namedOid(oid).name ?? shortNameOf(oid) ?? oid;
  },
  [TAG.utcTime]: time,
  [TAG.generalizedTime]: time,
  [TAG.bitString]: size,
  [TAG.octetString]: size,
};

/** What an element without parts says. */
function says(reading: Reading, node: DerNode): string {
  // A value that breaks its syntax says what it can, and spoils nothing else.
  const own: Reading = { bytes: reading.bytes };
  const text =
    SAYS[node.tag]?.(own, node) ??
    readString(own, node)?.value ??
    (node.tag >= 0x80 ? printable(own, node) : '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The characters of a context-specific element, such as a DNS name; nothing where it is no text. */
function printable(reading: Reading, node: DerNode): string {
  const bytes = contentOf(reading, node);
  return bytes.length > 0 && bytes.every((byte) => byte > 0x1f && byte < 0x7f)
    ? String.fromCharCode(...bytes.subarray(0, 80))
    : '';
}

const typeOf = ({ tag }: DerNode): string =>
  TYPES[tag] ??
  (tag >= 0x80 && tag < 0xc0 ? `[${tag & 0x1f}]` : `tag ${bytesToHex(Uint8Array.of(tag))}`);

/** The element inside an OCTET STRING that holds an extension's value; undefined where there is none. */
function insideOf(reading: Reading, node: DerNode): DerNode | undefined {
  if (node.tag !== TAG.octetString || node.content.start === node.content.end) return undefined;
  const own: Reading = { bytes: reading.bytes };
  const inner = readFirst(own, node.content);
  return !own.fault && inner.range.end === node.content.end && TYPES[inner.tag] !== undefined
    ? inner
    : undefined;
}

/** The elements of a range, outermost first; at most 80 lines, and none where the bytes are no DER. */
export function derLines(bytes: Uint8Array, range: ByteRange): readonly DerLine[] {
  const reading: Reading = { bytes };
  const lines: DerLine[] = [];
  const walk = (node: DerNode, depth: number): void => {
    if (lines.length >= MOST_LINES) return;
    const inside = insideOf(reading, node);
    const parts = inside ? [inside] : node.parts;
    const end = parts[0]?.range.start ?? node.range.end;
    lines.push({
      depth,
      range: { start: node.range.start, end },
      type: typeOf(node),
      says: parts.length > 0 ? '' : says(reading, node),
    });
    for (const part of parts) walk(part, depth + 1);
  };
  const whole = readFirst(reading, range);
  if (!reading.fault) walk(whole, 0);
  return lines;
}

/** Bytes of a range in hex, two digits each, a blank between. */
export const spacedHex = (bytes: Uint8Array, { start, end }: ByteRange): string =>
  (bytesToHex(bytes.subarray(start, end)).match(/../g) ?? []).join(' ');
