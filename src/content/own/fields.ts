import * as v from 'valibot';

/** A field of the file, explained. */
export interface Field {
  readonly name: string;
  readonly isWanted: boolean;
  readonly says: string;
}

type Parts = Readonly<
  Record<string, { readonly entries: Readonly<Record<string, v.GenericSchema>> }>
>;

/** All fields, by the thing they stand in: what a page shows to whoever writes a file. */
export const fieldsByPart = (parts: Parts): readonly (readonly [string, readonly Field[]])[] =>
  Object.entries(parts).map(([part, { entries }]) => [
    part,
    Object.entries<v.GenericSchema>(entries).map(([name, schema]) => ({
      name,
      isWanted: schema.type !== 'exact_optional',
      says: descriptionOf(schema),
    })),
  ]);

const descriptionOf = (schema: v.GenericSchema): string =>
  v.getDescription('wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema) ?? '';
