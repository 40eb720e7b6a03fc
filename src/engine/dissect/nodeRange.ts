import type { JsonNode } from '../policy/json.ts';

const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SCALAR = /[^\s,\]}]+/y;

function scan(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Where a node of a JSON text ends: the first character after it. */
export function endOf(text: string, node: JsonNode): number {
  switch (node.kind) {
    case 'string':
      return scan(STRING, text, node.at);
    case 'number':
    case 'literal':
      return scan(SCALAR, text, node.at);
    case 'array': {
      const last = node.items.at(-1);
      return text.indexOf(']', last ? endOf(text, last) : node.at) + 1;
    }
    case 'object': {
      const last = node.members.at(-1)?.value;
      return text.indexOf('}', last ? endOf(text, last) : node.at) + 1;
    }
  }
}
