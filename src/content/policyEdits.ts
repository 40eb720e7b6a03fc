import { POLICY_TYPES } from '#engine/policy/document.ts';
import type { Policy, PolicyDocument, PolicyType } from '#engine/policy/document.ts';
import { formatPolicy } from '#engine/policy/format.ts';
import { sessionPolicyId } from '#engine/policyArtifacts.ts';

import { NO_SUCH_KNOB, editName, initialText, isEdit, isRelevant, readPolicy } from './knob.ts';
import type { Knobs, Materials, RawKnobs } from './knob.ts';
import type { Setting } from './scenario.ts';

/** Policies of a run that no knob declares can be edited too: by id, wherever in world and script they stand. */

/** A policy of a setting: several places with one id and one text hold one policy. */
interface FoundPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
}

/** A policy that a run has, with what it was before it was edited. */
export interface RunPolicy extends FoundPolicy {
  /** The knob or edit whose text it is; absent where a link cannot hold its id. */
  readonly knob?: string;
  readonly original: string;
}

/** A document in the place of the policies with this id and text. */
interface Edit {
  readonly id: string;
  readonly original: string;
  readonly document: PolicyDocument;
}

const isPolicy = (node: object): node is Policy =>
  'id' in node &&
  'document' in node &&
  'type' in node &&
  POLICY_TYPES.some((type) => type === node.type);

/** An act that passes a session policy as text. */
const isPassing = (node: object): node is { readonly id: string; readonly policy: string } =>
  'id' in node &&
  typeof node.id === 'string' &&
  'policy' in node &&
  typeof node.policy === 'string';

function foundIn(node: object): FoundPolicy | undefined {
  if (isPolicy(node)) {
    const { id, name, type, document } = node;
    return { id, name, type, text: formatPolicy(document) };
  }
  if (!isPassing(node)) return undefined;
  const id = sessionPolicyId(node.id);
  return { id, name: 'session policy', type: 'session', text: node.policy };
}

/** Every object that holds a policy, with the policy. */
function* policyNodes(node: unknown): Generator<readonly [object, FoundPolicy]> {
  if (typeof node !== 'object' || node === null) return;
  const policy = foundIn(node);
  if (policy) yield [node, policy];
  if (!isPolicy(node)) for (const part of Object.values(node)) yield* policyNodes(part);
}

/** Every policy of a world and a script, by the name its edit has: a second text under one id is another policy. */
export function policiesIn(
  { world, script }: Setting,
  knobs: Knobs = {},
  raw: RawKnobs = {},
  values: Readonly<Record<string, unknown>> = {},
): readonly RunPolicy[] {
  const own = Object.keys(knobs).filter(
    (name) => knobs[name]?.kind === 'policy' && isRelevant(knobs, knobs[name], raw),
  );
  const found: RunPolicy[] = [];
  for (const [node, policy] of policyNodes([world, script])) {
    const namesakes = found.filter(({ id }) => id === policy.id);
    if (namesakes.some(({ text }) => text === policy.text)) continue;
    const declared = own.find((name) => isSetTo(node, values[name]));
    const ordinal = namesakes.length === 0 ? '' : `-${namesakes.length + 1}`;
    const knob = declared ?? editName(policy.id + ordinal);
    const start = declared === undefined ? undefined : knobs[declared];
    found.push({
      ...policy,
      original: start ? initialText(start) : policy.text,
      ...(knob !== undefined && { knob }),
    });
  }
  return found;
}

/** Whether a policy is what a knob stands at. */
const isSetTo = (node: object, value: unknown): boolean =>
  isPolicy(node)
    ? node.document === value
    : isPassing(node) && node.policy === JSON.stringify(value);

/** A setting with other documents in the places of the edited policies. */
export function withEdits(setting: Setting, edits: readonly Edit[]): Setting {
  const made = new Map<object, object>();
  const edited = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    const known = made.get(node);
    if (known) return known;
    const fresh = withEdit(node, edits) ?? copied(node, edited);
    made.set(node, fresh);
    return fresh;
  };
  // Documents give way to documents and texts to texts, so a setting it stays.
  return edits.length === 0 ? setting : (edited(setting) as Setting);
}

function withEdit(node: object, edits: readonly Edit[]): object | undefined {
  const policy = foundIn(node);
  const edit = edits.find(({ id, original }) => id === policy?.id && original === policy.text);
  if (!edit) return isPolicy(node) ? node : undefined;
  return isPolicy(node)
    ? { ...node, document: edit.document }
    : { ...node, policy: JSON.stringify(edit.document) };
}

const copied = (node: object, copy: (part: unknown) => unknown): object =>
  Array.isArray(node)
    ? node.map(copy)
    : Object.fromEntries(Object.entries(node).map(([name, part]) => [name, copy(part)]));

/** What the edits among the knobs' texts make of a run's policies, with what had to be put right in words. */
export function readEdits(
  policies: () => readonly RunPolicy[],
  raw: RawKnobs,
  materials: Materials,
): { readonly edits: readonly Edit[]; readonly notices: readonly string[] } {
  const edits: Edit[] = [];
  const notices = new Set<string>();
  for (const [name, text] of Object.entries(raw).filter(([each]) => isEdit(each))) {
    const policy = policies().find(({ knob }) => knob === name);
    const read = policy
      ? readPolicy(policy.name, policy.type, text, materials)
      : { notice: NO_SUCH_KNOB };
    if ('notice' in read) notices.add(read.notice);
    else if (policy) edits.push({ ...policy, document: read.value });
  }
  return { edits, notices: [...notices] };
}

/** A run's policies as they are once they are edited. */
export const editedPolicies = (
  policies: readonly RunPolicy[],
  edits: readonly Edit[],
): readonly RunPolicy[] =>
  policies.map((policy) => {
    const edit = edits.find(({ id, original }) => id === policy.id && original === policy.original);
    return edit ? { ...policy, text: formatPolicy(edit.document) } : policy;
  });
