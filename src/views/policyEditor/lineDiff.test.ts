import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lineDiff } from './lineDiff.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', '{', ''), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

const said = (before: string, after: string): readonly string[] =>
  (lineDiff(before, after) ?? []).map((line) =>
    line.kind === 'gap' ? `…${line.count}` : `${line.kind}:${line.text}`,
  );

describe('lineDiff', () => {
  test('it leads from one text to the other: without what was added it is the first, without what was removed the second', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = lineDiff(before, after) ?? [];
        const counted = (skipped: 'added' | 'removed') =>
          lines.reduce(
            (sum, line) => sum + (line.kind === 'gap' ? line.count : line.kind === skipped ? 0 : 1),
            0,
          );
        const isSame = before === after;
        expect(lines.some(({ kind }) => kind === 'added' || kind === 'removed')).toBe(!isSame);
        expect(counted('added')).toBe(isSame ? 0 : before.split('\n').length);
        expect(counted('removed')).toBe(isSame ? 0 : after.split('\n').length);
      }),
    );
  });

  test.each([
    ['a\nb\nc', 'a\nx\nc', ['same:a', 'removed:b', 'added:x', 'same:c']],
    ['a', 'a\nb', ['same:a', 'added:b']],
    ['a\nb', 'b', ['removed:a', 'same:b']],
    ['1\n2\n3\n4\n5', '1\n2\n3\n4\nx', ['…2', 'same:3', 'same:4', 'removed:5', 'added:x']],
    ['a\r\nb', 'a\nb', []],
  ])('it says what changed from %j to %j', (before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });

  test('it gives up on texts that are too long, at once', () => {
    const lines = (word: string) =>
      Array.from({ length: 2000 }, (_, at) => `${word}${at}`).join('\n');
    expect(lineDiff(lines('a'), lines('b'))).toBeUndefined();
  });
});
