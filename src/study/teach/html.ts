import type { PlainQuestion, PlainSource } from '#content/own/format.ts';

import { instructionOf } from './instruction.ts';

/** Texts as HTML for programs that show HTML: what was a text stays one, whatever stands in it. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
  '\t': '&#9;',
};

/** A text without any markup in it; lines stay lines. */
export const html = (text: string): string =>
  text.replaceAll(/[&<>"\n\t]/g, (one) => ENTITIES[one] ?? one);

/** What is asked: the case, the question, and how many answers it wants. */
export const askedHtml = (question: PlainQuestion): string =>
  `${question.situation === undefined ? '' : `<p>${html(question.situation)}</p>`}<p><b>${html(question.stem)}</b> ${instructionOf(question)}</p>`;

/** Where the answer can be read. */
export const sourceHtml = ({ title, url, checkedOn }: PlainSource): string => {
  const name = url === undefined ? html(title) : `<a href="${html(url)}">${html(title)}</a>`;
  return `<p>Source: ${name}${checkedOn === undefined ? '' : `, checked on ${checkedOn}`}.</p>`;
};

/** The reasons of a question whose form has no place for each of them, and the source of every one. */
export function explainedHtml(question: PlainQuestion): string {
  const reasons = reasonsOf(question);
  const { deciding = [] } = question;
  const words = deciding.map((part) => `“${html(part)}”`).join(', ');
  return [
    words === '' ? '' : `<p>The words that decide it: ${words}.</p>`,
    reasons.length === 0
      ? ''
      : `<ul>${reasons.map(([name, why]) => `<li>${html(name)}: ${html(why)}</li>`).join('')}</ul>`,
    sourceHtml(question.source),
  ].join('');
}

/** What each part is and why, where no answer of its own can say so. */
export function reasonsOf(question: PlainQuestion): readonly (readonly [string, string])[] {
  switch (question.type) {
    case 'choice':
    case 'response':
      return [];
    case 'ordering':
      return [...question.steps, ...(question.others ?? [])].map(({ text, why }) => [text, why]);
    case 'matching':
      return [
        ...question.pairs.map(
          ({ prompt, response, why }) => [`${prompt} → ${response}`, why] as const,
        ),
        ...(question.others ?? []).map(({ text, why }) => [text, why] as const),
      ];
  }
}

/** An option's reason with the wrong idea behind it, if it has one. */
export const whyHtml = (why: string, belief: string | undefined): string =>
  belief === undefined ? html(why) : `${html(why)}<br>The idea behind it: “${html(belief)}”`;
