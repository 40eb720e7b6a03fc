import type { JsonNode } from '#engine/policy/json.ts';

/** Where something stands in a file of questions: as a line, and in words. */

export type Path = readonly (string | number)[];

const LISTS: Readonly<Record<string, string>> = {
  questions: 'question',
  options: 'option',
  steps: 'step',
  others: 'other',
  pairs: 'pair',
  traps: 'trap',
  stops: 'stop',
  say: 'thought',
};

/** A path in words: `question 3, option 1, why`. People count from one. */
export function sayPath(path: Path): string {
  const parts: string[] = [];
  for (const key of path) {
    if (typeof key === 'string') parts.push(key);
    else parts.push(`${LISTS[parts.pop() ?? ''] ?? 'part'} ${key + 1}`);
  }
  return parts.length === 0 ? 'the whole file' : parts.join(', ');
}

/** The line that a character stands in, from one. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The deepest thing on a path that is there: what is missing is looked for where it would stand. */
export function nodeAt(node: JsonNode, path: Path): JsonNode {
  const [key, ...rest] = path;
  const next =
    node.kind === 'object'
      ? node.members.find((member) => member.key === key)?.value
      : node.kind === 'array' && typeof key === 'number'
        ? node.items[key]
        : undefined;
  return next ? nodeAt(next, rest) : node;
}

/** The value of a node, with texts as they are compared and kept: line breaks of one kind, no spaces at the ends. */
export function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'string':
      return tidied(node.value);
    case 'number':
    case 'literal':
      return node.value;
  }
}

const tidied = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();
