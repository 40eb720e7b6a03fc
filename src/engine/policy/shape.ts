import type { PolicyDocument } from './document.ts';
import { under } from './pointer.ts';
import type { JsonNode } from './json.ts';
import { isConditionOperator, operatorHint } from './operators.ts';
import { complaint } from './problem.ts';
import type { Complaint, Place } from './problem.ts';

/** The form of a policy document: which elements it may have and what kind of value each takes (IAM policy grammar). */

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

/** A check of one value: adds to the complaints, returns the value as plain data. */
type Check = (place: Place, found: Complaint[]) => unknown;

const VERSIONS: readonly string[] = ['2012-10-17', '2008-10-17'];
const PRINCIPAL_TYPES: readonly string[] = ['AWS', 'Federated', 'Service', 'CanonicalUser'];

const KIND_WORDS: Record<JsonNode['kind'], string> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  literal: 'true, false or null',
};

const wrongKind = (place: Place, wanted: string, found: Complaint[]): undefined => {
  found.push(
    complaint(place, 'shape', `Write ${wanted} here instead of ${KIND_WORDS[place.node.kind]}.`),
  );
  return undefined;
};

const text: Check = (place, found) =>
  place.node.kind === 'string'
    ? place.node.value
    : wrongKind(place, 'text in double quotes', found);

const scalar: Check = (place, found) => {
  const { node } = place;
  if (node.kind === 'string' || node.kind === 'number') return node.value;
  if (node.kind === 'literal' && node.value !== null) return node.value;
  return wrongKind(place, 'text, a number, true or false', found);
};

/** One value, or a list of them; AWS passes over null inside a list (documents.vectors.ts), so it is left out. */
const oneOrMany =
  (one: Check): Check =>
  (place, found) => {
    const { node, pointer } = place;
    if (node.kind !== 'array') return one(place, found);
    return node.items
      .map((item, index): Place => ({ node: item, pointer: under(pointer, index) }))
      .filter(({ node: item }) => item.kind !== 'literal' || item.value !== null)
      .map((item) => one(item, found));
  };

/** An object whose members are checked one by one; own keys only, so that `__proto__` is a key like any other. */
const members =
  (
    wanted: string,
    check: (key: Place & { readonly key: string }, found: Complaint[]) => unknown,
  ): Check =>
  (place, found) => {
    const { node, pointer } = place;
    if (node.kind !== 'object') return wrongKind(place, wanted, found);
    return Object.fromEntries(
      node.members.map(({ key, value }) => [
        key,
        check({ key, node: value, pointer: under(pointer, key) }, found),
      ]),
    );
  };

const version: Check = (place, found) => {
  const value = text(place, found);
  if (typeof value === 'string' && !VERSIONS.includes(value)) {
    found.push(
      complaint(
        place,
        'unknown-version',
        'Write "2012-10-17", the current version of the policy language.',
      ),
    );
  }
  return value;
};

/** Case is judged later, where AWS judges it: see elementRules.ts. */
const effect: Check = (place, found) => {
  const value = text(place, found);
  if (typeof value === 'string' && !/^(?:allow|deny)$/i.test(value)) {
    found.push(complaint(place, 'shape', 'Write "Allow" or "Deny".'));
  }
  return value;
};

const principal: Check = (place, found) => {
  if (place.node.kind === 'string') {
    if (place.node.value !== '*') {
      found.push(
        complaint(place, 'shape', 'Write "*", or an object such as {"AWS": "111122223333"}.'),
      );
    }
    return place.node.value;
  }
  return members(
    '"*" or an object such as {"AWS": "111122223333"}',
    ({ key, ...value }, complaints) => {
      if (!PRINCIPAL_TYPES.includes(key)) {
        complaints.push(
          complaint(
            value,
            'unknown-element',
            `Use ${PRINCIPAL_TYPES.join(', ')} instead of "${key}".`,
          ),
        );
      }
      return oneOrMany(text)(value, complaints);
    },
  )(place, found);
};

const conditionBlock: Check = members('an object of condition keys', oneOrMany(scalar));

const condition: Check = members('an object of condition operators', (block, found) => {
  const { key: operator, node } = block;
  // AWS accepts any name over an empty block, which tests nothing (documents.vectors.ts).
  if (node.kind === 'object' && node.members.length > 0 && !isConditionOperator(operator)) {
    found.push(complaint(block, 'unknown-operator', operatorHint(operator)));
  }
  return conditionBlock(block, found);
});

const STATEMENT: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['Sid', text],
  ['Effect', effect],
  ['Principal', principal],
  ['NotPrincipal', principal],
  ['Action', oneOrMany(text)],
  ['NotAction', oneOrMany(text)],
  ['Resource', oneOrMany(text)],
  ['NotResource', oneOrMany(text)],
  ['Condition', condition],
]);

const statement: Check = (place, found) => {
  if (place.node.kind !== 'object') return wrongKind(place, 'a statement in braces', found);
  const has = keysOf(place.node);
  if (!has.has('Effect')) {
    found.push(complaint(place, 'missing-effect', 'Add "Effect": "Allow" or "Effect": "Deny".'));
  }
  for (const element of ['Principal', 'Action', 'Resource']) {
    if (!has.has(element) || !has.has(`Not${element}`)) continue;
    found.push(
      complaint(
        place,
        'both-elements',
        `Keep ${element} or Not${element}; a statement cannot have both.`,
      ),
    );
  }
  return elements(STATEMENT)(place, found);
};

const statements: Check = (place, found) => {
  if (place.node.kind === 'array' && place.node.items.length === 0) {
    found.push(complaint(place, 'shape', 'Write at least one statement.'));
  }
  return oneOrMany(statement)(place, found);
};

const DOCUMENT: ReadonlyMap<string, Check> = new Map([
  ['Version', version],
  ['Id', text],
  ['Statement', statements],
]);

/** An object that has these elements and no others. */
function elements(table: ReadonlyMap<string, Check>): Check {
  return members('an object', ({ key, ...value }, found) => {
    const check = table.get(key);
    if (check) return check(value, found);
    const meant = [...table.keys()].find((name) => name.toLowerCase() === key.toLowerCase());
    const fix = meant
      ? `Write "${meant}"; element names are case-sensitive.`
      : `Remove "${key.slice(0, 40)}"; the elements here are ${[...table.keys()].join(', ')}.`;
    found.push(complaint(value, 'unknown-element', fix));
    return undefined;
  });
}

const keysOf = (node: ObjectNode): ReadonlySet<string> =>
  new Set(node.members.map(({ key }) => key));

/** What a JSON value says as a policy document, with everything that is wrong in its form (IAM policy grammar). */
export function shapeOf(root: JsonNode): {
  readonly document: PolicyDocument;
  readonly found: readonly Complaint[];
} {
  const found: Complaint[] = [];
  const place: Place = { node: root, pointer: '' };
  const document = elements(DOCUMENT)(place, found);
  if (root.kind === 'object' && !keysOf(root).has('Statement')) {
    found.push(
      complaint(place, 'missing-statement', 'Add "Statement": [ … ] with at least one statement.'),
    );
  }
  // A value without complaints has the form of a document: each check above refuses everything else.
  return { document: document as PolicyDocument, found };
}
