import fc from 'fast-check';
import { expect, test } from 'vitest';

import { QUESTIONS } from '../questions/all.ts';
import { plainFrom } from './plain.fixture.ts';
import { formatSet, openSet, parseSet } from './set.ts';

const SEED = 20_261_123;
const [first, second] = QUESTIONS;
if (!first || !second) throw new Error('no questions');
const added = plainFrom('matching', [], 'A case.');

test('a set is asked as it was put together: by name, and whole', () => {
  const entries = [second.id, added, first.id];
  const read = parseSet(formatSet(entries));
  expect(read).toEqual({ entries, damaged: 0 });
  const { questions, brought, missing } = openSet(read, QUESTIONS);
  expect(questions.map(({ id }) => id)).toEqual([second.id, `added-${added.id}`, first.id]);
  expect({ brought, missing }).toEqual({ brought: [added], missing: 0 });
});

test('what it names and nobody has is counted, and nothing is asked twice', () => {
  const read = parseSet(JSON.stringify([first.id, 'gone', first.id, 7, { type: 'choice' }]));
  const { questions, missing, damaged } = openSet(read, QUESTIONS);
  expect(questions).toEqual([first]);
  expect({ missing, damaged }).toEqual({ missing: 1, damaged: 2 });
});

test('a set cannot take the place of a question of the bank', () => {
  const evil = { ...added, id: first.id };
  const { questions } = openSet(parseSet(formatSet([evil, first.id])), QUESTIONS);
  expect(questions.map(({ id }) => id)).toEqual([`added-${first.id}`, first.id]);
  expect(questions[1]).toBe(first);
  expect(QUESTIONS.filter(({ id }) => id.startsWith('added-'))).toEqual([]);
});

test('any text at all is opened without failing; what is damaged is said', () => {
  const names = fc.constantFrom(first.id, '__proto__', 'constructor', '');
  const list = fc.array(fc.oneof(names, fc.jsonValue(), fc.constant(added)), { maxLength: 30 });
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    list.map((all) => JSON.stringify(all)),
  );
  fc.assert(
    fc.property(text, (one) => {
      const read = parseSet(one);
      const { questions, missing, damaged } = openSet(read, QUESTIONS);
      expect(damaged).toBeGreaterThanOrEqual(0);
      expect(questions.length + missing).toBeLessThanOrEqual(read.entries.length);
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect(parseSet(JSON.stringify(Array.from({ length: 5000 }, () => first.id)))).toMatchObject({
    damaged: 4000,
  });
});
