import { under } from './pointer.ts';

/**
 * A JSON reader (RFC 8259) that keeps the place of every value and refuses what `JSON.parse` lets through unseen: a key
 * given twice. Policies are pasted text, so depth is bounded and nothing recurses further than that.
 */

interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** A value with the offset of its first character. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'literal'; readonly at: number; readonly value: boolean | null };

/** The first thing that is not JSON: where, what, and what to write instead. */
export interface JsonFault {
  readonly kind: 'json' | 'duplicate-key' | 'nesting';
  readonly at: number;
  readonly pointer: string;
  readonly fix: string;
}

/** More than any policy needs: an element of the policy language lies at most six deep. */
export const MAX_DEPTH = 32;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z]+/y;
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Where reading stands; `fault` is set once and ends everything. */
interface Reading {
  readonly text: string;
  at: number;
  fault?: JsonFault;
}

/** Reads a JSON text into nodes that know their place (RFC 8259). */
export function readJson(
  text: string,
): { readonly node: JsonNode } | { readonly fault: JsonFault } {
  const reading: Reading = { text, at: 0 };
  skipSpace(reading);
  const node = readValue(reading, '', 0);
  skipSpace(reading);
  if (node && reading.at < text.length) {
    fail(reading, 'json', '', `Delete what follows the end, from ${shown(reading)} on.`);
  }
  if (reading.fault) return { fault: reading.fault };
  // A reader without a fault has read a value.
  return { node: node as JsonNode };
}

function fail(reading: Reading, kind: JsonFault['kind'], pointer: string, fix: string): undefined {
  reading.fault ??= { kind, at: reading.at, pointer, fix };
  return undefined;
}

function shown(reading: Reading): string {
  const code = reading.text.codePointAt(reading.at);
  return code === undefined ? 'the end of the text' : `'${String.fromCodePoint(code)}'`;
}

function skipSpace(reading: Reading): void {
  for (; reading.at < reading.text.length; reading.at += 1) {
    const code = reading.text.charCodeAt(reading.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
  }
}

/** Steps over one character if it stands here. */
function skip(reading: Reading, character: string): boolean {
  if (reading.text[reading.at] !== character) return false;
  reading.at += 1;
  skipSpace(reading);
  return true;
}

function readValue(reading: Reading, pointer: string, depth: number): JsonNode | undefined {
  if (depth > MAX_DEPTH) {
    return fail(reading, 'nesting', pointer, `Nest at most ${MAX_DEPTH} levels.`);
  }
  const { at } = reading;
  const next = reading.text[at];
  if (next === '{') return readObject(reading, pointer, depth);
  if (next === '[') return readArray(reading, pointer, depth);
  if (next === '"') {
    const value = readString(reading, pointer);
    return value === undefined ? undefined : { kind: 'string', at, value };
  }
  return readNumber(reading) ?? readLiteral(reading, pointer);
}

function readObject(reading: Reading, pointer: string, depth: number): JsonNode | undefined {
  const { at } = reading;
  const members: JsonMember[] = [];
  const keys = new Set<string>();
  skip(reading, '{');
  if (!skip(reading, '}')) {
    do {
      const member = readMember(reading, pointer, depth);
      if (!member) return undefined;
      if (keys.has(member.key)) {
        reading.at = member.at;
        return fail(
          reading,
          'duplicate-key',
          under(pointer, member.key),
          `Give "${member.key}" once; JSON keeps only one of two equal keys.`,
        );
      }
      keys.add(member.key);
      members.push(member);
    } while (skip(reading, ','));
    if (!skip(reading, '}')) {
      return fail(reading, 'json', pointer, `Write ',' or '}' instead of ${shown(reading)}.`);
    }
  }
  return { kind: 'object', at, members };
}

function readMember(reading: Reading, pointer: string, depth: number): JsonMember | undefined {
  const { at } = reading;
  if (reading.text[at] !== '"') {
    return fail(
      reading,
      'json',
      pointer,
      `Write a key in double quotes instead of ${shown(reading)}.`,
    );
  }
  const key = readString(reading, pointer);
  if (key === undefined) return undefined;
  skipSpace(reading);
  if (!skip(reading, ':')) {
    return fail(
      reading,
      'json',
      under(pointer, key),
      `Write ':' after "${key}" instead of ${shown(reading)}.`,
    );
  }
  const value = readValue(reading, under(pointer, key), depth + 1);
  skipSpace(reading);
  return value && { key, at, value };
}

function readArray(reading: Reading, pointer: string, depth: number): JsonNode | undefined {
  const { at } = reading;
  const items: JsonNode[] = [];
  skip(reading, '[');
  if (!skip(reading, ']')) {
    do {
      const item = readValue(reading, under(pointer, items.length), depth + 1);
      if (!item) return undefined;
      items.push(item);
      skipSpace(reading);
    } while (skip(reading, ','));
    if (!skip(reading, ']')) {
      return fail(reading, 'json', pointer, `Write ',' or ']' instead of ${shown(reading)}.`);
    }
  }
  return { kind: 'array', at, items };
}

function readNumber(reading: Reading): JsonNode | undefined {
  const { at } = reading;
  NUMBER.lastIndex = at;
  const [digits] = NUMBER.exec(reading.text) ?? [];
  if (digits === undefined) return undefined;
  reading.at += digits.length;
  return { kind: 'number', at, value: Number(digits) };
}

function readLiteral(reading: Reading, pointer: string): JsonNode | undefined {
  const { at } = reading;
  WORD.lastIndex = at;
  const [word = ''] = WORD.exec(reading.text) ?? [];
  const value = LITERALS.get(word);
  if (value === undefined) {
    const wrong = word === '' ? shown(reading) : `'${word.slice(0, 20)}'`;
    return fail(
      reading,
      'json',
      pointer,
      `Write a value here instead of ${wrong}: text in double quotes, '{', '[', a number, true or false.`,
    );
  }
  reading.at += word.length;
  return { kind: 'literal', at, value };
}

function readString(reading: Reading, pointer: string): string | undefined {
  const { text, at: start } = reading;
  let escaped = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      reading.at = at + 1;
      const raw = text.slice(start + 1, at);
      // Every escape in it was checked, so this cannot throw, and a quoted text parses to a string.
      return escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
    }
    reading.at = at;
    if (code < 0x20) {
      return fail(
        reading,
        'json',
        pointer,
        'Close the text with a double quote before the line ends, or write the character as an escape such as \\n.',
      );
    }
    if (code === 0x5c) {
      const length = escapeLength(text, at);
      if (length === 0) {
        return fail(
          reading,
          'json',
          pointer,
          `Write '\\\\' for a backslash; '\\${text[at + 1] ?? ''}' is not an escape of JSON.`,
        );
      }
      escaped = true;
      at += length - 1;
    }
  }
  reading.at = start;
  return fail(reading, 'json', pointer, 'Close this text with a double quote.');
}

/** The length of the escape that begins here; 0 for none that JSON knows. */
function escapeLength(text: string, at: number): number {
  const next = text[at + 1] ?? '';
  if (next === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return next !== '' && '"\\/bfnrt'.includes(next) ? 2 : 0;
}
