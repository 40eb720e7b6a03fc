import { readJson } from './json.ts';
import type { JsonNode } from './json.ts';

/** Offsets in a policy's text, the second one exclusive, in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Where the value at a JSON pointer stands in a text; undefined for text that is no JSON or lacks the value. */
export function rangeAt(text: string, pointer: string): TextRange | undefined {
  const read = readJson(text);
  if ('fault' in read) return undefined;
  const steps = pointer.split('/').slice(1);
  let node: JsonNode | undefined = read.node;
  for (const step of steps) node = node && childOf(node, unescaped(step));
  return node && { from: node.at, to: endOf(text, node.at) };
}

/** The word, text or sign at an offset: what to underline there. At the end of a text it is the character before. */
export function tokenAt(text: string, at: number): TextRange {
  const from = Math.min(at, Math.max(text.length - 1, 0));
  const first = text.charAt(from);
  const to =
    first === '"'
      ? endOf(text, from)
      : from + (WORD.exec(text.slice(from, from + 60))?.[0].length ?? 1);
  return { from, to: Math.min(lineEnd(text, from), Math.max(to, from + 1), text.length) };
}

const WORD = /^[\w.+-]+/;

/** The offset of a line and a column, both counted from 1; what lies outside becomes the nearest place inside. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  const ends = text.matchAll(/\r\n|\r|\n/g);
  for (let left = line - 1; left > 0; left -= 1) {
    const end = ends.next();
    if (end.done === true) break;
    start = end.value.index + end.value[0].length;
  }
  return Math.min(start + column - 1, text.length);
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function childOf(node: JsonNode, step: string): JsonNode | undefined {
  if (node.kind === 'object') return node.members.find(({ key }) => key === step)?.value;
  return node.kind === 'array' ? node.items[Number(step)] : undefined;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.slice(from).search(/[\r\n]/);
  return end <= 0 ? text.length : from + end;
};

const PART = /"(?:[^"\\]|\\.)*"?|[{}[\]]|[^\s"{}[\],:]+|[\s,:]/gsy;

/** Where a JSON value ends that begins at an offset. */
function endOf(text: string, at: number): number {
  PART.lastIndex = at;
  let depth = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    if (part[0] === '{' || part[0] === '[') depth += 1;
    if (part[0] === '}' || part[0] === ']') depth -= 1;
    if (depth <= 0) return PART.lastIndex;
  }
  return text.length;
}
