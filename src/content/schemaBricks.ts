import * as v from 'valibot';

/** What the schemas of files that people write are made of. */

const LINE = /^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]*$/u;

/** Says what something is for: in the schema, and on the page. */
export const told = <Schema extends v.GenericSchema>(schema: Schema, words: string) =>
  v.pipe(schema, v.description<v.InferOutput<Schema>, string>(words));

/** One line of text, of so many characters at most. */
export const line = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'It is empty.'),
    v.maxLength(most, `It is longer than ${most} characters.`),
    v.regex(LINE, 'It must be one line, without tabs and other control characters.'),
  );

/** A list with no fewer and no more things than these. */
export const some = <Schema extends v.GenericSchema>(schema: Schema, least: number, most: number) =>
  v.pipe(
    v.array(schema),
    v.minLength(least, `There must be at least ${least}.`),
    v.maxLength(most, `There may be at most ${most}.`),
    v.readonly(),
  );
