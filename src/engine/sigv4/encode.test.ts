import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodePart,
  decodeText,
  encodeBytes,
  encodePath,
  percentDecode,
  recode,
  uriEncode,
} from './encode.ts';
import { utf8Text } from './utf8.ts';

/** Any sequence of UTF-16 units, lone surrogates too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });

/** Texts that look like percent-encoding and often are not. */
const wireText = fc
  .array(
    fc.constantFrom(
      '%',
      '%2',
      '%2f',
      '%2F',
      '%zz',
      '%7E',
      '%3d',
      '%C3',
      '%c3%a9',
      '+',
      '/',
      'a',
      '~',
      'é',
      '&',
      ' ',
    ),
  )
  .map((pieces) => pieces.join(''));

/** A second opinion on the encoding, byte by byte. */
const spelled = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      const isKept = /[A-Za-z0-9\-._~]/.test(character);
      return isKept ? character : `%${byte < 16 ? '0' : ''}${byte.toString(16).toUpperCase()}`;
    })
    .join('');

describe('uriEncode', () => {
  test.each([
    ['', ''],
    ['AZaz09-._~', 'AZaz09-._~'],
    ['a b', 'a%20b'],
    ['1+1=2', '1%2B1%3D2'],
    ['/', '%2F'],
    ["!'()*", '%21%27%28%29%2A'],
    ['100%', '100%25'],
    ['%2F', '%252F'],
    ['ሴ', '%E1%88%B4'],
    ['🗝', '%F0%9F%97%9D'],
    ['e\u0301', 'e%CC%81'],
    ['\ud800', '%EF%BF%BD'],
    ['\n\u0000\u007f', '%0A%00%7F'],
  ])('it writes %j as %s', (text, encoded) => {
    expect(uriEncode(text)).toBe(encoded);
  });

  test('it agrees with TextEncoder on any text', () => {
    fc.assert(fc.property(anyText, (text) => uriEncode(text) === spelled(text)));
  });
});

describe('encodePath', () => {
  test.each([
    ['/test$file.text', '/test%24file.text'],
    ['//a/./../b', '//a/./../b'],
    ['/a%2Fb', '/a%252Fb'],
    ['/My Files/1+1=2.txt', '/My%20Files/1%2B1%3D2.txt'],
  ])('it writes %s as %s', (path, encoded) => {
    expect(encodePath(path)).toBe(encoded);
  });
});

describe('percentDecode', () => {
  test('it turns back what uriEncode wrote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(percentDecode(uriEncode(text))).toEqual(new TextEncoder().encode(text));
      }),
    );
  });

  test.each([
    ['%zz', '%zz'],
    ['%', '%'],
    ['%4', '%4'],
    ['%%41', '%A'],
    ['%4g', '%4g'],
    ['%+1%-1% 1', '%+1%-1% 1'],
    ['é%41', 'éA'],
    ['a+b', 'a+b'],
  ])('it reads %j as %j', (encoded, text) => {
    expect(utf8Text(percentDecode(encoded))).toBe(text);
  });
});

describe('recode', () => {
  test.each([
    ['%7euser', '~user', '~user'],
    ['%c3%a9', '%C3%A9', '%C3%A9'],
    ['%ff%C3', '%FF%C3', '%FF%C3'],
    ['%zz', '%25zz', '%25zz'],
    ['a+b', 'a%20b', 'a%2Bb'],
    ['a%2Bb', 'a%2Bb', 'a%2Bb'],
    ['a%2fb/c', 'a%2Fb%2Fc', 'a/b/c'],
    ['ሴ é', '%E1%88%B4%20%C3%A9', '%E1%88%B4%20%C3%A9'],
  ])('it spells %j as %s in a query and %s in a path', (encoded, query, path) => {
    expect(recode(encoded, 'query')).toBe(query);
    expect(recode(encoded, 'path')).toBe(path);
  });

  test('it leaves alone what uriEncode and encodePath wrote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(recode(uriEncode(text), 'query')).toBe(uriEncode(text));
        expect(recode(encodePath(text), 'path')).toBe(encodePath(text));
      }),
    );
  });

  test('it changes nothing the second time', () => {
    fc.assert(
      fc.property(wireText, fc.constantFrom('path', 'query'), (encoded, part) => {
        const once = recode(encoded, part);
        expect(once).toMatch(
          part === 'path' ? /^(?:[\w.~/-]|%[\dA-F]{2})*$/ : /^(?:[\w.~-]|%[\dA-F]{2})*$/,
        );
        expect(recode(once, part)).toBe(once);
      }),
    );
  });

  test('it keeps the bytes, valid UTF-8 or not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('path', 'query'), (bytes, part) => {
        expect(decodePart(encodeBytes(bytes, part), part)).toEqual(bytes);
      }),
    );
  });

  test('it reads short ways what the bytes say', () => {
    fc.assert(
      fc.property(wireText, fc.constantFrom('path', 'query'), (encoded, part) => {
        const bytes = decodePart(encoded, part);
        expect(decodeText(encoded, part)).toBe(utf8Text(bytes));
        expect(recode(encoded, part)).toBe(encodeBytes(bytes, part));
      }),
    );
  });
});
