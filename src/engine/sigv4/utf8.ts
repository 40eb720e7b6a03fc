/**
 * Bytes to text without `TextDecoder`, which is no part of ECMAScript. Text to bytes is
 * `utf8ToBytes` of @noble/hashes.
 */

const REPLACEMENT = 0xfffd;

/** How a sequence that starts with `byte` goes on (Unicode 16, table 3-7). */
function leadOf(byte: number) {
  if (byte >= 0xc2 && byte <= 0xdf) return { following: 1, lowest: 0x80, highest: 0xbf };
  if (byte >= 0xe0 && byte <= 0xef) {
    return {
      following: 2,
      lowest: byte === 0xe0 ? 0xa0 : 0x80,
      highest: byte === 0xed ? 0x9f : 0xbf,
    };
  }
  if (byte >= 0xf0 && byte <= 0xf4) {
    return {
      following: 3,
      lowest: byte === 0xf0 ? 0x90 : 0x80,
      highest: byte === 0xf4 ? 0x8f : 0xbf,
    };
  }
  return undefined;
}

function sequenceAt(
  bytes: Uint8Array,
  start: number,
): readonly [codePoint: number, length: number] {
  const first = bytes[start] ?? 0;
  if (first < 0x80) return [first, 1];
  const lead = leadOf(first);
  if (!lead) return [REPLACEMENT, 1];
  let codePoint = first & (0x3f >> lead.following);
  for (let offset = 1; offset <= lead.following; offset += 1) {
    const byte = bytes[start + offset] ?? 0;
    const lowest = offset === 1 ? lead.lowest : 0x80;
    const highest = offset === 1 ? lead.highest : 0xbf;
    if (byte < lowest || byte > highest) return [REPLACEMENT, offset];
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  return [codePoint, lead.following + 1];
}

/** The text that bytes spell in UTF-8, each broken sequence as one U+FFFD (Encoding Standard, UTF-8 decode without BOM). */
export function utf8Text(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const [codePoint, length] = sequenceAt(bytes, start);
    text += String.fromCodePoint(codePoint);
    start += length;
  }
  return text;
}
