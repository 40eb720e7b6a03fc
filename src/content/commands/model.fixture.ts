import vectors from './models.vectors.json' with { type: 'json' };

/** Test support, no part of the app: the parameters of AWS’s operations, as botocore publishes them. */

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly member?: Shape;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

interface Operation {
  readonly method: string;
  readonly options: Readonly<Record<string, string>>;
  readonly input: Shape;
}

export const MODELS: Readonly<Record<string, Operation>> = vectors.operations;

const sizeOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
};

function boundFaults({ enum: names, min, max }: Shape, value: unknown, at: string): string[] {
  const size = sizeOf(value);
  if (names && !names.includes(String(value))) return [`${at} is none of ${names.join(', ')}`];
  if (size === undefined) return [];
  return [
    ...(min !== undefined && size < min ? [`${at} is below ${min}`] : []),
    ...(max !== undefined && size > max ? [`${at} is above ${max}`] : []),
  ];
}

const JS_TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  long: 'number',
  boolean: 'boolean',
  timestamp: 'string',
};

/** What is wrong with a value, by the model: names, types, required members, bounds. */
export function shapeFaults(shape: Shape, value: unknown, at: string): readonly string[] {
  if (shape.type === 'blob') return [];
  if (shape.type === 'list') {
    if (!Array.isArray(value)) return [`${at} is no list`];
    const one = shape.member;
    const inside = one ? value.flatMap((v, index) => shapeFaults(one, v, `${at}[${index}]`)) : [];
    return [...boundFaults(shape, value, at), ...inside];
  }
  if (shape.type === 'structure') {
    if (typeof value !== 'object' || value === null) return [`${at} is no structure`];
    const { members = {}, required = [] } = shape;
    return [
      ...required.filter((name) => !(name in value)).map((name) => `${at} lacks ${name}`),
      ...Object.entries(value).flatMap(([name, inner]) => {
        const member = members[name];
        return member ? shapeFaults(member, inner, `${at}.${name}`) : [`${at} has no ${name}`];
      }),
    ];
  }
  const type = JS_TYPES[shape.type];
  if (type !== undefined && typeof value !== type) return [`${at} is no ${shape.type}`];
  return boundFaults(shape, value, at);
}

/** A value of the command line as the AWS CLI reads it, by its shape. */
export function cliValue({ type }: Shape, words: readonly string[]): unknown {
  const [first = ''] = words;
  if (type === 'integer' || type === 'long') return Number(first);
  if (type === 'structure') return JSON.parse(first) as unknown;
  if (type !== 'list') return first;
  return first.startsWith('[') ? (JSON.parse(first) as unknown) : words;
}
