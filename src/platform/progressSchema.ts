import * as v from 'valibot';

/** What is kept of a learner's progress, as it is checked whenever it comes from outside: a database, a file. */

const time = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const answer = v.pipe(v.array(v.string()), v.readonly());

const attemptSchema = v.object({
  questionId: v.string(),
  answer,
  isCorrect: v.boolean(),
  at: time,
  contentVersion: count,
  mode: v.picklist(['practice', 'review', 'exam', 'prediction']),
  certainty: v.exactOptional(v.picklist(['sure', 'unsure', 'guess'])),
  ideas: v.exactOptional(
    v.object({
      offered: v.pipe(v.array(v.string()), v.readonly()),
      taken: v.exactOptional(v.string()),
    }),
  ),
  rule: v.exactOptional(v.string()),
});

/** Answers as they were kept at first: one choice, in practice. */
const firstSchema = v.pipe(
  v.object({
    questionId: v.string(),
    choice: v.string(),
    isCorrect: v.boolean(),
    at: time,
    contentVersion: count,
  }),
  v.transform(({ choice, ...rest }) => ({ ...rest, answer: [choice], mode: 'practice' as const })),
);

const said = <Schema extends v.GenericSchema>(value: Schema) =>
  v.record(v.string(), v.object({ value, at: time }));

const examSchema = v.object({
  id: time,
  questions: v.pipe(v.array(v.object({ id: v.string(), version: count })), v.readonly()),
  answers: said(answer),
  flags: said(v.boolean()),
  limit: count,
  spent: count,
  submittedAt: v.exactOptional(time),
  gaveUpAt: v.exactOptional(time),
});

export type KeptAttempt = Readonly<v.InferOutput<typeof attemptSchema>>;
export type KeptExam = Readonly<v.InferOutput<typeof examSchema>>;

export interface KeptProgress {
  /** Oldest first. */
  readonly attempts: readonly KeptAttempt[];
  readonly exams: readonly KeptExam[];
}

/** What names an answer, and sorts by time: all that was said, so that equal answers of two machines are one. */
export const attemptId = (given: KeptAttempt): string =>
  `${given.at} ${given.questionId} ${JSON.stringify([given.answer, given.isCorrect, given.contentVersion, given.mode, given.certainty])}`;

/** What named an answer at first. */
export const firstAttemptId = ({ at, questionId }: KeptAttempt): string => `${at} ${questionId}`;

const readEach =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (all: readonly unknown[]): readonly v.InferOutput<Schema>[] =>
    all.flatMap((one) => {
      const read = v.safeParse(schema, one);
      return read.success ? [read.output] : [];
    });

/** The answers among some things; what cannot be read is left out. */
export const readAttempts = readEach(v.union([attemptSchema, firstSchema]));

/** The exams among some things; what cannot be read is left out. */
export const readExams = readEach(examSchema);
