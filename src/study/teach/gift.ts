import type { PlainQuestion } from '#content/own/format.ts';

import { shareOf, tagsOf, titleOf } from './chapter.ts';
import type { Chapter } from './chapter.ts';
import { askedHtml, explainedHtml, html, whyHtml } from './html.ts';
import { placeName } from './instruction.ts';

/**
 * GIFT, the text format of Moodle. Texts are HTML, so that none of them can be taken for a format, a weight or an
 * arrow; only the right side of a pair must be plain.
 */

/** The characters that mean something in GIFT, each with a backslash. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\~=#{}:]/g, (one) => `\\${one}`).replaceAll('\n', String.raw`\n`);

const rich = (markup: string): string => `[html]${escaped(markup)}`;

/** The text of a file. */
export const giftOf = (chapters: readonly Chapter[]): string =>
  chapters
    .flatMap(({ title, questions }) => [
      `$CATEGORY: $course$/top/Shortlived/${title}`,
      ...questions.map(giftQuestion),
    ])
    .map((part) => `${part}\n`)
    .join('\n');

function giftQuestion(question: PlainQuestion): string {
  const tags = tagsOf(question).map((tag) => `[tag:${tag}]`);
  return [
    `// [id:${question.id}] ${tags.join(' ')}`,
    `::${escaped(titleOf(question))}::${rich(askedHtml(question))}{`,
    ...answersOf(question),
    `####${rich(explainedHtml(question))}`,
    '}',
  ].join('\n');
}

function answersOf(question: PlainQuestion): readonly string[] {
  switch (question.type) {
    case 'choice':
      return question.options.map(
        ({ text, isRight, why, belief }) =>
          `${isRight ? '=' : '~'}${rich(html(text))}#${rich(whyHtml(why, belief))}`,
      );
    case 'response': {
      // A wrong one takes everything: the nearest there is to all or nothing.
      const share = shareOf(question.options.filter(({ isRight }) => isRight).length);
      return question.options.map(
        ({ text, isRight, why, belief }) =>
          `~%${isRight ? share : '-100'}%${rich(html(text))}#${rich(whyHtml(why, belief))}`,
      );
    }
    case 'ordering':
      return [
        ...question.steps.map(({ text }, index) => pairOf(placeName(index), text)),
        ...(question.others ?? []).map(({ text }) => leftOver(text)),
      ];
    case 'matching':
      return [
        ...question.pairs.map(({ prompt, response }) => pairOf(prompt, response)),
        ...(question.others ?? []).map(({ text }) => leftOver(text)),
      ];
  }
}

const pairOf = (prompt: string, response: string): string =>
  `=${rich(html(prompt))} -> ${escaped(response)}`;

/** A response without a prompt. */
const leftOver = (response: string): string => `= -> ${escaped(response)}`;
