import { expect, test } from 'vitest';
import { fits } from './pattern.ts';
import { expand, variableFault } from './variables.ts';

const KEYS = new Map<string, string | readonly string[]>([
  ['aws:username', 'alice'],
  ['aws:principaltag/team', 'b*'],
  ['aws:tagkeys', ['one']],
]);

const expanded = (text: string, wildcards = true) => expand(text, { wildcards, variables: KEYS });

const isFit = (text: string, actual: string, wildcards = true): boolean => {
  const found = expanded(text, wildcards);
  return 'pattern' in found && fits(found.pattern, actual);
};

test.each([
  ['home/${aws:username}/*', 'home/alice/x', true],
  ['home/${AWS:UserName}/*', 'home/alice/x', true],
  ["${aws:username, 'none'}", 'alice', true],
  ["${aws:userid, 'none'}", 'none', true],
  ["${aws:userid,'none'}", 'none', true],
  ["${aws:userid, ''}", '', true],
  ["${aws:userid, 'a}b'}-", 'a}b-', true],
  // A multi-valued key cannot be a variable.
  ["${aws:TagKeys, 'many'}", 'many', true],
  // What a variable brings is text, never a pattern.
  ['${aws:PrincipalTag/team}', 'b*', true],
  ['${aws:PrincipalTag/team}', 'bx', false],
  ['${*}', '*', true],
  ['${*}', 'x', false],
  ['${?}${$}{a}', '?${a}', true],
  ['$', '$', true],
  ['${aws:username', '${aws:username', true],
])('it reads %s as %s', (text, actual, expected) => {
  expect(isFit(text, actual)).toBe(expected);
});

test('it takes wildcards for themselves where an operator has none', () => {
  expect(isFit('a*', 'a*', false)).toBe(true);
  expect(isFit('a*', 'ab', false)).toBe(false);
  expect(isFit('${*}', '*', false)).toBe(true);
});

test('it names a variable without a value', () => {
  expect(expanded('x${aws:SourceIdentity}')).toEqual({ unresolved: 'aws:SourceIdentity' });
});

test('it takes variables for text in Version 2008-10-17', () => {
  const old = expand('${aws:username}', { wildcards: true, variables: undefined });
  expect('pattern' in old && fits(old.pattern, '${aws:username}')).toBe(true);
});

test.each(['${aws:username}', "${aws:PrincipalTag/a, 'b c'}", 'plain $ { }', '${*}${?}${$}'])(
  'it finds nothing wrong with %s',
  (text) => {
    expect(variableFault(text)).toBeUndefined();
  },
);

test.each([
  ['${}', 'Name a condition key'],
  ['${aws:username', 'Close the variable'],
  ['a ${aws: username} b', 'without spaces'],
  ['${aws:Principal Tag/a}', 'without spaces'],
  ["${aws:username 'x'}", 'Close the variable'],
  ["${aws:username, 'x}", 'Close the variable'],
  ['${aws:username}${', 'Close the variable'],
])('it says of %s: %s', (text, fault) => {
  expect(variableFault(text)).toContain(fault);
});
