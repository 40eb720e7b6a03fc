import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatText } from './formatText.ts';
import { lineStarts, positionOf } from './problem.ts';
import { offsetOf, rangeAt, tokenAt } from './textRange.ts';

const json = fc.jsonValue({ maxDepth: 5 });
const spaces = fc.constantFrom(undefined, 1, 3, '\t');

describe('formatText', () => {
  test('it writes what JSON.stringify writes, whatever the indentation was', () => {
    fc.assert(
      fc.property(json, spaces, (value, indent) => {
        const expected = JSON.stringify(value, undefined, 2);
        expect(formatText(JSON.stringify(value, undefined, indent))).toBe(expected);
        expect(formatText(expected)).toBe(expected);
      }),
    );
  });

  test.each([
    ['{"a":1.50e2,"b":12345678901234567890}', '{\n  "a": 1.50e2,\n  "b": 12345678901234567890\n}'],
    ['["\\u0041","a \\" {,}"]', '[\n  "\\u0041",\n  "a \\" {,}"\n]'],
    ['{ "a" : { } , "b" : [ ] }', '{\n  "a": {},\n  "b": []\n}'],
  ])('it keeps every name, text and number as written: %s', (text, expected) => {
    expect(formatText(text)).toBe(expected);
  });

  test.each(['', '{', '{"a":1,}', 'x', '{"a":1,"a":2}'])(
    'it leaves other text alone: %s',
    (text) => {
      expect(formatText(text)).toBeUndefined();
    },
  );
});

describe('rangeAt', () => {
  const text = '{"Statement": [{"Sid": "a}]", "Action/~": [1]}, 2 ]}';
  test.each([
    ['', text],
    ['/Statement/0', '{"Sid": "a}]", "Action/~": [1]}'],
    ['/Statement/0/Sid', '"a}]"'],
    ['/Statement/0/Action~1~0', '[1]'],
    ['/Statement/1', '2'],
  ])('it finds the whole value at %s', (pointer, expected) => {
    const range = rangeAt(text, pointer);
    expect(text.slice(range?.from, range?.to)).toBe(expected);
  });

  test.each(['/Statement/2', '/Nothing', '/Statement/0/Sid/x'])(
    'it finds nothing at %s',
    (pointer) => {
      expect(rangeAt(text, pointer)).toBeUndefined();
    },
  );

  test('it finds nothing in what is no JSON', () => {
    expect(rangeAt('{', '')).toBeUndefined();
  });
});

describe('places in a text', () => {
  test('offsetOf turns back what positionOf says, whatever ends the lines', () => {
    const texts = fc
      .array(fc.constantFrom('a', '"', '\n', '\r\n', ' '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(40), (text, near) => {
        const at = Math.min(near, text.length);
        const { line, column } = positionOf(at, lineStarts(text));
        expect(offsetOf(text, line, column)).toBe(at);
      }),
    );
  });

  test.each([
    ['{"Effect": "Alow"}', 11, '"Alow"'],
    ['{"a": tru}', 6, 'tru'],
    ['{"a" 1}', 5, '1'],
    ['[1,,2]', 3, ','],
    ['{', 1, '{'],
    ['["open\n]', 1, '"open'],
    ['', 0, ''],
  ])('tokenAt takes the whole word in %j at %i', (text, at, expected) => {
    const { from, to } = tokenAt(text, at);
    expect(text.slice(from, to)).toBe(expected);
  });
});
