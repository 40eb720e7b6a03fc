import fc from 'fast-check';
import { expect, test } from 'vitest';

import { LINES_NEEDED, PIECES, plainFrom } from '#content/own/plain.fixture.ts';
import { formatQuestions, readQuestions } from '#content/own/readFile.ts';
import { QUESTIONS } from '#content/questions/all.ts';

import { ankiOf } from './anki.ts';
import { chaptersOf, tagsOf } from './chapter.ts';
import { fileOf } from './fileOf.ts';
import { shown } from './hostile.fixture.ts';
import { laidOut } from './laidOut.ts';

/** The notes of a file, as Anki splits it: comments go, fields in quotation marks may hold anything. */
function notesIn(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
  return rows.map((row) => {
    const fields = row.split('\t');
    expect(fields.filter((field) => field.startsWith('"'))).toEqual([]);
    return fields;
  });
}

test('every question of the bank is a note with four fields, each name once', () => {
  const chapters = chaptersOf(QUESTIONS);
  const notes = notesIn(ankiOf(chapters));
  expect(notes).toHaveLength(QUESTIONS.length);
  const wanted = chapters.flatMap(({ title, questions }) =>
    questions.map((question) => ({ title, question })),
  );
  for (const [index, { title, question }] of wanted.entries()) {
    const [front = '', back = '', tags, deck, ...rest] = notes[index] ?? [];
    expect(rest).toEqual([]);
    expect(front.startsWith(`<small>${question.id}</small>`)).toBe(true);
    expect(shown(front)).toContain(question.stem);
    expect(shown(back)).toContain(laidOut(question).key);
    expect([tags, deck]).toEqual([tagsOf(question).join(' '), `Shortlived::${title}`]);
  }
  expect(new Set(notes.map(([front]) => front?.split('</small>')[0])).size).toBe(notes.length);
});

test('whatever stands in a text, it is in its field as that text', () => {
  const line = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text !== '');
  const lines = fc.uniqueArray(line, { minLength: LINES_NEEDED, maxLength: LINES_NEEDED });
  fc.assert(
    fc.property(lines, line, (some, text) => {
      for (const type of ['choice', 'response', 'ordering', 'matching'] as const) {
        const question = plainFrom(type, some, `${text}\n\t${text}`);
        const notes = notesIn(ankiOf([{ title: 'Any', questions: [question] }]));
        expect(notes).toHaveLength(1);
        const [front = '', back = '', ...rest] = notes[0] ?? [];
        expect(rest).toHaveLength(2);
        const { choices, prompts } = laidOut(question);
        for (const one of [...prompts, ...choices.map((choice) => choice.text)]) {
          expect(shown(front)).toContain(one);
        }
        for (const { why } of choices) expect(shown(back)).toContain(why);
      }
    }),
    { seed: 20_261_123, numRuns: 100 },
  );
});

test('our own file of the whole bank is read again without a fault, and says the same', () => {
  const wanted = chaptersOf(QUESTIONS).flatMap(({ questions }) => questions);
  const { text, name } = fileOf('file', QUESTIONS);
  expect(readQuestions(text)).toEqual({ questions: wanted, faults: [] });
  expect(text).toBe(formatQuestions(wanted));
  expect(name).toMatch(/\.json$/);
});

test('on paper, letters lead to what is right, in an order that gives nothing away', () => {
  const bank = chaptersOf(QUESTIONS).flatMap(({ questions }) => questions);
  const asWritten = bank.filter((question) => {
    const { choices, key } = laidOut(question);
    const textOf = (letter: string): string | undefined =>
      choices.find((one) => one.letter === letter)?.text;
    const letters = key.match(/[A-Z]/g) ?? [];
    const wanted =
      question.type === 'ordering'
        ? question.steps.map(({ text }) => text)
        : question.type === 'matching'
          ? question.pairs.map(({ response }) => response)
          : choices.filter(({ isRight }) => isRight).map(({ text }) => text);
    expect(letters.map(textOf)).toEqual(wanted);
    return question.type === 'ordering' && key === 'A, B, C';
  });
  expect(asWritten).toEqual([]);
});
