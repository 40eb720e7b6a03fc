import type { PlainOption, PlainQuestion } from '#content/own/format.ts';

import { shareOf, tagsOf, titleOf } from './chapter.ts';
import type { Chapter } from './chapter.ts';
import { askedHtml, explainedHtml, html, whyHtml } from './html.ts';
import { placeName } from './instruction.ts';

/** Moodle XML: each question with its name for ever, its tags, and the reason for each answer. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text between tags. */
const xml = (text: string): string => text.replaceAll(/[&<>]/g, (one) => ENTITIES[one] ?? one);

/** HTML between tags, left readable; an end of CDATA in it is cut in two. */
const cdata = (markup: string): string =>
  `<text><![CDATA[${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]></text>`;

const rich = (tag: string, markup: string): string =>
  `<${tag} format="html">${cdata(markup)}</${tag}>`;

/** The text of a file. */
export const moodleXmlOf = (chapters: readonly Chapter[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    ...chapters.flatMap(({ title, questions }) => [
      categoryOf(title),
      ...questions.map(questionOf),
    ]),
    '</quiz>',
    '',
  ].join('\n');

const categoryOf = (title: string): string =>
  `<question type="category"><category><text>$course$/top/Shortlived/${xml(title)}</text></category></question>`;

function questionOf(question: PlainQuestion): string {
  const { type, lines } = answersOf(question);
  return [
    `<question type="${type}">`,
    `<name><text>${xml(titleOf(question))}</text></name>`,
    rich('questiontext', askedHtml(question)),
    rich('generalfeedback', explainedHtml(question)),
    '<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>',
    `<idnumber>${question.id}</idnumber>`,
    ...lines,
    `<tags>${tagsOf(question)
      .map((tag) => `<tag><text>${tag}</text></tag>`)
      .join('')}</tags>`,
    '</question>',
  ].join('\n');
}

interface Answers {
  readonly type: 'multichoice' | 'matching' | 'ordering';
  readonly lines: readonly string[];
}

function answersOf(question: PlainQuestion): Answers {
  switch (question.type) {
    case 'choice':
      return choices(true, question.options, '100', '0');
    case 'response': {
      const rights = question.options.filter(({ isRight }) => isRight).length;
      return choices(false, question.options, shareOf(rights), '-100');
    }
    case 'ordering':
      return question.others ? places(question) : ordering(question);
    case 'matching':
      return matching([
        ...question.pairs.map(({ prompt, response }) => [prompt, response] as const),
        ...(question.others ?? []).map(({ text }) => ['', text] as const),
      ]);
  }
}

const choices = (
  isSingle: boolean,
  options: readonly PlainOption[],
  right: string,
  wrong: string,
): Answers => ({
  type: 'multichoice',
  lines: [
    `<single>${isSingle}</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering><showstandardinstruction>0</showstandardinstruction>`,
    ...options.map(
      ({ text, isRight, why, belief }) =>
        `<answer fraction="${isRight ? right : wrong}" format="html">${cdata(html(text))}${rich('feedback', whyHtml(why, belief))}</answer>`,
    ),
  ],
});

const matching = (pairs: readonly (readonly [string, string])[]): Answers => ({
  type: 'matching',
  lines: [
    '<shuffleanswers>true</shuffleanswers>',
    ...pairs.map(
      ([prompt, response]) =>
        `<subquestion format="html">${prompt === '' ? '<text></text>' : cdata(html(prompt))}<answer><text>${xml(response)}</text></answer></subquestion>`,
    ),
  ],
});

type Ordering = Extract<PlainQuestion, { type: 'ordering' }>;

/** Which step comes where: Moodle’s ordering has no steps that do not belong there. */
const places = ({ steps, others = [] }: Ordering): Answers =>
  matching([
    ...steps.map(({ text }, index) => [placeName(index), text] as const),
    ...others.map(({ text }) => ['', text] as const),
  ]);

const ordering = ({ steps }: Ordering): Answers => ({
  type: 'ordering',
  lines: [
    `<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>${steps.length}</selectcount><gradingtype>ALL_OR_NOTHING</gradingtype>`,
    ...steps.map(
      ({ text }, index) =>
        `<answer fraction="${index + 1}" format="html">${cdata(html(text))}</answer>`,
    ),
  ],
});
