import type { Octets } from './ecdsa.ts';

/** DER, written: what the library has no class for. */

const lengthOf = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};

/** An element of up to 65,535 bytes: its tag, its length, its parts. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Octets {
  const content = parts.flatMap((part) => [...part]);
  return Uint8Array.from([tag, ...lengthOf(content.length), ...content]);
}

/** The characters of an ASCII text. */
export const ascii = (text: string): Octets => Uint8Array.from(new TextEncoder().encode(text));
