import type { PlayedQuestion } from '../question.ts';
import { kindOf } from './claim.ts';
import { keyOf } from './keyOf.ts';
import { isEverythingOrNothing, isVague, namesAPosition, textFaults, words } from './wording.ts';

/** The rules of item writing (exam.md 3.1) that a machine can check: what is wrong with a question, in words. */

/** The number a claim is ranked by: a length, a moment, a status. */
const rankOf = (claim: string): number =>
  Number(claim.replaceAll(/^\D*/g, '').replace('T', '').match(/^\d+/)?.[0] ?? -1);

const isAscending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? 0) <= value);

function optionFaults({ options }: PlayedQuestion): readonly string[] {
  const texts = options.map(({ text }) => text);
  return [
    ...(options.length < 3 || options.length > 5 ? ['it needs three to five options'] : []),
    ...(new Set(texts).size < texts.length ? ['two options have one text'] : []),
    ...(new Set(options.map(({ id }) => id)).size < options.length
      ? ['two options make one claim']
      : []),
    ...(new Set(options.map(({ id }) => kindOf(id))).size > 1
      ? ['its options are of different kinds']
      : []),
    ...(isAscending(options.map(({ id }) => rankOf(id))) ? [] : ['its numbers do not ascend']),
    ...texts.filter(isEverythingOrNothing).map((text) => `all or none: ${text}`),
    ...texts.filter(isVague).map((text) => `always, never or vague: ${text}`),
    ...options
      .filter(({ why }) => why.trim().length < 20)
      .map(({ text }) => `no rationale: ${text}`),
    ...options
      .filter(({ why }) => namesAPosition(why))
      .map(({ text }) => `a rationale names a position: ${text}`),
  ];
}

/** Words of the question that come back in the key and in no other option: they give the key away. */
function echoes(question: PlayedQuestion): readonly string[] {
  const key = keyOf(question);
  const said = new Set(words(`${question.situation} ${question.stem}`));
  const elsewhere = new Set(
    question.options.filter(({ id }) => id !== key).flatMap(({ text }) => words(text)),
  );
  const inKey = words(question.options.find(({ id }) => id === key)?.text ?? '');
  return inKey.filter((word) => word.length >= 5 && said.has(word) && !elsewhere.has(word));
}

/** What is wrong with the words of a question. */
export const wordingFaults = (question: PlayedQuestion): readonly string[] => [
  ...textFaults(
    question,
    question.options.map(({ why }) => why),
  ),
  ...echoes(question).map((word) => `its key alone repeats “${word}”`),
  ...optionFaults(question),
];

/** The largest share of questions whose key may be the longest option. */
const LONGEST_KEYS = 0.35;

function spreadFaults(questions: readonly PlayedQuestion[]): readonly string[] {
  const sizes = new Set(questions.map(({ options }) => options.length));
  return [...sizes].flatMap((size) => {
    const alike = questions.filter(({ options }) => options.length === size);
    const counts = Array.from(
      { length: size },
      (_, place) =>
        alike.filter((question) => question.options[place]?.id === keyOf(question)).length,
    );
    return Math.max(...counts) - Math.min(...counts) > 1
      ? [`keys of ${size} options stand at ${counts.join(', ')}`]
      : [];
  });
}

/** What is wrong with questions taken together. */
export function bankFaults(questions: readonly PlayedQuestion[]): readonly string[] {
  const longest = questions.filter((question) => {
    const key = keyOf(question);
    const length = question.options.find(({ id }) => id === key)?.text.length ?? 0;
    return question.options.every(({ id, text }) => id === key || text.length < length);
  });
  return [
    ...(new Set(questions.map(({ id }) => id)).size < questions.length
      ? ['two questions have one id']
      : []),
    ...(new Set(questions.map(({ title }) => title)).size < questions.length
      ? ['two questions have one title']
      : []),
    ...(longest.length > questions.length * LONGEST_KEYS
      ? [`too many longest keys: ${longest.map(({ id }) => id).join(', ')}`]
      : []),
    ...spreadFaults(questions),
  ];
}
