import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Text } from './utf8.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes on the edges of Unicode's table 3-7, where decoders go wrong. */
const edgeByte = fc.constantFrom(
  0x00,
  0x41,
  0x7f,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc0,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xe1,
  0xec,
  0xed,
  0xee,
  0xef,
  0xf0,
  0xf1,
  0xf3,
  0xf4,
  0xf5,
  0xff,
);

test('it reads bytes as TextDecoder does, broken ones too', () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.array(edgeByte).map((all) => Uint8Array.from(all)),
  );
  fc.assert(
    fc.property(bytes, (all) => {
      expect(utf8Text(all)).toBe(decoder.decode(all));
    }),
    { numRuns: 2000 },
  );
});

test('it reads every code point', () => {
  const text = Array.from({ length: 0x1_1000 }, (_, index) => index * 16 + (index % 16))
    .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');
  expect(utf8Text(new TextEncoder().encode(text))).toBe(text);
});
