import { readJson } from '../policy/json.ts';
import type { JsonNode } from '../policy/json.ts';
import { parseAmzDate } from '../time.ts';
import { parseExpiration } from './life.ts';
import type { Life } from './life.ts';
import { roleOf } from './part.ts';
import type { Match, Part, TextRange } from './part.ts';
import { endOf } from './nodeRange.ts';
import { remark, remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';
import { readCredential } from './scopeRemarks.ts';
import type { SignerReading } from './signerReading.ts';

/** A POST policy taken apart; ranges lie in `text`, the JSON behind the base64 where that was pasted. */
export interface DissectedPolicy {
  readonly kind: 'post-policy';
  readonly text: string;
  readonly isDecoded: boolean;
  readonly parts: readonly Part[];
  readonly signer: SignerReading | undefined;
  readonly life: Life | undefined;
  /** The least and the most a file may have, in bytes. */
  readonly size: { readonly min: string; readonly max: string } | undefined;
  readonly remarks: readonly Remark[];
}

const member = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  node?.kind === 'object'
    ? node.members.find(({ key }) => key.toLowerCase() === name)?.value
    : undefined;

/** Whether a JSON document is a POST policy: it has conditions or an expiration (sigv4-HTTPPOSTConstructPolicy). */
export const isPostPolicy = (node: JsonNode): boolean =>
  member(node, 'conditions') !== undefined || member(node, 'expiration') !== undefined;

/** The base64 policy among the fields of a form, as SDKs give it (boto3, generate_presigned_post). */
export function policyField(node: JsonNode): string | undefined {
  const field = member(member(node, 'fields') ?? node, 'policy');
  return field?.kind === 'string' ? field.value : undefined;
}

/** Takes a POST policy apart; undefined when the text is no JSON that has the form of one. */
export function dissectPolicy(text: string, isDecoded: boolean): DissectedPolicy | undefined {
  const read = readJson(text);
  if ('fault' in read || !isPostPolicy(read.node)) return undefined;
  const whole = { from: read.node.at, to: endOf(text, read.node) };
  const list = member(read.node, 'conditions');
  const conditions = readConditions(text, list);
  const expiration = expirationPart(text, read.node);
  const signed = signerOf(conditions.parts);
  return {
    kind: 'post-policy',
    text,
    isDecoded,
    parts: [...(expiration ? [expiration] : []), ...conditions.parts].toSorted(
      (one, other) => one.from - other.from,
    ),
    signer: signed?.signer,
    life: expiration && lifeOf(expiration, condition(conditions.parts, 'x-amz-date')),
    size: sizeOf(conditions.parts),
    remarks: [
      ...expirationRemarks(expiration, whole),
      ...remarkIf(list?.kind !== 'array', 'policy-no-conditions', whole),
      ...conditions.remarks,
      ...(signed?.remarks ?? []),
      ...NEEDED.filter((name) => !condition(conditions.parts, name)).map((name) =>
        remark('policy-missing', whole, { name }),
      ),
      ...remarkIf(!sizeOf(conditions.parts), 'policy-any-size', whole),
    ],
  };
}

/** Fields that every form has and that a condition must cover (sigv4-HTTPPOSTForms, sigv4-authentication-HTTPPOST). */
const NEEDED = ['bucket', 'key', 'x-amz-credential', 'x-amz-algorithm', 'x-amz-date'] as const;

const condition = (parts: readonly Part[], name: string): Part | undefined =>
  parts.find((part) => part.name.toLowerCase() === name);

function signerOf(parts: readonly Part[]) {
  const credential = condition(parts, 'x-amz-credential');
  const hasToken = condition(parts, 'x-amz-security-token') !== undefined;
  return credential && readCredential(credential, { isV4A: false, hasToken });
}

function lifeOf(expiration: Part, date: Part | undefined): Life | undefined {
  const until = parseExpiration(expiration.value);
  return until === undefined
    ? undefined
    : { from: date && parseAmzDate(date.value), until, at: expiration };
}

function sizeOf(parts: readonly Part[]): DissectedPolicy['size'] {
  const [min, max] = parts.find(({ match }) => match === 'range')?.value.split(' ') ?? [];
  return min === undefined || max === undefined ? undefined : { min, max };
}

function expirationRemarks(expiration: Part | undefined, whole: TextRange): readonly Remark[] {
  if (!expiration) return [remark('policy-no-expiration', whole)];
  const { value } = expiration;
  return remarkIf(parseExpiration(value) === undefined, 'policy-bad-expiration', expiration, {
    value,
  });
}

function expirationPart(text: string, node: JsonNode): Part | undefined {
  const found = member(node, 'expiration');
  if (!found) return undefined;
  const range = { from: found.at, to: endOf(text, found) };
  const raw = text.slice(range.from, range.to);
  return {
    kind: 'expiration',
    role: 'time',
    name: 'expiration',
    ...range,
    valueFrom: range.from,
    raw,
    value: found.kind === 'string' ? found.value : raw,
  };
}

interface Conditions {
  readonly parts: readonly Part[];
  readonly remarks: readonly Remark[];
}

function readConditions(text: string, node: JsonNode | undefined): Conditions {
  const items = node?.kind === 'array' ? node.items : [];
  const read = items.map((item) => {
    const range = { from: item.at, to: endOf(text, item) };
    const said = sayCondition(item);
    if (!said) return { parts: [], remarks: [remark('policy-bad-condition', range)] };
    const part: Part = {
      kind: 'condition',
      role: roleOf(said.name),
      ...said,
      ...range,
      valueFrom: range.from,
      raw: text.slice(range.from, range.to),
    };
    const isOpen = said.match === 'starts-with' && said.value === '';
    return {
      parts: [part],
      remarks: remarkIf(isOpen, 'policy-open', range, { name: said.name }),
    };
  });
  return {
    parts: read.flatMap(({ parts }) => parts),
    remarks: read.flatMap(({ remarks }) => remarks),
  };
}

type Said = { readonly name: string; readonly value: string; readonly match: Match };

/** One condition in its three forms: an object of one property, eq or starts-with, and the range of lengths. */
function sayCondition(node: JsonNode): Said | undefined {
  if (node.kind === 'object') {
    const [only, ...more] = node.members;
    if (!only || more.length > 0 || only.value.kind !== 'string') return undefined;
    return { name: only.key, value: only.value.value, match: 'eq' };
  }
  if (node.kind !== 'array') return undefined;
  const texts = node.items.map((item) =>
    item.kind === 'string' || item.kind === 'number' ? String(item.value) : '',
  );
  return texts.length === 3 ? sayTriple(texts) : undefined;
}

function sayTriple([how = '', field = '', value = '']: readonly string[]): Said | undefined {
  if (how === 'content-length-range') {
    const isRange = /^\d+$/.test(field) && /^\d+$/.test(value);
    return isRange ? { name: how, value: `${field} ${value}`, match: 'range' } : undefined;
  }
  const match = (['eq', 'starts-with'] as const).find((known) => known === how.toLowerCase());
  return match && field.startsWith('$') ? { name: field.slice(1), value, match } : undefined;
}
