import { MISCONCEPTIONS } from '../misconceptions.ts';
import type { Entry, MatchingQuestion, WrittenQuestion } from '../question.ts';
import { SOURCES } from '../sources.ts';
import { entriesOf, writtenKey } from './entries.ts';
import {
  isEverythingOrNothing,
  isTypographic,
  isVague,
  namesAPosition,
  numberOf,
  textFaults,
  words,
} from './wording.ts';

/** What is wrong with a question whose key is written down, in words. */

/** How many entries a form has, and how many of them are right. */
const SIZES: Readonly<
  Record<WrittenQuestion['type'], Readonly<Record<'entries' | 'right', readonly [number, number]>>>
> = {
  choice: { entries: [3, 5], right: [1, 1] },
  response: { entries: [5, 6], right: [2, 4] },
  ordering: { entries: [3, 8], right: [3, 5] },
  matching: { entries: [2, 8], right: [3, 7] },
};

const isWithin = (count: number, [least, most]: readonly [number, number]): boolean =>
  count >= least && count <= most;

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

const isRepeated = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

/** The ids of the entries that belong to the answer. */
const rightIds = (question: WrittenQuestion): readonly string[] =>
  question.type === 'matching' ? question.prompts.map(({ key }) => key) : writtenKey(question);

function shapeFaults(question: WrittenQuestion): readonly string[] {
  const entries = entriesOf(question);
  const ids = entries.map(({ id }) => id);
  const right = rightIds(question);
  const sizes = SIZES[question.type];
  return [
    ...(SLUG.test(question.id) ? [] : ['its id is no name']),
    ...ids.filter((id) => !SLUG.test(id)).map((id) => `the id of an entry is no name: ${id}`),
    ...(isRepeated(ids) ? ['two entries have one id'] : []),
    ...(isRepeated(entries.map(({ text }) => text)) ? ['two entries have one text'] : []),
    ...right.filter((id) => !ids.includes(id)).map((id) => `no entry is ${id}`),
    ...(question.type !== 'matching' && isRepeated(right) ? ['a key is named twice'] : []),
    ...(isWithin(entries.length, sizes.entries) ? [] : [`${entries.length} entries`]),
    ...(isWithin(right.length, sizes.right) ? [] : [`${right.length} right ones`]),
    ...(question.type === 'response' && right.length >= entries.length ? ['all are right'] : []),
  ];
}

/** A wrong entry says which idea leads to it; a right one comes from none. */
function ideaFaults(question: WrittenQuestion): readonly string[] {
  const right = rightIds(question);
  return entriesOf(question).flatMap(({ id, belief, misconception }) => {
    const ideas = [belief, misconception].filter((idea) => idea !== undefined).length;
    if (right.includes(id)) return ideas > 0 ? [`a right entry has a wrong idea: ${id}`] : [];
    if (ideas !== 1) return [`a wrong entry without one idea: ${id}`];
    return misconception !== undefined || /^[A-Z“].*[.?]$/.test(belief ?? '')
      ? []
      : [`a belief is no sentence: ${id}`];
  });
}

const pairWhys = (question: MatchingQuestion): readonly Pick<Entry, 'id' | 'why'>[] => [
  ...question.prompts,
  ...question.responses.flatMap(({ id, why = '' }) =>
    rightIds(question).includes(id) ? [] : [{ id, why }],
  ),
];

/** Everything that must give a reason. */
const reasonsOf = (question: WrittenQuestion): readonly Pick<Entry, 'id' | 'why'>[] =>
  question.type === 'matching' ? pairWhys(question) : entriesOf(question);

const SHORTEST_WHY = 30;

function entryFaults(question: WrittenQuestion): readonly string[] {
  const texts = entriesOf(question).map(({ text }) => text);
  const reasons = reasonsOf(question);
  return [
    ...texts.filter(isEverythingOrNothing).map((text) => `all or none: ${text}`),
    ...texts.filter(isVague).map((text) => `always, never or vague: ${text}`),
    ...texts.filter((text) => /[.]$/.test(text)).map((text) => `it ends with a stop: ${text}`),
    ...reasons
      .filter(({ why }) => why.trim().length < SHORTEST_WHY || !/[.?]”?$/.test(why))
      .map(({ id }) => `no rationale: ${id}`),
    ...reasons
      .filter(({ why }) => namesAPosition(why))
      .map(({ id }) => `a rationale names a position: ${id}`),
    ...(isRepeated(reasons.map(({ why }) => why)) ? ['two rationales are one'] : []),
    ...[question.title, question.situation, question.stem, ...texts]
      .concat(reasons.map(({ why }) => why))
      .filter((text) => !isTypographic(text))
      .map((text) => `a straight quote: ${text}`),
  ];
}

/** How much longer than the middle one an option may be: its length must not point it out. */
const LONGER = 2;
const LONGER_BY = 16;

function optionFaults(question: WrittenQuestion): readonly string[] {
  if (question.type !== 'choice' && question.type !== 'response') return [];
  const texts = question.options.map(({ text }) => text);
  const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const numbers = texts.map(numberOf).filter((number) => number !== undefined);
  const isAscending = numbers.every((value, index) => (numbers[index - 1] ?? 0) <= value);
  return [
    ...texts
      .filter((text) => text.length > middle * LONGER + LONGER_BY)
      .map((text) => `much longer than the others: ${text}`),
    ...(numbers.length === texts.length && !isAscending ? ['its numbers do not ascend'] : []),
  ];
}

/** Words of the question that come back in the key and in no other option: they give the key away. */
export function echoesIn(question: WrittenQuestion): readonly string[] {
  if (question.type !== 'choice') return [];
  const said = new Set(words(`${question.situation} ${question.stem}`));
  const elsewhere = new Set(
    question.options.filter(({ id }) => id !== question.key).flatMap(({ text }) => words(text)),
  );
  const inKey = words(question.options.find(({ id }) => id === question.key)?.text ?? '');
  return inKey.filter((word) => word.length >= 5 && said.has(word) && !elsewhere.has(word));
}

/** What is wrong with a written question. */
export function writtenFaults(question: WrittenQuestion): readonly string[] {
  const { source, situation, stem, deciding = [] } = question;
  return [
    ...textFaults(
      question,
      reasonsOf(question).map(({ why }) => why),
    ),
    ...shapeFaults(question),
    ...ideaFaults(question),
    ...entryFaults(question),
    ...optionFaults(question),
    ...deciding
      .filter((part) => !`${situation} ${stem}`.includes(part))
      .map((part) => `it does not say “${part}”`),
    ...(typeof source === 'string' && Object.hasOwn(SOURCES, source)
      ? []
      : [`no source ${typeof source === 'string' ? source : source.title}`]),
    ...entriesOf(question).flatMap(({ misconception }) =>
      misconception === undefined || Object.hasOwn(MISCONCEPTIONS, misconception)
        ? []
        : [`no misconception ${misconception}`],
    ),
  ];
}
