import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { plainId, askedQuestion } from './asked.ts';
import { EXAMPLE_FILE } from './example.ts';
import { LINES_NEEDED, PIECES, plainFrom } from './plain.fixture.ts';
import { MOST_CHARACTERS } from './format.ts';
import { formatQuestions, readQuestion, readQuestions } from './readFile.ts';

const SEED = 20_261_123;
const TYPES = ['choice', 'response', 'ordering', 'matching'] as const;

const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '');
const made = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.uniqueArray(line, { minLength: LINES_NEEDED, maxLength: LINES_NEEDED }),
    fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n\t')),
  )
  .map(([type, lines, text]) => plainFrom(type, lines, text));

test('the example has a question of each form and no fault', () => {
  const { questions, faults } = readQuestions(EXAMPLE_FILE);
  expect(faults).toEqual([]);
  expect(questions.map(({ type }) => type)).toEqual(TYPES);
  expect(JSON.parse(formatQuestions(questions))).toEqual(JSON.parse(EXAMPLE_FILE));
});

test('what is written is read again, whatever stands in it', () => {
  fc.assert(
    fc.property(made, (question) => {
      expect(readQuestions(formatQuestions([question]))).toEqual({
        questions: [question],
        faults: [],
      });
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test('line breaks of Windows, spaces at the ends and a byte order mark make no difference', () => {
  const changed = EXAMPLE_FILE.replaceAll('\n', '\r\n').replaceAll('"After 12', '"  After 12');
  expect(readQuestions(`\uFEFF${changed}`)).toEqual(readQuestions(EXAMPLE_FILE));
});

/** The example with something put in place of something else. */
const faultsOf = (before: string | RegExp, after: string) => {
  const text = EXAMPLE_FILE.replace(before, after);
  expect(text).not.toBe(EXAMPLE_FILE);
  const { questions, faults } = readQuestions(text);
  return { count: questions.length, said: faults.map((one) => Object.values(one).join('|')) };
};

describe('a fault is named by its line and its place, and the other questions stay', () => {
  test.each<[string | RegExp, string, number, readonly string[]]>([
    ['"id": "week3-steps",', '', 3, ['38|question 3, id|It is missing.']],
    [
      '"week3-steps"',
      '"Week 3"',
      3,
      ['39|question 3, id|It must be small letters, digits and hyphens, 56 at most.'],
    ],
    [
      '"week3-steps"',
      '"week3-proofs"',
      3,
      ['53|question 4, id|Another question of this file is called "week3-proofs" too.'],
    ],
    [
      '"stem": "When',
      '"stemm": "When',
      3,
      ['5|question 1, stem|It is missing.', '9|question 1, stemm|There is no such field here.'],
    ],
    [
      '"difficulty": 1',
      '"difficulty": "easy"',
      3,
      ['20|question 1, difficulty|It must be 1, 2 or 3.'],
    ],
    ['"difficulty": 1', '"difficulty": 4', 3, ['20|question 1, difficulty|It must be 1, 2 or 3.']],
    [
      '"traps": ["E1"]',
      '"traps": ["E1", "Z9"]',
      3,
      ['19|question 1, trap 2|It must be a trap such as E1.'],
    ],
    [
      '"isRight": true, "why": "The session',
      '"why": "The session',
      3,
      ['10|question 1, options|One must be right; here 0 are.'],
    ],
    [
      '"isRight": true, "why": "It speaks for the role',
      '"why": "It speaks for the role',
      3,
      ['31|question 2, options|Two or more must be right; here 1 are.'],
    ],
    [
      '"text": "A bucket policy"',
      '"text": "A policy of the user"',
      3,
      ['34|question 2, option 3, text|The same text stands there twice.'],
    ],
    ['"text": "A bucket policy"', '"text": ""', 3, ['34|question 2, option 3, text|It is empty.']],
    [
      '"text": "A bucket policy"',
      '"text": "A\\tbucket"',
      3,
      [
        '34|question 2, option 3, text|It must be one line, without tabs and other control characters.',
      ],
    ],
    [
      '"text": "A bucket policy"',
      '"text": 7',
      3,
      ['34|question 2, option 3, text|It must be a text in double quotes.'],
    ],
    [
      '"type": "ordering"',
      '"type": "essay"',
      3,
      ['40|question 3, type|It must be "choice", "response", "ordering" or "matching".'],
    ],
    [
      /"url": "https:/,
      '"url": "javascript:',
      3,
      ['23|question 1, source, url|It must begin with https:// and have no spaces.'],
    ],
    [
      /"source": \{ "title": "My slides, week 3" \}\n {4}\}\n/,
      '"source": "mine"\n}\n',
      3,
      ['63|question 4, source|It must be an object in braces.'],
    ],
    [
      '"version": 1',
      '"version": 2',
      0,
      ['3|version|It must be 1: this page reads no other version.'],
    ],
    [
      '"shortlived-questions"',
      '"shortlived-progress"',
      0,
      ['2|format|It must be "shortlived-questions".'],
    ],
    [
      '"version": 1,',
      '"version": 1, "author": "me",',
      4,
      ['3|author|There is no such field here.'],
    ],
    [
      '"id": "week3-link-end",',
      '"id": "week3-link-end"',
      0,
      ["7|question 1|Write ',' or '}' instead of '\"'."],
    ],
  ])('%s → %s', (before, after, count, said) =>
    expect(faultsOf(before, after)).toEqual({ count, said }),
  );

  test.each<[string, string]>([
    ['', 'Write a value here'],
    ['[]', 'It must be an object in braces.'],
    ['{"format":"shortlived-questions","version":1}', 'It is missing.'],
    ['{"format":"shortlived-questions","version":1,"questions":[]}', 'There must be at least 1.'],
    [`"${'a'.repeat(MOST_CHARACTERS)}"`, 'It is too large'],
    ['{"__proto__":{"isRight":true}}', 'There is no such field here.'],
  ])('%j is no file of questions', (text, says) => {
    const { questions, faults } = readQuestions(text);
    expect(questions).toEqual([]);
    expect(faults.map((fault) => fault.says).join(' ')).toContain(says);
  });
});

test('any text is read without failing, and what is not taken has a fault', () => {
  const mangled = fc
    .tuple(fc.nat(EXAMPLE_FILE.length), fc.nat(40), fc.string({ maxLength: 5 }))
    .map(
      ([at, length, text]) => EXAMPLE_FILE.slice(0, at) + text + EXAMPLE_FILE.slice(at + length),
    );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), mangled), (text) => {
      const { questions, faults } = readQuestions(text);
      expect(questions.length === 4 || faults.length > 0).toBe(true);
      for (const fault of faults) expect(fault.line).toBeGreaterThan(0);
    }),
    { seed: SEED, numRuns: 120 },
  );
});

describe('a question of a file, asked', () => {
  const [first] = readQuestions(EXAMPLE_FILE).questions;
  if (!first || first.type !== 'choice') throw new Error('no question');

  test('its name is none of the bank’s, and leads back', () => {
    const { id } = askedQuestion(first);
    expect(id).toBe('added-week3-link-end');
    expect(plainId(id)).toBe(first.id);
    expect(plainId('link-and-session')).toBeUndefined();
  });

  test('answers given to other words do not count: its version follows them', () => {
    const versions = [
      first,
      { ...first, stem: 'When does it end?' },
      { ...first, options: first.options.toReversed() },
      { ...first, situation: 'Another case.' },
    ].map((one) => askedQuestion(one).version);
    expect(new Set(versions).size).toBe(4);
    expect(askedQuestion({ ...first, title: 'Another title' }).version).toBe(versions[0]);
  });

  test('what is kept or comes by a link is checked like a file', () => {
    expect(readQuestion(first)).toEqual(first);
    expect(readQuestion({ ...first, options: [] })).toBeUndefined();
    expect(readQuestion('week3-link-end')).toBeUndefined();
  });
});
