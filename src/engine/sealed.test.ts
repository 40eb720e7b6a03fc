import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each<[string, () => unknown]>([
  ['Date.now()', () => Date.now()],
  ['new Date()', () => new Date()],
  ['Date()', () => Date()],
  ['Math.random()', () => Math.random()],
  ['crypto.randomUUID()', () => crypto.randomUUID()],
  ['crypto.subtle.digest()', () => crypto.subtle.digest('SHA-256', new Uint8Array())],
  ['fetch()', () => fetch('https://example.com')],
  ['performance.now()', () => performance.now()],
])('it refuses %s', (_, reach) => {
  expect(reach).toThrow('sealed');
});

test('it leaves dated instants alone', () => {
  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(Date.UTC(2026, 0)).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(new Date(2026, 0)).toBeInstanceOf(Date);
});

test('it runs far from UTC, so that local time shows', () => {
  expect(new Date(0).getTimezoneOffset()).not.toBe(0);
});

test('it leaves hashing and property tests working', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(sha256(bytes)).toHaveLength(32);
    }),
  );
});
