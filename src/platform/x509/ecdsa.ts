import { open, close, readWhole, TAG, take } from '#engine/x509/der.ts';
import type { Reading } from '#engine/x509/der.ts';
import { contentOf, readInteger } from '#engine/x509/derValues.ts';

/** The two forms of an ECDSA signature: DER in certificates and CreateSession, r and s side by side in WebCrypto. */

/** Bytes in an ArrayBuffer, which is what WebCrypto takes. */
export type Octets = Uint8Array<ArrayBuffer>;

/** The r and s of a DER signature, each `width` bytes; undefined unless it is exactly DER and both fit. */
export function sidesOf(der: Uint8Array, width: number): Octets | undefined {
  const reading: Reading = { bytes: der };
  const parts = open(
    reading,
    readWhole(reading, { start: 0, end: der.length }),
    TAG.sequence,
    'r, s',
  );
  const nodes = [
    take(reading, parts, [TAG.integer], 'r'),
    take(reading, parts, [TAG.integer], 's'),
  ];
  close(reading, parts);
  const sides = new Uint8Array(2 * width);
  for (const [index, node] of nodes.entries()) {
    if (readInteger(reading, node).decimal.startsWith('-')) return undefined;
    const bytes = contentOf(reading, node);
    const number = bytes[0] === 0 ? bytes.subarray(1) : bytes;
    if (reading.fault || number.length > width) return undefined;
    sides.set(number, (index + 1) * width - number.length);
  }
  return sides;
}

/** One positive INTEGER in DER, without leading zeros. */
function integer(side: Uint8Array): readonly number[] {
  const start = side.findIndex((byte) => byte !== 0);
  const bytes = start < 0 ? [0] : [...side.subarray(start)];
  const content = (bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes;
  return [TAG.integer, content.length, ...content];
}

/** A DER signature of r and s side by side, as the Authorization header and certificates carry it. */
export function derOfSides(sides: Uint8Array): Octets {
  const half = sides.length / 2;
  const content = [...integer(sides.subarray(0, half)), ...integer(sides.subarray(half))];
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return Uint8Array.from([TAG.sequence, ...length, ...content]);
}
