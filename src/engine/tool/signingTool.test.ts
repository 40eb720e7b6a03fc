import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import { writtenLifetime } from './signingTool.ts';
import type { SigningTool, WrittenLifetime } from './signingTool.ts';

const PLAIN: SigningTool = { name: 'plain', lifetime: seconds(3600) };
const STRICT: SigningTool = { name: 'strict', lifetime: seconds(900), most: seconds(604_800) };
const ASKING: SigningTool = { name: 'asking', most: seconds(604_800) };
const CUTTING: SigningTool = { ...STRICT, name: 'cutting', cutsToMost: true };
const KEEPING: SigningTool = { ...STRICT, name: 'keeping', keepsToSession: true };

const written = (expires: number, setBy: 'caller' | 'tool' | 'session'): WrittenLifetime => ({
  kind: 'written',
  expires: seconds(expires),
  setBy,
});
const tooLong = { kind: 'too-long', most: seconds(604_800) };

describe('the lifetime a tool writes', () => {
  test.each<[string, SigningTool, readonly [asked?: number | undefined, left?: number], object]>([
    ['its default where none is asked', PLAIN, [], written(3600, 'tool')],
    ['what is asked before its default', PLAIN, [60], written(60, 'caller')],
    ['any number where it has no limit', PLAIN, [691_200], written(691_200, 'caller')],
    ['seven days to the second', STRICT, [604_800], written(604_800, 'caller')],
    ['nothing for a second more', STRICT, [604_801], tooLong],
    ['nothing where it has no default', ASKING, [], { kind: 'missing' }],
    ['what is asked where it has no default', ASKING, [60], written(60, 'caller')],
    ['what the session has left, if it looks', KEEPING, [undefined, 60], written(60, 'session')],
    ['its default where more is left', KEEPING, [undefined, 900], written(900, 'tool')],
    ['its limit where it cuts', CUTTING, [691_200], written(604_800, 'tool')],
    ['its limit before what is left', KEEPING, [604_801, 60], tooLong],
  ])('it is %s', (_, tool, [asked, left], found) => {
    const lengthOf = (length: number | undefined): Seconds | undefined =>
      length === undefined ? undefined : seconds(length);
    expect(writtenLifetime(tool, lengthOf(asked), lengthOf(left))).toEqual(found);
  });

  test('it is the same whatever the session has left, unless the tool looks at that', () => {
    const lengths = fc.integer({ min: 1, max: 700_000 }).map(seconds);
    fc.assert(
      fc.property(
        fc.constantFrom(PLAIN, STRICT, ASKING),
        fc.option(lengths, { nil: undefined }),
        lengths,
        (tool, asked, left) => {
          expect(writtenLifetime(tool, asked, left)).toEqual(writtenLifetime(tool, asked));
        },
      ),
    );
    expect(writtenLifetime(KEEPING, undefined, minutes(1))).not.toEqual(
      writtenLifetime(KEEPING, undefined),
    );
  });
});
