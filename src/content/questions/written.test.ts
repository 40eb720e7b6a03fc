import { describe, expect, test } from 'vitest';

import { isPlayed, SKILLS, TOPICS } from '../question.ts';
import type { Entry, WrittenQuestion } from '../question.ts';
import { QUESTIONS } from './all.ts';
import {
  SAMPLE_CHOICE,
  SAMPLE_MATCHING,
  SAMPLE_ORDERING,
  SAMPLE_RESPONSE,
  SAMPLES,
} from './samples.fixture.ts';
import { isNegative, isTypographic, isVague, numberOf } from './wording.ts';
import { writtenBankFaults } from './writtenBankFaults.ts';
import { writtenFaults } from './writtenFaults.ts';

/** How many traps each part of the catalogue has (exam.md 2). */
const CATALOGUE: Readonly<Record<string, number>> = {
  A: 16,
  B: 9,
  C: 19,
  D: 11,
  E: 21,
  F: 24,
  G: 11,
};

const isInCatalogue = (trap: string): boolean => {
  const number = Number(trap.slice(1));
  return number >= 1 && number <= (CATALOGUE[trap.charAt(0)] ?? 0);
};

const written = QUESTIONS.filter((question): question is WrittenQuestion => !isPlayed(question));

test.each([...SAMPLES, ...written].map((question) => [question.id, question] as const))(
  '%s is written by the rules',
  (_, question) => {
    expect(writtenFaults(question)).toEqual([]);
    expect(SKILLS).toContain(question.skill);
    expect(TOPICS).toContain(question.topic);
    expect(question.traps.length).toBeGreaterThan(0);
    expect(question.traps.filter((trap) => !isInCatalogue(trap))).toEqual([]);
  },
);

test('together they do not give their keys away', () =>
  expect(writtenBankFaults(written)).toEqual([]));

test.each(['id', 'title'] as const)('no two questions have one %s', (name) => {
  const all = QUESTIONS.map((question) => question[name]);
  expect(all.filter((one, index) => all.indexOf(one) < index)).toEqual([]);
});

describe('the checks above can fail', () => {
  const [cut, refused, hour, four] = SAMPLE_CHOICE.options;
  if (!cut || !refused || !hour || !four) throw new Error('no such options');
  const first = (change: Partial<Entry>): Partial<typeof SAMPLE_CHOICE> => ({
    options: [{ ...cut, ...change }, refused, hour, four],
  });
  const innocent = { id: cut.id, text: cut.text, why: cut.why };
  const faultsOf = (question: WrittenQuestion): string => writtenFaults(question).join('\n');

  test.each<[string, Partial<typeof SAMPLE_CHOICE>]>([
    ['its id is no name', { id: 'A question' }],
    ['a text is empty', { title: ' ' }],
    ['its stem is not one question', { stem: 'Say what comes back.' }],
    ['its stem is not one question', { stem: 'What comes back? And when?' }],
    ['its stem is negative', { stem: 'Which answer does not come back?' }],
    ['a long sentence', { situation: `${'word '.repeat(25)}.` }],
    ['a straight quote', { situation: "The role's maximum is two hours." }],
    ['no entry is gone', { key: 'gone' }],
    ['2 entries', { options: [cut, refused] }],
    ['two entries have one id', first({ id: 'refused' })],
    ['two entries have one text', first({ text: refused.text })],
    ['a wrong entry without one idea: cut', { options: [innocent, refused, hour, four] }],
    ['a wrong entry without one idea: cut', first({ misconception: 'sts-shortens' })],
    ['a belief is no sentence: cut', first({ belief: 'it is cut' })],
    ['a right entry has a wrong idea: cut', { key: 'cut' }],
    ['no rationale: cut', first({ why: 'It is wrong.' })],
    ['two rationales are one', first({ why: hour.why })],
    [
      'a rationale names a position',
      first({ why: 'This fails for the reason of option B above.' }),
    ],
    ['all or none', first({ text: 'None of these' })],
    ['always, never or vague', first({ text: 'A session that never ends' })],
    ['it ends with a stop', first({ text: 'A session of two hours.' })],
    ['much longer than the others', first({ text: 'A session '.repeat(9) })],
    [
      'its numbers do not ascend',
      {
        options: [
          { ...cut, text: '2 hours' },
          { ...refused, text: '1 hour' },
          { ...hour, text: '90 minutes' },
        ],
      },
    ],
    ['it does not say “least effort”', { deciding: ['least effort'] }],
    // @ts-expect-error: no such source
    ['no source a friend', { source: 'a friend' }],
  ])('%s: a choice with that fault', (fault, change) =>
    expect(faultsOf({ ...SAMPLE_CHOICE, ...change })).toContain(fault),
  );

  test.each<[string, WrittenQuestion]>([
    ['1 right ones', { ...SAMPLE_RESPONSE, keys: ['identity'] }],
    ['a key is named twice', { ...SAMPLE_RESPONSE, keys: ['identity', 'identity'] }],
    ['all are right', { ...SAMPLE_RESPONSE, keys: SAMPLE_RESPONSE.options.map(({ id }) => id) }],
    ['2 right ones', { ...SAMPLE_ORDERING, steps: SAMPLE_ORDERING.steps.slice(1) }],
    ['2 right ones', { ...SAMPLE_MATCHING, prompts: SAMPLE_MATCHING.prompts.slice(1) }],
    [
      'a wrong entry without one idea: with-saml',
      {
        ...SAMPLE_MATCHING,
        prompts: SAMPLE_MATCHING.prompts.map((one) => ({ ...one, key: 'with-web-identity' })),
      },
    ],
    [
      'no rationale: federation-token',
      {
        ...SAMPLE_MATCHING,
        responses: SAMPLE_MATCHING.responses.map((one) => ({ ...one, why: '' })),
      },
    ],
  ])('%s: another form with that fault', (fault, question) =>
    expect(faultsOf(question)).toContain(fault),
  );

  const bank = (change: (index: number) => Partial<typeof SAMPLE_CHOICE>) =>
    writtenBankFaults(
      Array.from({ length: 12 }, (_, index) => ({
        ...SAMPLE_CHOICE,
        id: `q-${index}`,
        ...change(index),
      })),
    ).join('\n');
  const rotated = (index: number) => ({
    options: [
      ...SAMPLE_CHOICE.options.slice(index % 4),
      ...SAMPLE_CHOICE.options.slice(0, index % 4),
    ],
  });
  const keyed = (text: string) => ({
    options: [cut, { ...refused, text }, hour, four],
  });

  test.each<[string, (index: number) => Partial<typeof SAMPLE_CHOICE>]>([
    ['too many longest keys', rotated],
    ['too many shortest keys', () => keyed('An error')],
    ['too many keys at place 2', () => keyed('An error, no session')],
    ['too many keys repeat the question', () => keyed('An error of AssumeRole')],
    ['wrong options are bolder', () => first({ text: 'Only two hours and no more' })],
  ])('%s: a bank with that fault', (fault, change) => expect(bank(change)).toContain(fault));
});

test.each([
  ['15 minutes', 900],
  ['1 hour', 3600],
  ['7 days', 604_800],
  ['2,048 characters', 2048],
  ['An hour', undefined],
])('the number of “%s” is %s', (text, number) => expect(numberOf(text)).toBe(number));

test('“least privilege” is no negation, and “never” is one', () => {
  expect(isNegative('Which design gives least privilege?')).toBe(false);
  expect(isNegative('Which design has the least operational overhead?')).toBe(false);
  expect(isNegative('Which of them can’t call it?')).toBe(true);
  expect(isVague('It never ends')).toBe(true);
  expect(isTypographic('the role’s “maximum”')).toBe(true);
  expect(isTypographic('the role\'s "maximum"')).toBe(false);
});
