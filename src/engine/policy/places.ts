import type { Statement } from './document.ts';
import { under } from './pointer.ts';
import type { JsonNode } from './json.ts';
import type { Place } from './problem.ts';

/** The parts of a policy text by name, for rules that must say where they failed. */

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;
export type TextPlace = Place<Extract<JsonNode, { kind: 'string' }>>;

/** A statement and where its elements stand. */
export interface StatementPlace extends Place<ObjectNode> {
  readonly elements: ReadonlyMap<string, Place>;
}

/** A member of an object by name. */
export function memberOf(place: Place, name: string): Place | undefined {
  return membersOf(place).get(name);
}

/** The members of an object by name; empty for any other value. */
export function membersOf({ node, pointer }: Place): ReadonlyMap<string, Place> {
  if (node.kind !== 'object') return new Map();
  return new Map(
    node.members.map(({ key, value }) => [key, { node: value, pointer: under(pointer, key) }]),
  );
}

/** The statements of a document, in order. */
export function statementPlaces(root: Place): readonly StatementPlace[] {
  const place = memberOf(root, 'Statement');
  return (place ? itemsOf(place) : []).flatMap(({ node, pointer }) =>
    node.kind === 'object' ? [{ node, pointer, elements: membersOf({ node, pointer }) }] : [],
  );
}

/** The items of a list, or the one value that needs no brackets. */
export function itemsOf(place: Place): readonly Place[] {
  const { node, pointer } = place;
  if (node.kind !== 'array') return [place];
  return node.items.map((item, index) => ({ node: item, pointer: under(pointer, index) }));
}

/** The texts under an element of a statement; none when it lacks the element. */
export function textsOf(
  { elements }: StatementPlace,
  element: keyof Statement,
): readonly TextPlace[] {
  const place = elements.get(element);
  return place ? texts(place) : [];
}

/** The texts a value is or lists. */
export const texts = (place: Place): readonly TextPlace[] =>
  itemsOf(place).flatMap(({ node, pointer }) =>
    node.kind === 'string' ? [{ node, pointer }] : [],
  );
