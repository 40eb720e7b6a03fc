import { promised, unreachable } from '../never.ts';
import type { Box, BoxId } from './derivation.ts';

/** A text as one word of a POSIX shell. */
const word = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const words = (texts: readonly string[]): string => texts.map(word).join(' ');

const HASH = 'openssl dgst -sha256 -r';
// openssl writes “digest *stdin”.
const ALONE = "cut -d ' ' -f 1";

const print = (text: string): string => `printf %s ${word(text)}`;

/** Prints lines with a line feed between them and none at the end. */
function printLines(text: string): string {
  const lines = text.split('\n');
  return `printf ${word(lines.map(() => '%s').join(String.raw`\n`))} ${words(lines)}`;
}

const hmac = (text: string, key: string): string =>
  `${text} | ${HASH} -mac HMAC -macopt ${key} | ${ALONE}`;

/**
 * A shell command that prints a box's value out of the values before it, by printf and openssl 3 alone; a digest comes
 * with a line feed behind it, as openssl writes it.
 */
export function reproduce(
  box: Box,
  boxes: readonly Box[],
  { secretAccessKey }: { readonly secretAccessKey: string },
): string {
  const textOf = (id: BoxId): string =>
    promised(
      boxes.find((one) => one.id === id),
      'a derivation has every box',
    ).text;
  switch (box.id) {
    case 'canonical-request':
    case 'string-to-sign':
      return printLines(box.text);
    case 'hash':
      return `${printLines(textOf('canonical-request'))} | ${HASH} | ${ALONE}`;
    case 'k-date':
      return hmac(print(box.adds), `key:${word(`AWS4${secretAccessKey}`)}`);
    case 'k-region':
      return hmac(print(box.adds), `hexkey:${textOf('k-date')}`);
    case 'k-service':
      return hmac(print(box.adds), `hexkey:${textOf('k-region')}`);
    case 'k-signing':
      return hmac(print(box.adds), `hexkey:${textOf('k-service')}`);
    case 'signature':
      return hmac(printLines(textOf('string-to-sign')), `hexkey:${textOf('k-signing')}`);
    case 'claim':
      return print(box.text);
    default:
      return unreachable(box.id);
  }
}
