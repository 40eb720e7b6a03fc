import { base64Decode } from '../sigv4/base64.ts';
import { parseIsoDate } from '../time.ts';
import type { Instant } from '../time.ts';

/** A POST policy as S3 reads it (sigv4-HTTPPOSTConstructPolicy). */

/** A condition on a field: `text` is how S3 prints it in an error. */
export interface FieldCondition {
  readonly match: 'eq' | 'starts-with';
  /** In lower case: names of fields ignore case. Empty where the `$` is missing: no field is meant then. */
  readonly field: string;
  readonly value: string;
  readonly text: string;
}

/** How many bytes the file may have, both bounds included. */
export interface SizeCondition {
  readonly min: number;
  readonly max: number;
}

export interface FormPolicy {
  readonly expiration: Instant;
  readonly fields: readonly FieldCondition[];
  readonly size?: SizeCondition;
  /** Whether a condition is none, as an object with two properties. */
  readonly isFlawed: boolean;
}

/** The policy behind its base64; undefined where it cannot be read. */
export function readFormPolicy(encoded: string): FormPolicy | undefined {
  const text = base64Decode(encoded);
  const document = text === undefined ? undefined : parsed(text);
  if (!isRecord(document) || !Array.isArray(document['conditions'])) return undefined;
  const expiration = parseIsoDate(String(document['expiration']));
  if (expiration === undefined) return undefined;
  const conditions: readonly unknown[] = document['conditions'];
  const fields = conditions.flatMap((one) => fieldCondition(one) ?? []);
  const size = conditions.flatMap((one) => sizeCondition(one) ?? []).at(-1);
  const isFlawed = !conditions.every((one) => fieldCondition(one) ?? sizeCondition(one));
  return { expiration, fields, isFlawed, ...(size && { size }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As an array with spaces behind its commas, which is how S3 prints it. */
const printed = (...parts: readonly string[]): string =>
  `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;

function fieldCondition(condition: unknown): FieldCondition | undefined {
  if (isRecord(condition)) {
    const [entry, ...more] = Object.entries(condition);
    return entry && more.length === 0
      ? matching('eq', `$${entry[0]}`, String(entry[1]))
      : undefined;
  }
  const [match, field, value] = Array.isArray(condition) ? condition.map(String) : [];
  if (match !== 'eq' && match !== 'starts-with') return undefined;
  return matching(match, field ?? '', value ?? '');
}

const matching = (match: FieldCondition['match'], name: string, value: string): FieldCondition => ({
  match,
  field: name.startsWith('$') ? name.slice(1).toLowerCase() : '',
  value,
  text: printed(match, name, value),
});

function sizeCondition(condition: unknown): SizeCondition | undefined {
  if (!Array.isArray(condition) || condition[0] !== 'content-length-range') return undefined;
  return { min: Number(condition[1]), max: Number(condition[2]) };
}
