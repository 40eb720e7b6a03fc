import { expect, test } from 'vitest';
import { canonicalHeaders, withHost } from './canonicalHeaders.ts';
import type { Pair } from './query.ts';

test.each<[string, Pair[], Pair[]]>([
  ['lower-case names', [['Content-Type', 'Text/Plain']], [['content-type', 'Text/Plain']]],
  [
    'sorted names',
    [
      ['b', '2'],
      ['a', '1'],
    ],
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['trimmed values', [['a', ' \t1 ']], [['a', '1']]],
  ['squeezed values', [['a', '"a   b   c"']], [['a', '"a b c"']]],
  ['unfolded lines', [['a', 'value1\n  value2\r\n\tvalue3']], [['a', 'value1 value2 value3']]],
  [
    'joined repeats',
    [
      ['A', ' 2'],
      ['a', '2 '],
      ['a', '1'],
    ],
    [['a', '2,2,1']],
  ],
  [
    'empty values',
    [
      ['a', ''],
      ['b', '  '],
    ],
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  ['no other space squeezed', [['a', '\u00a0x\u00a0\u00a0']], [['a', '\u00a0x\u00a0\u00a0']]],
])('it has %s', (_, headers, expected) => {
  expect([...canonicalHeaders(headers)]).toEqual(expected);
});

test('it has one Host, the one of the message', () => {
  expect(
    withHost('a.example', [
      ['HOST', 'b.example'],
      ['x', '1'],
    ]),
  ).toEqual([
    ['host', 'a.example'],
    ['x', '1'],
  ]);
});
