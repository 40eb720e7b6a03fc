import { readJson } from '../policy/json.ts';
import { base64Decode } from '../sigv4/base64.ts';
import type { Instant } from '../time.ts';
import { findUrl, LONGEST_READ } from './damage.ts';
import { lifeRemarks } from './life.ts';
import type { TextRange } from './part.ts';
import { dissectPolicy, policyField } from './postPolicy.ts';
import type { DissectedPolicy } from './postPolicy.ts';
import { remark } from './remark.ts';
import type { Remark } from './remark.ts';
import { dissectUrl } from './url.ts';
import type { DissectedUrl } from './url.ts';

/** Why a text can not be taken apart. */
export const UNREADABLE = [
  'secret',
  'form',
  'encoded-url',
  'no-host',
  'no-scheme',
  's3-uri',
  'arn',
  'header',
  'query-only',
  'other-scheme',
  'json',
  'base64',
  'text',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export type Dissection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly at: TextRange }
  | DissectedUrl
  | DissectedPolicy;

/** Whether a text names a secret of its own: that is answered before anything else. */
const SECRET = /secret_?access_?key|BEGIN [A-Z ]{0,20}PRIVATE KEY|^\s*[A-Za-z0-9/+]{40}\s*$/i;

/** What is no URL, by how it begins; the first that fits says why. */
const BEGINNINGS: readonly (readonly [why: Unreadable, pattern: RegExp])[] = [
  ['encoded-url', /^https?%3a/i],
  ['no-host', /^https?:/i],
  ['s3-uri', /^s3:\/\//i],
  ['arn', /^arn:/i],
  ['header', /^(?:authorization:?\s*)?(?:AWS4-|AWS )/i],
  ['query-only', /^[?&]|^(?:X-Amz-|AWSAccessKeyId)/i],
  ['other-scheme', /^[a-z][a-z\d+.-]{0,30}:\/\//i],
  ['no-scheme', /^[\w-]+(?:\.[\w-]+){1,20}(?::\d+)?[/?]/],
  ['json', /^[{[]/],
  ['base64', /^e[w-z][A-Za-z\d+/=\s]{10}/],
];

/** What a text is named before anything in it is read: a secret, or a form, whatever URL it names. */
function namedAtOnce(start: string, body: string): Unreadable | undefined {
  if (!/^https?:/i.test(body) && SECRET.test(start)) return 'secret';
  const isForm = /^<(?:!doctype|html|form|input)\b/i.test(body) && /<input\b/i.test(body);
  return isForm ? 'form' : undefined;
}

/**
 * Takes apart any text: a URL presigned with any of AWS's signatures, or a POST policy; total, and it asks nobody.
 * What it says against it is in the text itself; what depends on the moment is {@link remarksAt}.
 */
export function dissect(text: string): Dissection {
  const start = text.slice(0, LONGEST_READ);
  const body = start.trim();
  const from = start.length - start.trimStart().length;
  if (body === '') return { kind: 'nothing' };
  const at = { from, to: from + body.length };
  const first = namedAtOnce(start, body);
  if (first) return { kind: 'unreadable', why: first, at };
  const inner = readPolicy(start, body) ?? readToken(body);
  if (inner) return inner;
  const found = findUrl(text);
  const url = found && !/^[{[]/.test(body) && dissectUrl(text, found.range, found.remarks);
  if (url) return url;
  const why = BEGINNINGS.find(([, pattern]) => pattern.test(body))?.[0] ?? 'text';
  return { kind: 'unreadable', why, at };
}

/** A POST policy as JSON, as base64, or as base64 among the fields of a form. */
function readPolicy(text: string, body: string): DissectedPolicy | undefined {
  if (body.startsWith('{')) {
    const read = readJson(text);
    const field = 'node' in read ? policyField(read.node) : undefined;
    const decoded = field === undefined ? undefined : base64Decode(field.replace(/\s+/g, ''));
    return decoded === undefined ? dissectPolicy(text, false) : dissectPolicy(decoded, true);
  }
  if (!/^e[w-z]/.test(body)) return undefined;
  const decoded = base64Decode(body.replace(/\s+/g, ''));
  return decoded === undefined ? undefined : dissectPolicy(decoded, true);
}

/** A URL as base64 for URLs, which is what EKS and MSK take for a token (aws-cli, eks get_token.py). */
function readToken(body: string): DissectedUrl | undefined {
  const [, digits] = /^(?:k8s-aws-v1\.)?(aHR0c[\w+/-]+)=*$/.exec(body) ?? [];
  if (digits === undefined) return undefined;
  const base64 = digits.replaceAll('-', '+').replaceAll('_', '/');
  const text = base64Decode(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='));
  const range = text === undefined ? undefined : { from: 0, to: text.length };
  return text !== undefined && range && /^https?:\/\//.test(text)
    ? dissectUrl(text, range, [remark('token', range)])
    : undefined;
}

/** All that is to be said against it at a moment: what time has done to it first. */
export const remarksAt = (
  dissected: DissectedUrl | DissectedPolicy,
  now: Instant,
): readonly Remark[] => [
  ...(dissected.life ? lifeRemarks(dissected.life, now) : []),
  ...dissected.remarks,
];
