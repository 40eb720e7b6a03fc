import fc from 'fast-check';
import { parse } from 'gift-pegjs';
import type { GIFTQuestion, Matching, MultipleChoice } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';

import type { PlainQuestion } from '#content/own/format.ts';
import { LINES_NEEDED, PIECES, plainFrom } from '#content/own/plain.fixture.ts';
import { QUESTIONS } from '#content/questions/all.ts';

import { chaptersOf, tagsOf, titleOf } from './chapter.ts';
import { giftOf } from './gift.ts';
import { EXAMPLES, matchedIn, shown, weighed } from './hostile.fixture.ts';
import { instructionOf } from './instruction.ts';

/** The right side of a pair comes with what its escapes stand for not yet put back, and with single spaces. */
const plain = (text: string): string =>
  text.replaceAll(/&&(\d{3});/g, (_, code: string) => String.fromCodePoint(Number(code)));
const spaced = (text: string): string => text.replaceAll(/\s\s+/g, ' ');

const pairsIn = ({ matchPairs }: Matching) =>
  matchPairs.map(({ subquestion, subanswer }) => [shown(subquestion.text), plain(subanswer)]);

const optionsIn = ({ choices }: MultipleChoice) =>
  choices.map(({ isCorrect, weight, text, feedback }) => ({
    weight: weight ?? (isCorrect ? 100 : 0),
    text: shown(text.text),
    why: shown(feedback?.text ?? ''),
  }));

/** What a parser finds of a question. */
function found(read: GIFTQuestion | undefined) {
  if (read?.type !== 'MC' && read?.type !== 'Matching') throw new Error('no such question');
  return {
    id: read.id,
    tags: read.tags,
    title: read.title,
    format: read.stem.format,
    asked: shown(read.stem.text),
    parts: read.type === 'MC' ? optionsIn(read) : pairsIn(read),
  };
}

/** What it is to find. */
function wanted(question: PlainQuestion) {
  return {
    id: question.id,
    tags: tagsOf(question),
    title: titleOf(question),
    format: 'html',
    asked: `${question.situation ?? ''}${question.stem} ${instructionOf(question)}`,
    parts:
      question.type === 'choice' || question.type === 'response'
        ? question.options.map((option) => weighed(option, question))
        : matchedIn(question).map(([prompt, response = '']) => [prompt, spaced(response)]),
  };
}

test('all questions of the bank are read again as they are', () => {
  const chapters = chaptersOf(QUESTIONS);
  const read = parse(giftOf(chapters));
  const categories = read.filter(({ type }) => type === 'Category').map(({ title }) => title);
  expect(categories).toEqual(chapters.map(({ title }) => `$course$/top/Shortlived/${title}`));
  const questions = read.filter(({ type }) => type !== 'Category');
  const bank = chapters.flatMap((chapter) => chapter.questions);
  expect(bank).toHaveLength(QUESTIONS.length);
  expect(questions.map(found)).toEqual(bank.map(wanted));
});

test('whatever stands in a text, it is that text again', () => {
  const line = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text !== '');
  const lines = fc.uniqueArray(line, {
    minLength: LINES_NEEDED,
    maxLength: LINES_NEEDED,
    selector: spaced,
  });
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\t'));
  fc.assert(
    fc.property(lines, text, (some, long) => {
      for (const type of ['choice', 'response', 'ordering', 'matching'] as const) {
        const question = plainFrom(type, some, long);
        const [, read] = parse(giftOf([{ title: 'Any', questions: [question] }]));
        expect(found(read)).toEqual(wanted(question));
      }
    }),
    { seed: 20_261_123, numRuns: 150 },
  );
});

describe('the text itself', () => {
  const [choice, response] = EXAMPLES;
  if (!choice || !response) throw new Error('no examples');

  test('it reads like GIFT', () => {
    expect(giftOf([{ title: 'Any', questions: [choice] }])).toMatchInlineSnapshot(`
      "$CATEGORY: $course$/top/Shortlived/Any

      // [id:week3-link-end] [tag:scs-c03] [tag:skill-4.1.2] [tag:trap-E1] [tag:difficulty-1]
      ::When does the link stop working?::[html]<p>A role session has 40 minutes left. It signs a link for 12 hours.</p><p><b>When does the link stop working?</b> Choose one answer.</p>{
      =[html]After 40 minutes#[html]The session ends first.
      ~[html]After 12 hours#[html]That is only what the link asks for.<br>The idea behind it\\: “A link works for as long as it asks for.”
      ####[html]<p>Source\\: <a href\\="https\\://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html">S3 User Guide\\: sharing objects with presigned URLs</a>, checked on 2026-11-22.</p>
      }
      "
    `);
  });

  test('three right answers count a third each', () => {
    const three = plainFrom('response', [], 'A case.');
    expect(giftOf([{ title: 'Any', questions: [three] }])).toContain('~%33.33333%[html]line 4#');
  });
});
