import type { PlainOption, PlainQuestion } from '#content/own/format.ts';
import { readQuestions } from '#content/own/readFile.ts';
import { EXAMPLE_FILE } from '#content/own/example.ts';

/** A chapter with a question of each form. */
export const EXAMPLES: readonly PlainQuestion[] = readQuestions(EXAMPLE_FILE).questions;

const MEANT: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#9;': '\t',
};

/** The text that a browser shows for our HTML, read without what wrote it. */
export const shown = (markup: string): string =>
  markup
    .replaceAll(/<br>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#9);/g, (one) => MEANT[one] ?? one);

/** An option with what Moodle is to make of it: its weight in percent. */
export const weighed = (
  { text, isRight, why, belief }: PlainOption,
  { type, options }: WithOptions,
) => {
  const rights = options.filter((one) => one.isRight).length;
  const wrong = type === 'choice' ? 0 : -100;
  return {
    weight: isRight ? Number((100 / rights).toFixed(5)) : wrong,
    text,
    why: belief === undefined ? why : `${why}\nThe idea behind it: “${belief}”`,
  };
};

type WithOptions = Extract<PlainQuestion, { type: 'choice' | 'response' }>;

/** What is matched with what, where a question becomes a matching; a response without a prompt stands alone. */
export const matchedIn = (question: Exclude<PlainQuestion, WithOptions>) => [
  ...(question.type === 'ordering'
    ? question.steps.map(({ text }, index) => [`Step ${index + 1}`, text])
    : question.pairs.map(({ prompt, response }) => [prompt, response])),
  ...(question.others ?? []).map(({ text }) => ['', text]),
];
