import * as v from 'valibot';

import { load } from './load.ts';
import { save } from './storage.ts';

/** Answers to questions, as this browser keeps them. One that cannot be read is left out; the others stay. */

const NAME = 'shortlived.attempts';

const attemptSchema = v.object({
  questionId: v.string(),
  choice: v.string(),
  isCorrect: v.boolean(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  contentVersion: v.pipe(v.number(), v.safeInteger()),
});

const keptSchema = v.object({ version: v.literal(1), attempts: v.array(v.unknown()) });

export type KeptAttempt = Readonly<v.InferOutput<typeof attemptSchema>>;

/** The answers kept here, oldest first. */
export const loadAttempts = (): readonly KeptAttempt[] =>
  (load(NAME, keptSchema)?.attempts ?? []).flatMap((one) => {
    const read = v.safeParse(attemptSchema, one);
    return read.success ? [read.output] : [];
  });

/** Keeps answers; tells whether that worked. */
export const saveAttempts = (attempts: readonly KeptAttempt[]): boolean =>
  save(NAME, { version: 1, attempts });
