import type { Entry, Prompt, Question, Response } from '../question.ts';
import type { PlainOption, PlainQuestion, PlainStep } from './format.ts';

/** Questions of a file as the quiz asks them. */

/** What the names of added questions begin with, so that they are never those of the bank. */
const ADDED = 'added-';

/** The id under which a question of a file is asked. */
export const askedId = (id: string): string => `${ADDED}${id}`;

/** The id in its file of an added question; undefined for one of the bank. */
export const plainId = (id: string): string | undefined =>
  id.startsWith(ADDED) ? id.slice(ADDED.length) : undefined;

/** A question of a file, ready to be asked. */
export function askedQuestion(plain: PlainQuestion): Question {
  const item = itemOf(plain);
  switch (plain.type) {
    case 'choice':
    case 'response':
      return { ...item, ...optionsOf(plain) };
    case 'ordering':
      return { ...item, type: 'ordering', ...stepsOf(plain) };
    case 'matching':
      return { ...item, type: 'matching', ...halvesOf(plain) };
  }
}

function itemOf(plain: PlainQuestion) {
  const { id, title, situation = '', stem, deciding, skill, traps, difficulty, source } = plain;
  return {
    id: askedId(id),
    version: fingerprint(plain),
    title: title ?? shortened(stem),
    topic: 'own',
    ...(skill && { skill }),
    // The form of a trap's name is checked by the schema.
    traps: (traps ?? []) as Question['traps'],
    difficulty: difficulty ?? 2,
    situation,
    stem,
    ...(deciding && { deciding }),
    source,
  } as const;
}

function optionsOf(plain: Extract<PlainQuestion, { options: unknown }>) {
  const options = plain.options.map(entry);
  const keys = options.filter((_, index) => plain.options[index]?.isRight).map(({ id }) => id);
  const [key = ''] = keys;
  return plain.type === 'choice'
    ? ({ type: 'choice', options, key } as const)
    : ({ type: 'response', options, keys } as const);
}

function stepsOf({ steps, others = [] }: Extract<PlainQuestion, { type: 'ordering' }>) {
  const all = [...steps, ...others].map(entry);
  const left = all.slice(steps.length);
  return { steps: all.slice(0, steps.length), ...(left.length > 0 && { others: left }) };
}

const letter = (index: number): string => String.fromCodePoint(97 + index);

const entry = ({ text, why, belief }: PlainOption | PlainStep, index: number): Entry => ({
  id: letter(index),
  text,
  why,
  ...(belief !== undefined && { belief }),
});

function halvesOf({ pairs, others = [] }: Extract<PlainQuestion, { type: 'matching' }>): {
  readonly prompts: readonly Prompt[];
  readonly responses: readonly Response[];
} {
  const shared = [...new Set(pairs.map(({ response }) => response))];
  const responses = shared.map((text, index) => ({ id: letter(index), text }));
  return {
    prompts: pairs.map(({ prompt, response, why }, index) => ({
      id: `${index + 1}`,
      text: prompt,
      key: letter(shared.indexOf(response)),
      why,
    })),
    responses: [...responses, ...others.map((one, index) => entry(one, shared.length + index))],
  };
}

const shortened = (stem: string): string => (stem.length <= 60 ? stem : `${stem.slice(0, 59)}…`);

/** A number that changes with whatever an answer depends on: an answer given to other words does not count any more. */
function fingerprint(plain: PlainQuestion): number {
  const parts =
    plain.type === 'choice' || plain.type === 'response'
      ? plain.options.map(({ text, isRight }) => [text, isRight === true])
      : plain.type === 'ordering'
        ? [plain.steps.map(({ text }) => text), (plain.others ?? []).map(({ text }) => text)]
        : [plain.pairs.map(({ prompt, response }) => [prompt, response])];
  const text = JSON.stringify([plain.type, plain.situation ?? '', plain.stem, parts]);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
