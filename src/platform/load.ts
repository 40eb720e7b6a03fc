import * as v from 'valibot';

/** Reads what was stored under a name; undefined when there is nothing, or nothing that fits the schema. */
export function load<Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  try {
    const text = localStorage.getItem(name);
    if (text === null) return undefined;
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
