import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Decode, base64Encode } from './base64.ts';

const wellFormed = fc.string({ unit: 'binary' });

test('it writes base64 as Buffer does', () => {
  fc.assert(
    fc.property(wellFormed, (text) => base64Encode(text) === Buffer.from(text).toString('base64')),
  );
});

test('it reads back what it wrote', () => {
  fc.assert(fc.property(wellFormed, (text) => base64Decode(base64Encode(text)) === text));
});

test.each([
  ['', ''],
  ['Zg==', 'f'],
  ['Zm8=', 'fo'],
  ['Zm9v', 'foo'],
  ['Zm9vYmFy', 'foobar'],
  ['/w==', '\ufffd'],
])('it reads %j as %j', (encoded, text) => {
  expect(base64Decode(encoded)).toBe(text);
});

test.each(['Z', 'Zg', 'Zg=', 'Zg===', '=', '====', 'Zm9v=', 'Zm 9v', 'Zm9-', 'Zg==Zg==', 'é'])(
  'it refuses %j',
  (encoded) => {
    expect(base64Decode(encoded)).toBeUndefined();
  },
);
