import { utf8ToBytes } from '@noble/hashes/utils.js';
import { utf8Text } from './utf8.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The base64 of a text's UTF-8 bytes, the form of a POST policy (RFC 4648, section 4). */
export const base64Encode = (text: string): string => base64Bytes(utf8ToBytes(text));

/** The base64 of bytes (RFC 4648, section 4). */
export function base64Bytes(bytes: Uint8Array): string {
  let encoded = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second, third] = bytes.subarray(start, start + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    encoded += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    encoded += second === undefined ? '=' : ALPHABET.charAt((bits >> 6) & 63);
    encoded += third === undefined ? '=' : ALPHABET.charAt(bits & 63);
  }
  return encoded;
}

/** The bytes behind a base64; undefined unless every character and the padding are right (RFC 4648, section 4). */
export function base64ToBytes(encoded: string): Uint8Array | undefined {
  if (!BASE64.test(encoded)) return undefined;
  const digits = encoded.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  for (let index = 0; index < bytes.length; index += 1) {
    // Byte n lies in digits ⌊4n/3⌋ and the next one, shifted by the third it stands in.
    const digit = Math.floor((index * 4) / 3);
    const pair =
      (ALPHABET.indexOf(digits.charAt(digit)) << 6) | ALPHABET.indexOf(digits.charAt(digit + 1));
    bytes[index] = pair >> (4 - 2 * (index % 3));
  }
  return bytes;
}

/** The text behind a base64; undefined unless every character and the padding are right (RFC 4648, section 4). */
export function base64Decode(encoded: string): string | undefined {
  const bytes = base64ToBytes(encoded);
  return bytes && utf8Text(bytes);
}
