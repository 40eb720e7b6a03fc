import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';

import type { PlainQuestion } from '#content/own/format.ts';
import { LINES_NEEDED, PIECES, plainFrom } from '#content/own/plain.fixture.ts';
import { QUESTIONS } from '#content/questions/all.ts';

import { chaptersOf, tagsOf, titleOf } from './chapter.ts';
import { EXAMPLES, matchedIn, shown, weighed } from './hostile.fixture.ts';
import { instructionOf } from './instruction.ts';
import { moodleXmlOf } from './moodleXml.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tag[];
  text: string;
}

/** Reads XML as strictly as the standard asks. */
function treeOf(xml: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag: Tag = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(tag);
    open.push(tag);
  });
  const add = (text: string): void => {
    const tag = open.at(-1);
    if (tag) tag.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

const all = (tag: Tag | undefined, name: string): readonly Tag[] =>
  (tag?.children ?? []).filter((one) => one.name === name);

/** The text at the end of a path. */
const textAt = (tag: Tag | undefined, ...path: readonly string[]): string => {
  const [name, ...rest] = path;
  return name === undefined ? (tag?.text ?? '') : textAt(all(tag, name)[0], ...rest);
};

const answersIn = (tag: Tag) =>
  all(tag, 'answer').map((answer) => ({
    weight: Number(answer.attributes['fraction']),
    text: shown(textAt(answer, 'text')),
    why: shown(textAt(answer, 'feedback', 'text')),
  }));

const pairsIn = (tag: Tag) =>
  all(tag, 'subquestion').map((one) => [shown(textAt(one, 'text')), textAt(one, 'answer', 'text')]);

/** What a parser finds of a question. */
const found = (tag: Tag) => ({
  type: tag.attributes['type'],
  id: textAt(tag, 'idnumber'),
  title: textAt(tag, 'name', 'text'),
  asked: shown(textAt(tag, 'questiontext', 'text')),
  tags: all(all(tag, 'tags')[0], 'tag').map((one) => textAt(one, 'text')),
  isSingle: textAt(tag, 'single'),
  parts: [...answersIn(tag), ...pairsIn(tag)],
});

/** What it is to find. */
function wanted(question: PlainQuestion) {
  const hasOptions = question.type === 'choice' || question.type === 'response';
  return {
    type: hasOptions ? 'multichoice' : 'matching',
    id: question.id,
    title: titleOf(question),
    asked: `${question.situation ?? ''}${question.stem} ${instructionOf(question)}`,
    tags: tagsOf(question),
    isSingle: hasOptions ? `${question.type === 'choice'}` : '',
    parts: hasOptions
      ? question.options.map((option) => weighed(option, question))
      : matchedIn(question),
  };
}

const questionsIn = (xml: string): readonly Tag[] =>
  all(all(treeOf(xml), 'quiz')[0], 'question').filter(
    ({ attributes }) => attributes['type'] !== 'category',
  );

test('all questions of the bank are read again as they are', () => {
  const chapters = chaptersOf(QUESTIONS);
  const bank = chapters.flatMap(({ questions }) => questions);
  expect(bank).toHaveLength(QUESTIONS.length);
  expect(questionsIn(moodleXmlOf(chapters)).map(found)).toEqual(bank.map(wanted));
});

test('whatever stands in a text, it is that text again', () => {
  const line = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text !== '');
  const lines = fc.uniqueArray(line, { minLength: LINES_NEEDED, maxLength: LINES_NEEDED });
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n\t'));
  fc.assert(
    fc.property(lines, text, (some, long) => {
      const types = ['choice', 'response', 'ordering', 'matching'] as const;
      const questions = types.map((type) => plainFrom(type, some, long));
      const read = questionsIn(moodleXmlOf([{ title: 'A & B', questions }]));
      expect(read.map(found)).toEqual(questions.map(wanted));
    }),
    { seed: 20_261_123, numRuns: 150 },
  );
});

test('steps without strangers among them stay an ordering, graded all or nothing', () => {
  const ordering = EXAMPLES.find((one) => one.type === 'ordering');
  if (!ordering) throw new Error('no ordering');
  const { id, stem, source, steps } = ordering;
  const pure = { type: 'ordering', id, stem, source, steps } as const;
  const [tag] = questionsIn(moodleXmlOf([{ title: 'Any', questions: [pure] }]));
  if (!tag) throw new Error('no question');
  expect(tag.attributes['type']).toBe('ordering');
  expect(answersIn(tag).map(({ text }) => text)).toEqual(steps.map(({ text }) => text));
  expect(textAt(tag, 'gradingtype')).toBe('ALL_OR_NOTHING');
});
