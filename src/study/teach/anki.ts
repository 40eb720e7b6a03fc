import type { PlainQuestion } from '#content/own/format.ts';

import { tagsOf } from './chapter.ts';
import type { Chapter } from './chapter.ts';
import { askedHtml, html, sourceHtml, whyHtml } from './html.ts';
import { laidOut } from './laidOut.ts';

/**
 * Anki's text file. A note's first field begins with its question's name, by which Anki knows it again. Fields are HTML
 * without tabs, line breaks and straight quotation marks, so none has to be quoted; none begins with the mark of a comment.
 */

const HEAD = [
  '#separator:Tab',
  '#html:true',
  '#notetype:Basic',
  '#columns:Front\tBack\tTags\tDeck',
  '#tags column:3',
  '#deck column:4',
];

/** The text of a file. */
export const ankiOf = (chapters: readonly Chapter[]): string =>
  [
    ...HEAD,
    ...chapters.flatMap(({ title, questions }) =>
      questions.map((question) => noteOf(question, title)),
    ),
    '',
  ].join('\n');

const noteOf = (question: PlainQuestion, chapter: string): string =>
  [frontOf(question), backOf(question), tagsOf(question).join(' '), `Shortlived::${chapter}`].join(
    '\t',
  );

/** A list by letters: the stock note knows no other way to number. */
const items = (all: readonly string[]): string => all.map((one) => `<div>${one}</div>`).join('');

function frontOf(question: PlainQuestion): string {
  const { prompts, choices } = laidOut(question);
  return [
    `<small>${question.id}</small>`,
    askedHtml(question),
    items(prompts.map((prompt, index) => `${index + 1} ${html(prompt)}`)),
    prompts.length > 0 ? '<hr>' : '',
    items(choices.map(({ letter, text }) => `${letter} ${html(text)}`)),
  ].join('');
}

function backOf(question: PlainQuestion): string {
  const { choices, key } = laidOut(question);
  return [
    `<p><b>${key}</b></p>`,
    items(
      choices.map(
        ({ letter, isRight, why, belief }) =>
          `${isRight ? `<b>${letter}</b>` : letter} ${whyHtml(why, belief)}`,
      ),
    ),
    unquoted(sourceHtml(question.source)),
  ].join('');
}

/** An attribute without straight double quotation marks, which would begin a quoted field. */
const unquoted = (markup: string): string => markup.replaceAll('"', "'");
