import type { ByteRange } from './certificate.ts';

/** DER, read strictly: definite, shortest lengths, nothing behind the end (ITU-T X.690, 10.1). */

/** Why bytes are not what they should be, and where it shows: the offset from the start of the DER. */
export interface DerFault {
  readonly at: number;
  readonly problem: string;
}

/** Bytes that are being read, and the first fault met; what is read after a fault is a stand-in. */
export interface Reading {
  readonly bytes: Uint8Array;
  fault?: DerFault;
}

/** One element: its identifier octet, where it lies, and its parts if it has any. */
export interface DerNode {
  readonly tag: number;
  readonly range: ByteRange;
  readonly content: ByteRange;
  readonly parts: readonly DerNode[];
}

/** Identifier octets of the universal types, and makers of context-specific ones. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The identifier octet of `[n]` around one value. */
export const primitive = (n: number): number => 0x80 | n;

/** The identifier octet of `[n]` around parts. */
export const constructed = (n: number): number => 0xa0 | n;

const CONSTRUCTED = 0x20;
const MAX_DEPTH = 32;

/** Stands for an element that could not be read. */
export const NOTHING: DerNode = {
  tag: 0,
  range: { start: 0, end: 0 },
  content: { start: 0, end: 0 },
  parts: [],
};

/** Notes a fault, unless there was one before: the first is the cause. */
export function fail(reading: Reading, at: number, problem: string): void {
  reading.fault ??= { at, problem };
}

/** Reads the element that fills `range`; a stand-in and a fault where there is none, or more than one. */
export function readWhole(reading: Reading, range: ByteRange): DerNode {
  const node = readNode(reading, range.start, range.end, 0);
  if (!reading.fault && node.range.end !== range.end) {
    fail(reading, node.range.end, `${range.end - node.range.end} bytes follow the end`);
  }
  return node;
}

/** Reads the element that starts a range, whatever follows it. */
export const readFirst = (reading: Reading, range: ByteRange): DerNode =>
  readNode(reading, range.start, range.end, 0);

function readNode(reading: Reading, start: number, end: number, depth: number): DerNode {
  const tag = reading.bytes[start] ?? 0;
  const content = readLength(reading, start, end);
  if (depth > MAX_DEPTH) fail(reading, start, `more than ${MAX_DEPTH} levels`);
  if (reading.fault) return NOTHING;
  const parts: DerNode[] = [];
  if ((tag & CONSTRUCTED) !== 0) {
    for (let next = content.start; next < content.end && !reading.fault;) {
      const part = readNode(reading, next, content.end, depth + 1);
      parts.push(part);
      next = part.range.end;
    }
  }
  return { tag, range: { start, end: content.end }, content, parts };
}

/** Reads identifier and length: the content that they announce. */
function readLength(reading: Reading, start: number, end: number): ByteRange {
  const { bytes } = reading;
  const [tag, first] = [bytes[start], bytes[start + 1]];
  if (start + 2 > end || tag === undefined || first === undefined) {
    fail(reading, start, 'it ends in the middle of an element');
    return NOTHING.content;
  }
  if ((tag & 0x1f) === 0x1f) fail(reading, start, 'a tag of several bytes');
  if (first < 0x80) return within(reading, { start: start + 2, end: start + 2 + first }, end);
  const length = readLongLength(reading, start + 1);
  const content = start + 2 + (first & 0x7f);
  return within(reading, { start: content, end: content + length }, end);
}

/** Reads a length in its long form: a count of octets, then those. */
function readLongLength(reading: Reading, at: number): number {
  const count = (reading.bytes[at] ?? 0) & 0x7f;
  if (count === 0) fail(reading, at, 'an indefinite length, which DER forbids');
  if (count > 4) fail(reading, at, `a length of ${count} bytes`);
  let length = 0;
  for (let index = 1; index <= count && !reading.fault; index += 1) {
    length = length * 256 + (reading.bytes[at + index] ?? 0);
  }
  if (length < 0x80 || length < 256 ** (count - 1)) {
    fail(reading, at, 'a length that is longer than need be, which DER forbids');
  }
  return length;
}

function within(reading: Reading, content: ByteRange, end: number): ByteRange {
  if (content.end <= end) return content;
  fail(reading, Math.min(content.start, end), `${content.end - end} bytes are missing`);
  return NOTHING.content;
}

/** The parts of an element, taken one after the other. */
export interface Parts {
  readonly of: DerNode;
  next: number;
}

/** Opens an element of a tag, whose parts are then taken; a fault where it has another tag. */
export function open(reading: Reading, node: DerNode, tag: number, what: string): Parts {
  expectTag(reading, node, tag, what);
  return { of: node, next: 0 };
}

/** Notes a fault unless an element has the tag. */
export function expectTag(reading: Reading, node: DerNode, tag: number, what: string): DerNode {
  if (node.tag !== tag) fail(reading, node.range.start, `${what} is not where it should be`);
  return node;
}

/** Takes the next part if it has the tag. */
export function takeIf(parts: Parts, tag: number): DerNode | undefined {
  const node = parts.of.parts[parts.next];
  if (node?.tag !== tag) return undefined;
  parts.next += 1;
  return node;
}

/** Takes the next part, which must have one of the tags. */
export function take(
  reading: Reading,
  parts: Parts,
  tags: readonly number[],
  what: string,
): DerNode {
  const node = parts.of.parts[parts.next];
  if (node === undefined || !tags.includes(node.tag)) {
    fail(reading, node?.range.start ?? parts.of.range.end, `${what} is not where it should be`);
    return NOTHING;
  }
  parts.next += 1;
  return node;
}

/** Notes a fault where parts are left over. */
export function close(reading: Reading, parts: Parts): void {
  const left = parts.of.parts[parts.next];
  if (left) fail(reading, left.range.start, 'a part that does not belong here');
}
