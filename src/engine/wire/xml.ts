/** XML as AWS's Query and REST services send it: elements and text, no attributes but a namespace. */

export type Xml = readonly [name: string, content: string | readonly Xml[]];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

/** Text made safe to stand inside an element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? '');

/** An element, indented by two spaces a level so that it can be read. */
export function formatXml([name, content]: Xml, namespace?: string, depth = 0): string {
  const indent = '  '.repeat(depth);
  const open = namespace === undefined ? name : `${name} xmlns="${namespace}"`;
  if (typeof content === 'string') return `${indent}<${open}>${escapeXml(content)}</${name}>`;
  const inner = content.map((child) => formatXml(child, undefined, depth + 1)).join('\n');
  return `${indent}<${open}>\n${inner}\n${indent}</${name}>`;
}

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);

/** The text an element holds: `escapeXml` taken back. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#13|[a-z]+);/g, (entity) => CHARACTERS[entity] ?? entity);
