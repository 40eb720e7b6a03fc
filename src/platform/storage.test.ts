import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { load } from './load.ts';
import { forget, holds, save } from './storage.ts';

const schema = v.object({ version: v.literal(1), names: v.array(v.string()) });
const VALUE = { version: 1 as const, names: ['a', 'ß', '🧪'] };

/** Storage as some browsers have it: there, but every touch is an error. */
const denied = (): never => {
  throw new DOMException('denied', 'SecurityError');
};
const blocked = new Proxy({}, { get: denied });

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('it gives back what was stored', () => {
  expect(save('a', VALUE)).toBe(true);
  expect(load('a', schema)).toEqual(VALUE);
});

test('it gives nothing for a name that was never stored, whatever the name', () => {
  for (const name of ['a', '', '__proto__', 'constructor', 'length', 'getItem']) {
    expect(load(name, schema)).toBeUndefined();
  }
});

test.each([
  '',
  ' ',
  '{',
  'null',
  '[]',
  '0',
  '"1"',
  'undefined',
  '{"version":2,"names":[]}',
  '{"version":1}',
  '{"version":1,"names":"a"}',
  '{"version":1,"names":[1]}',
  '\0',
  '\uD800',
])('it takes what is damaged or foreign for nothing: %j', (text) => {
  localStorage.setItem('a', text);
  expect(load('a', schema)).toBeUndefined();
});

test('it reads any text without failing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      localStorage.setItem('a', text);
      const read = load('a', schema);
      expect(read === undefined || Array.isArray(read.names)).toBe(true);
    }),
    { seed: 20_261_123, numRuns: 200 },
  );
});

test('it drops what the schema does not know', () => {
  localStorage.setItem('a', '{"version":1,"names":["b"],"__proto__":{"isAdmin":true},"more":1}');
  expect(load('a', schema)).toEqual({ version: 1, names: ['b'] });
  expect({}).not.toHaveProperty('isAdmin');
});

describe('a browser that blocks storage', () => {
  beforeEach(() => vi.stubGlobal('localStorage', blocked));

  test('it is lived with: nothing is read, kept or forgotten, and nothing fails', () => {
    expect(load('a', schema)).toBeUndefined();
    expect(save('a', VALUE)).toBe(false);
    expect(() => forget('a')).not.toThrow();
  });
});

test('it says so when the storage is full, and keeps what was there', () => {
  save('a', VALUE);
  const setItem = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(VALUE), setItem });
  expect(save('a', { version: 1, names: [] })).toBe(false);
  expect(load('a', schema)).toEqual(VALUE);
});

test('it says so when a value cannot be written down', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(save('a', circle)).toBe(false);
  expect(save('a', 1n)).toBe(false);
});

test('it says whether anything is kept under a prefix', () => {
  expect(holds('ours.')).toBe(false);
  save('others.a', 1);
  expect(holds('ours.')).toBe(false);
  save('ours.a', 1);
  expect(holds('ours.')).toBe(true);
  vi.stubGlobal('localStorage', blocked);
  expect(holds('ours.')).toBe(false);
});

test('it forgets everything of ours and nothing of others', () => {
  for (const name of ['ours.a', 'ours.b', 'ours.c', 'others.a', 'ours']) {
    localStorage.setItem(name, '1');
  }
  forget('ours.');
  const left = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  expect(new Set(left)).toEqual(new Set(['others.a', 'ours']));
});
