import type * as v from 'valibot';

/** What a schema of ours says, as a JSON Schema says it. */
export function asJson(schema: v.GenericSchema): Record<string, unknown> {
  const all = 'pipe' in schema ? (schema.pipe as readonly unknown[]) : [schema];
  return Object.assign({}, ...all.map(partAsJson)) as Record<string, unknown>;
}

type Part = Record<string, unknown> & { readonly type: string };

const SAID: Readonly<Record<string, (part: Part) => object>> = {
  string: () => ({ type: 'string' }),
  boolean: () => ({ type: 'boolean' }),
  number: () => ({ type: 'number' }),
  min_value: (part) => ({ minimum: part['requirement'] }),
  max_value: (part) => ({ maximum: part['requirement'] }),
  readonly: () => ({}),
  description: (part) => ({ description: part['description'] }),
  literal: (part) => ({ const: part['literal'] }),
  picklist: (part) => ({ enum: part['options'] }),
  array: (part) => ({ type: 'array', items: asJson(part['item'] as v.GenericSchema) }),
  regex: ({ requirement }) => ({ pattern: (requirement as RegExp).source }),
  variant: (part) => ({ oneOf: (part['options'] as v.GenericSchema[]).map(asJson) }),
  strict_object: ({ entries }) => {
    const all = Object.entries(entries as Record<string, v.GenericSchema>);
    return {
      type: 'object',
      required: all.filter(([, { type }]) => type !== 'exact_optional').map(([name]) => name),
      additionalProperties: false,
      properties: Object.fromEntries(
        all.map(([name, one]) => [
          name,
          asJson('wrapped' in one ? (one.wrapped as v.GenericSchema) : one),
        ]),
      ),
    };
  },
};

function partAsJson(value: unknown): object {
  const part = value as Part;
  if (part.type === 'min_length' || part.type === 'max_length') {
    return { [part.type]: part['requirement'] };
  }
  if ('pipe' in part && !(part['pipe'] as unknown[]).includes(part)) return asJson(part as never);
  const say = SAID[part.type];
  if (!say) throw new Error(`a schema of a kind that has no words yet: ${part.type}`);
  return say(part);
}

/** The names of limits depend on what they limit. */
export const limited = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { min_length, max_length, ...rest } = value as Record<string, unknown>;
  const of = 'items' in rest ? 'Items' : 'Length';
  return {
    ...rest,
    ...(min_length !== undefined && { [`min${of}`]: min_length }),
    ...(max_length !== undefined && { [`max${of}`]: max_length }),
  };
};
