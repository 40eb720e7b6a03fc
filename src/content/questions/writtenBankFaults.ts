import type { ChoiceQuestion, WrittenQuestion } from '../question.ts';
import { echoesIn } from './writtenFaults.ts';
import { numberOf, words } from './wording.ts';

/** What gives keys away once one has met many questions: found by counting over the bank. */

/** Below so many questions of a form, shares are chance. */
const FEW = 12;

/** The largest share of questions whose key may be the longest option, or the shortest. */
const EXTREME_KEYS = 0.35;

/** The largest share of questions whose key alone repeats a word of the question. */
const ECHOING_KEYS = 0.25;

/** How far, in shares, options that are wrong may be bolder than options that are right. */
const BOLDER = 0.15;

/** The largest share of keys at one place, as they are written. */
const ONE_PLACE = 0.45;

const keyTextOf = ({ options, key }: ChoiceQuestion): string =>
  options.find(({ id }) => id === key)?.text ?? '';

const othersOf = ({ options, key }: ChoiceQuestion): readonly string[] =>
  options.filter(({ id }) => id !== key).map(({ text }) => text);

const isBold = (text: string): boolean =>
  words(text).some((word) =>
    ['only', 'every', 'any', 'all', 'must', 'cannot', 'no'].includes(word),
  );

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.filter(test).length / Math.max(1, texts.length);

function extremeFaults(choices: readonly ChoiceQuestion[]): readonly string[] {
  const most = choices.length * EXTREME_KEYS;
  const longest = choices.filter((question) =>
    othersOf(question).every(({ length }) => length < keyTextOf(question).length),
  );
  const shortest = choices.filter((question) =>
    othersOf(question).every(({ length }) => length > keyTextOf(question).length),
  );
  return [
    ...(longest.length > most
      ? [`too many longest keys: ${longest.map(({ id }) => id).join(', ')}`]
      : []),
    ...(shortest.length > most
      ? [`too many shortest keys: ${shortest.map(({ id }) => id).join(', ')}`]
      : []),
  ];
}

function placeFaults(choices: readonly ChoiceQuestion[]): readonly string[] {
  const places = choices
    .filter(({ options }) => options.some(({ text }) => numberOf(text) === undefined))
    .map(({ options, key }) => options.findIndex(({ id }) => id === key));
  if (places.length < FEW) return [];
  return [...new Set(places)]
    .filter((place) => places.filter((one) => one === place).length > places.length * ONE_PLACE)
    .map((place) => `too many keys at place ${place + 1}`);
}

/** What is wrong with written questions taken together. */
export function writtenBankFaults(questions: readonly WrittenQuestion[]): readonly string[] {
  const choices = questions.filter((question) => question.type === 'choice');
  if (choices.length < FEW) return [];
  const echoing = choices.filter((question) => echoesIn(question).length > 0);
  const bolder = share(choices.flatMap(othersOf), isBold) - share(choices.map(keyTextOf), isBold);
  return [
    ...extremeFaults(choices),
    ...placeFaults(choices),
    ...(echoing.length > choices.length * ECHOING_KEYS
      ? [`too many keys repeat the question: ${echoing.map(({ id }) => id).join(', ')}`]
      : []),
    ...(bolder > BOLDER ? ['wrong options are bolder than right ones'] : []),
  ];
}
