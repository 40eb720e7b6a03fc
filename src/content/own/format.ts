import * as v from 'valibot';

import { SKILLS } from '../question.ts';
import { line, some, told } from '../schemaBricks.ts';

/**
 * The file in which people bring their own questions. This schema is all there is to know of it: texts are checked by
 * it, the page explains it from the descriptions, and `public/questions.schema.json` is written from it by a test.
 */

export const FORMAT = 'shortlived-questions';
export const VERSION = 1;

/** The most questions that are taken from a file, and the most characters it may have. */
export const MOST_QUESTIONS = 500;
export const MOST_CHARACTERS = 1_000_000;

const TEXT = /^(?:[\n\t]|[^\p{Cc}\p{Cs}\uFFFE\uFFFF])*$/u;

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'It is empty.'),
    v.maxLength(most, `It is longer than ${most} characters.`),
    v.regex(TEXT, 'It has a control character; only line breaks and tabs may stand in it.'),
  );

const why = told(text(2000), 'Why it is right, or why it is not.');
const belief = v.exactOptional(
  told(line(300), 'The wrong idea that leads here, as its holder would say it. For wrong ones.'),
);

const option = v.strictObject({
  text: told(line(500), 'What can be chosen.'),
  isRight: v.exactOptional(told(v.boolean(), 'true for a right one; wrong ones leave it out.')),
  why,
  belief,
});

const step = v.strictObject({
  text: told(line(500), 'What is done.'),
  why: told(text(2000), 'What it waits for, or why it does not belong there.'),
  belief,
});

const pair = v.strictObject({
  prompt: told(line(500), 'What asks for a response.'),
  response: told(line(500), 'What belongs to it. Two prompts may have the same response.'),
  why: told(text(2000), 'Why these two belong together.'),
});

const source = v.strictObject({
  title: told(line(200), 'Where it is written.'),
  url: v.exactOptional(
    told(
      v.pipe(
        line(1000),
        v.regex(/^https?:\/\/[^\s"'<>\\]+$/, 'It must begin with https:// and have no spaces.'),
      ),
      'Its address.',
    ),
  ),
  checkedOn: v.exactOptional(
    told(
      v.pipe(v.string(), v.regex(/^\d{4}-[01]\d-[0-3]\d$/, 'It must be a day such as 2026-11-23.')),
      'The day somebody last looked, such as 2026-11-23.',
    ),
  ),
});

const common = {
  id: told(
    v.pipe(
      v.string(),
      v.regex(
        /^[a-z0-9][a-z0-9-]{0,55}$/,
        'It must be small letters, digits and hyphens, 56 at most.',
      ),
    ),
    'A name for ever, such as week3-links. A question with the same name is replaced.',
  ),
  title: v.exactOptional(
    told(line(120), 'What it is about, for lists; nothing about the answer. Without it, the stem.'),
  ),
  situation: v.exactOptional(told(text(4000), 'What is the case.')),
  stem: told(line(500), 'The question itself, in one sentence.'),
  deciding: v.exactOptional(
    told(some(line(300), 1, 6), 'The words that decide it, copied exactly.'),
  ),
  skill: v.exactOptional(
    told(v.picklist(SKILLS, `It must be one of ${SKILLS.join(', ')}.`), 'The exam’s skill.'),
  ),
  traps: v.exactOptional(
    told(
      some(v.pipe(v.string(), v.regex(/^[A-G][1-9]\d?$/, 'It must be a trap such as E1.')), 1, 8),
      'The traps it is about, as this quiz names them.',
    ),
  ),
  difficulty: v.exactOptional(
    told(v.picklist([1, 2, 3], 'It must be 1, 2 or 3.'), '1 is easy, 3 is hard. Without it, 2.'),
  ),
  source: told(source, 'Where the answer can be read.'),
};

const SHAPES = {
  choice: v.strictObject({
    type: v.literal('choice'),
    ...common,
    options: told(some(option, 2, 9), 'One of them is right.'),
  }),
  response: v.strictObject({
    type: v.literal('response'),
    ...common,
    options: told(some(option, 3, 9), 'Two or more of them are right, one or more is wrong.'),
  }),
  ordering: v.strictObject({
    type: v.literal('ordering'),
    ...common,
    steps: told(some(step, 2, 6), 'In the right order.'),
    others: v.exactOptional(told(some(step, 1, 5), 'Steps that do not belong there.')),
  }),
  matching: v.strictObject({
    type: v.literal('matching'),
    ...common,
    pairs: told(some(pair, 2, 8), 'Each prompt with its response.'),
    others: v.exactOptional(told(some(step, 1, 5), 'Responses that belong to no prompt.')),
  }),
};

/** A question as it stands in a file: its answers stand in it. */
export const plainSchema = v.variant(
  'type',
  [SHAPES.choice, SHAPES.response, SHAPES.ordering, SHAPES.matching],
  ({ received }) =>
    received === 'undefined'
      ? 'It is missing.'
      : 'It must be "choice", "response", "ordering" or "matching".',
);
export type PlainQuestion = Readonly<v.InferOutput<typeof plainSchema>>;
export type PlainOption = Extract<PlainQuestion, { type: 'choice' }>['options'][number];
export type PlainStep = Extract<PlainQuestion, { type: 'ordering' }>['steps'][number];
export type PlainPair = Extract<PlainQuestion, { type: 'matching' }>['pairs'][number];
export type PlainSource = PlainQuestion['source'];

/** The whole file. */
export const fileSchema = v.strictObject({
  $schema: v.exactOptional(told(v.string(), 'Where editors find the schema; not read here.')),
  format: told(v.literal(FORMAT, `It must be "${FORMAT}".`), `Always "${FORMAT}".`),
  version: told(
    v.literal(VERSION, `It must be ${VERSION}: this page reads no other version.`),
    `Always ${VERSION}.`,
  ),
  questions: told(some(plainSchema, 1, MOST_QUESTIONS), 'The questions.'),
});

/** What may stand in each kind of thing in the file, for those who write one. */
export const PARTS = {
  'The file': fileSchema,
  'Every question': v.strictObject({
    type: told(
      v.picklist(['choice', 'response', 'ordering', 'matching']),
      'Its form: choice, response, ordering or matching.',
    ),
    ...common,
  }),
  'A choice': v.strictObject({ options: SHAPES.choice.entries.options }),
  'A response': v.strictObject({ options: SHAPES.response.entries.options }),
  'An option': option,
  'An ordering': v.strictObject({
    steps: SHAPES.ordering.entries.steps,
    others: SHAPES.ordering.entries.others,
  }),
  'A matching': v.strictObject({
    pairs: SHAPES.matching.entries.pairs,
    others: SHAPES.matching.entries.others,
  }),
  'A step, or a response left over': step,
  'A pair': pair,
  'A source': source,
} as const;
