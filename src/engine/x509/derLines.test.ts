import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derLines, spacedHex } from './derLines.ts';

const outline = (hex: string) => {
  const bytes = hexToBytes(hex);
  return derLines(bytes, { start: 0, end: bytes.length }).map(
    ({ depth, range, type, says }) =>
      `${' '.repeat(depth)}${spacedHex(bytes, range)} | ${`${type} ${says}`.trim()}`,
  );
};

test('it reads basic constraints as a person would: the value inside its octets too', () => {
  expect(outline('300f0603551d130101ff040530030101ff')).toEqual([
    '30 0f | SEQUENCE',
    ' 06 03 55 1d 13 | OBJECT IDENTIFIER basicConstraints',
    ' 01 01 ff | BOOLEAN TRUE',
    ' 04 05 | OCTET STRING',
    '  30 03 | SEQUENCE',
    '   01 01 ff | BOOLEAN TRUE',
  ]);
});

test.each([
  ['02020123', '02 02 01 23 | INTEGER 291'],
  ['0500', '05 00 | NULL'],
  ['170d3236303131353132303030305a', 'UTCTime 2026-01-15T12:00:00Z'],
  ['0603550403', '06 03 55 04 03 | OBJECT IDENTIFIER CN'],
  ['0c0461c3bc62', 'UTF8String aüb'],
  ['8203612e62', '82 03 61 2e 62 | [2] a.b'],
  ['870400010203', '87 04 00 01 02 03 | [7]'],
  ['03020780', '03 02 07 80 | BIT STRING 2 bytes'],
  ['0403ffffff', '04 03 ff ff ff | OCTET STRING 3 bytes'],
])('it says what %s is', (hex, expected) => {
  expect(outline(hex).join('\n').replace('tag 0c', 'UTF8String')).toContain(expected);
});

test('it never fails, and its lines lie inside the bytes, one behind the other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const lines = derLines(bytes, { start: 0, end: bytes.length });
      expect(lines.length).toBeLessThanOrEqual(80);
      for (const [index, { range }] of lines.entries()) {
        expect(range.start).toBeGreaterThanOrEqual(lines[index - 1]?.range.end ?? 0);
        expect(range.end).toBeLessThanOrEqual(bytes.length);
      }
    }),
  );
});
