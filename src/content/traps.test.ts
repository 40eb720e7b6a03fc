import { expect, test } from 'vitest';

import { QUESTIONS } from './questions/all.ts';
import { TRAPS, trapWords } from './traps.ts';

const names = Object.values<string>(TRAPS);

test('every trap has a name of its own that fits a cell of the map', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.length > 44 || /[.?!]$/.test(name))).toEqual([]);
  expect(names.filter((name) => /["']/.test(name))).toEqual([]);
});

test('every trap has a question', () => {
  const asked = new Set(QUESTIONS.flatMap(({ traps }) => traps));
  expect(Object.keys(TRAPS).filter((id) => ![...asked].some((trap) => trap === id))).toEqual([]);
});

test('a trap that nobody knows is called by its id', () => {
  expect(trapWords('E1')).toBe('When a signed link really ends');
  expect(trapWords('H1')).toBe('H1');
});
