import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DEPTH, readJson } from './json.ts';
import type { JsonNode } from './json.ts';

/** A node as `JSON.parse` would give it. */
function plain(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind === 'object') {
    return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
  }
  return node.value;
}

const faultOf = (text: string) => {
  const read = readJson(text);
  return 'fault' in read ? read.fault : undefined;
};

const valueOf = (text: string): unknown => {
  const read = readJson(text);
  return 'node' in read ? plain(read.node) : read.fault;
};

test.each([
  ['"a\\u00e9\\n\\"\\\\\\/"', 'aé\n"\\/'],
  ['-1.5e+2', -150],
  ['0', 0],
  [' [ 1 , [ ] , { } ] ', [1, [], {}]],
  ['{"a":{"b":[true,false,null]}}', { a: { b: [true, false, null] } }],
  ['{"__proto__":{"x":1}}', JSON.parse('{"__proto__":{"x":1}}')],
])('it reads %s', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each([
  ['nothing', '', 0, 'json'],
  ['only space', ' \n ', 3, 'json'],
  ['a comma too many', '{"a":1,}', 7, 'json'],
  ['a comma too few', '[1 2]', 3, 'json'],
  ['a key without quotes', '{a:1}', 1, 'json'],
  ['single quotes', "{'a':1}", 1, 'json'],
  ['a missing colon', '{"a" 1}', 5, 'json'],
  ['text after the end', '{} x', 3, 'json'],
  ['an open text', '"abc', 0, 'json'],
  ['a line end in a text', '"a\nb"', 2, 'json'],
  ['an unknown escape', '"\\x"', 1, 'json'],
  ['half a unicode escape', '"\\u12"', 1, 'json'],
  ['a comment', '/* */ {}', 0, 'json'],
  ['a leading zero', '[01]', 2, 'json'],
  ['a bare word', '[yes]', 1, 'json'],
  ['True', '[True]', 1, 'json'],
  ['a byte order mark', '\ufeff{}', 0, 'json'],
  ['an open object', '{"a":1', 6, 'json'],
  ['a key given twice', '{"a":1,"b":2,"a":3}', 13, 'duplicate-key'],
  ['the same key written two ways', '{"a":1,"\\u0061":3}', 7, 'duplicate-key'],
])('it points at %s', (_, text, at, kind) => {
  expect(faultOf(text)).toMatchObject({ at, kind });
});

test('it names the path to a fault', () => {
  expect(faultOf('{"a/b":[{"c~":nope}]}')?.pointer).toBe('/a~1b/0/c~0');
});

test('it says what stands where something else should', () => {
  expect(faultOf('[1}')?.fix).toContain("'}'");
  expect(faultOf('[1')?.fix).toContain('the end of the text');
});

test.each(['[', '{"a":', '[{"a":'])('it stops at a depth no policy has: %s', (open) => {
  expect(faultOf(open.repeat(100_000))).toMatchObject({ kind: 'nesting' });
});

test('it reads down to that depth', () => {
  expect(faultOf('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toBeUndefined();
  expect(faultOf('['.repeat(MAX_DEPTH + 2) + ']'.repeat(MAX_DEPTH + 2))?.kind).toBe('nesting');
});

test('it agrees with JSON.parse on every JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, undefined, space);
      expect(valueOf(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('it refuses whatever JSON.parse refuses', () => {
  const near = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 2 }))
    .map(
      ([text, at, put]) =>
        text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1),
    );
  fc.assert(
    fc.property(near, (text) => {
      const fault = faultOf(text);
      if (fault && fault.kind !== 'json') return;
      expect(fault === undefined).toBe(isJson(text));
    }),
    { numRuns: 1000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
