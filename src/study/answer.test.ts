import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { PLAYED_QUESTIONS } from '#content/questions/all.ts';
import {
  SAMPLE_CHOICE,
  SAMPLE_MATCHING,
  SAMPLE_ORDERING,
  SAMPLE_RESPONSE,
  SAMPLES,
} from '#content/questions/samples.fixture.ts';
import { writtenKey } from '#content/questions/entries.ts';

import { choicesOf, chosen, isComplete, matched, moved, placed, responseTo } from './answer.ts';

const seeds = Array.from({ length: 400 }, (_, seed) => `${seed}`);

describe('the order things are shown in', () => {
  test.each(SAMPLES.map((question) => [question.id, question] as const))(
    '%s: the same for a seed, and all of it for every seed',
    (_, question) => {
      const all = choicesOf(question, '0').map(({ id }) => id);
      for (const seed of seeds) {
        const ids = choicesOf(question, seed).map(({ id }) => id);
        expect(ids).toEqual(choicesOf(question, seed).map(({ id }) => id));
        expect(ids.toSorted()).toEqual(all.toSorted());
      }
    },
  );

  test('the key stands at every place about equally often', () => {
    const places = seeds.map((seed) =>
      choicesOf(SAMPLE_CHOICE, seed).findIndex(({ id }) => id === SAMPLE_CHOICE.key),
    );
    for (const place of [0, 1, 2, 3]) {
      const count = places.filter((one) => one === place).length;
      expect(count).toBeGreaterThan(65);
      expect(count).toBeLessThan(135);
    }
  });

  test('steps never stand in the right order', () => {
    const question = { ...SAMPLE_ORDERING, others: [] };
    for (const seed of seeds) {
      expect(choicesOf(question, seed).map(({ id }) => id)).not.toEqual(writtenKey(question));
    }
  });

  test('numbers stay in order, and so do the options of runs', () => {
    const options = SAMPLE_CHOICE.options.map((option, hours) => ({
      ...option,
      text: `${hours + 1} hours`,
    }));
    for (const seed of seeds.slice(0, 20)) {
      expect(choicesOf({ ...SAMPLE_CHOICE, options }, seed)).toEqual(options);
    }
    for (const question of PLAYED_QUESTIONS) {
      expect(choicesOf(question, '7')).toBe(question.options);
    }
  });
});

describe('choosing', () => {
  test('one of several replaces what was chosen', () => {
    expect(chosen(SAMPLE_CHOICE, ['cut'], 'refused')).toEqual(['refused']);
    expect(chosen(SAMPLE_CHOICE, ['refused'], 'refused')).toEqual(['refused']);
  });

  test('where several are wanted, a second choice takes back, and no more fit than are wanted', () => {
    expect(chosen(SAMPLE_RESPONSE, ['trust'], 'trust')).toEqual([]);
    expect(chosen(SAMPLE_RESPONSE, ['trust'], 'bucket')).toEqual(['trust', 'bucket']);
    expect(chosen(SAMPLE_RESPONSE, ['trust', 'bucket'], 'key')).toEqual(['trust', 'bucket']);
  });

  test('a prompt has one response at a time', () => {
    const answer = matched(matched([], 'saml', 'with-saml'), 'saml', 'federation-token');
    expect(answer).toEqual(['saml=federation-token']);
    expect(responseTo(answer, 'saml')).toBe('federation-token');
    expect(responseTo(answer, 'sam')).toBeUndefined();
    expect(matched(answer, 'saml', undefined)).toEqual([]);
  });

  test('nothing may be missing', () => {
    expect(isComplete(SAMPLE_RESPONSE, ['trust'])).toBe(false);
    expect(isComplete(SAMPLE_RESPONSE, ['trust', 'bucket'])).toBe(true);
    expect(isComplete(SAMPLE_MATCHING, ['saml=with-saml'])).toBe(false);
    expect(isComplete(SAMPLE_ORDERING, writtenKey(SAMPLE_ORDERING))).toBe(true);
  });
});

test('moving keeps every step once, and moving back undoes it', () => {
  const steps = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(fc.nat(3), fc.integer({ min: -5, max: 5 }), (from, by) => {
      const id = steps[from] ?? 'a';
      const there = moved(steps, id, by);
      expect(there.toSorted()).toEqual(steps);
      expect(there.indexOf(id)).toBe(Math.max(0, Math.min(3, from + by)));
      expect(moved(there, id, from - there.indexOf(id))).toEqual(steps);
    }),
    { seed: 20_261_123 },
  );
  expect(moved(steps, 'z', 1)).toBe(steps);
});

test('a step is put at a place: taken in where there is room, else moved', () => {
  const [first = '', second = '', third = ''] = writtenKey(SAMPLE_ORDERING);
  expect(placed(SAMPLE_ORDERING, [first], second, 0)).toEqual([second, first]);
  expect(placed(SAMPLE_ORDERING, [first, second], first, 1)).toEqual([second, first]);
  const full = [first, second, third];
  expect(placed(SAMPLE_ORDERING, full, 'user', 0)).toBe(full);
});
