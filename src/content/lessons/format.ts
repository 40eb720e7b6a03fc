import * as v from 'valibot';

import { line, some, told } from '../schemaBricks.ts';

/**
 * The file of a lesson: states of the app in the order they are shown, each with what to say. This schema is all there is
 * to know of it: texts are checked by it, the page explains it, and `public/lesson.schema.json` is written from it by a
 * test.
 */

export const LESSON_FORMAT = 'shortlived-lesson';
export const LESSON_VERSION = 1;

/** The most stops of a lesson, and the most characters of its file. */
export const MOST_STOPS = 60;
export const MOST_CHARACTERS = 1_000_000;

/** A page of this app, and no start page: there is nothing to show on that. */
const LINK = /^#\/[^\s/?][^\s]*$/;

const ask = v.strictObject({
  question: told(line(300), 'What the room is asked. It is shown in place of the step’s words.'),
  options: v.exactOptional(
    told(some(line(120), 2, 6), 'What can be answered. Without it, the room answers freely.'),
  ),
});

const stop = v.strictObject({
  title: told(line(120), 'What it is about, for the presenter.'),
  link: told(
    v.pipe(
      v.string(),
      v.maxLength(16_384, 'It is longer than 16384 characters.'),
      v.regex(LINK, 'It must be a link of this app, from its #/ on.'),
    ),
    'The state that is shown: what the share button gives, from its #/ on.',
  ),
  minutes: told(
    v.pipe(
      v.number(),
      v.minValue(0.5, 'It must be half a minute or more.'),
      v.maxValue(120, 'It must be 120 minutes or fewer.'),
    ),
    'How long it takes.',
  ),
  say: told(some(line(600), 0, 8), 'What to say, a thought each. Only the presenter sees it.'),
  ask: v.exactOptional(
    told(ask, 'A pause: the room predicts before the next step. Only for a run of a lab.'),
  ),
});

/** The whole file. */
export const lessonSchema = v.strictObject({
  $schema: v.exactOptional(told(v.string(), 'Where editors find the schema; not read here.')),
  format: told(
    v.literal(LESSON_FORMAT, `It must be "${LESSON_FORMAT}".`),
    `Always "${LESSON_FORMAT}".`,
  ),
  version: told(
    v.literal(LESSON_VERSION, `It must be ${LESSON_VERSION}: this page reads no other version.`),
    `Always ${LESSON_VERSION}.`,
  ),
  title: told(line(120), 'What the lesson is called.'),
  about: told(line(400), 'For whom it is, and what they know afterwards.'),
  stops: told(some(stop, 1, MOST_STOPS), 'The states, in the order they are shown.'),
});

export type Lesson = Readonly<v.InferOutput<typeof lessonSchema>>;
export type Stop = Lesson['stops'][number];

/** What may stand in each kind of thing in the file, for those who write one. */
export const LESSON_PARTS = {
  'The file': lessonSchema,
  'A stop': stop,
  'A question to the room': ask,
} as const;

/** How long a lesson takes, in minutes. */
export const minutesOf = ({ stops }: Pick<Lesson, 'stops'>): number =>
  stops.reduce((sum, { minutes }) => sum + minutes, 0);

/** When a stop should begin and end, in minutes from the beginning of the class; stops are counted from one. */
export function plannedAt({ stops }: Pick<Lesson, 'stops'>, at: number) {
  const from = minutesOf({ stops: stops.slice(0, at - 1) });
  return { from, until: from + (stops[at - 1]?.minutes ?? 0) };
}
