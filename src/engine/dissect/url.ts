import { readAwsHost } from './awsHost.ts';
import type { HostReading } from './awsHost.ts';
import type { Life } from './life.ts';
import { parameter } from './part.ts';
import type { Part, TextRange } from './part.ts';
import { remark, remarkIf } from './remark.ts';
import type { Remark } from './remark.ts';
import { DOUBLE_ENCODED } from './scopeRemarks.ts';
import type { SignerReading } from './signerReading.ts';
import { urlParts } from './urlParts.ts';
import { readV2 } from './v2.ts';
import { readV4, V4A } from './v4.ts';
import type { V4Reading } from './v4.ts';

export const SIGNINGS = ['v4', 'v4a', 'v2', 'cloudfront', 'none'] as const;
export type Signing = (typeof SIGNINGS)[number];

/** A URL taken apart; ranges lie in `text`. */
export interface DissectedUrl {
  readonly kind: 'url';
  readonly text: string;
  readonly signing: Signing;
  readonly parts: readonly Part[];
  readonly host: HostReading;
  readonly signer: SignerReading | undefined;
  readonly life: Life | undefined;
  readonly signedHeaders: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Takes apart the URL that lies in this stretch of a text; undefined when it has no host. */
export function dissectUrl(
  text: string,
  range: TextRange,
  damage: readonly Remark[],
): DissectedUrl | undefined {
  const parts = urlParts(text, range);
  const hostPart = parts.find(({ kind }) => kind === 'host');
  if (!hostPart || hostPart.from === hostPart.to) return undefined;
  const path = parts.find(({ kind }) => kind === 'path');
  const host = readAwsHost(hostPart.value, path?.value ?? '/');
  const signing = signingOf(parts);
  const { remarks, ...reading } = readSigning(signing, parts, host, hostPart);
  return {
    kind: 'url',
    text,
    signing,
    parts,
    host,
    ...reading,
    remarks: [
      ...damage,
      ...remarks,
      ...(signing === 'none' ? [] : commonRemarks(parts, signing)),
      ...remarkIf(host.style === 'website' && signing !== 'none', 'website-host', hostPart),
      ...innerLink(parts, signing),
    ],
  };
}

const NOTHING: V4Reading = {
  signer: undefined,
  life: undefined,
  signedHeaders: [],
  remarks: [],
};

function readSigning(
  signing: Signing,
  parts: readonly Part[],
  host: HostReading,
  whole: Part,
): V4Reading {
  if (signing === 'v4' || signing === 'v4a') return readV4(parts, host, whole);
  return signing === 'v2' ? readV2(parts, whole) : NOTHING;
}

const V4_NAMES = new Set([
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
]);

function signingOf(parts: readonly Part[]): Signing {
  if (parameter(parts, 'X-Amz-Algorithm')?.value === V4A) return 'v4a';
  if (parts.some(({ kind, name }) => kind === 'parameter' && V4_NAMES.has(name.toLowerCase()))) {
    return 'v4';
  }
  if (parameter(parts, 'Key-Pair-Id')) return 'cloudfront';
  const hasEnd = parameter(parts, 'Expires') && parameter(parts, 'Signature');
  return parameter(parts, 'AWSAccessKeyId') || hasEnd ? 'v2' : 'none';
}

/** What is wrong in the same way with every signed URL. */
function commonRemarks(parts: readonly Part[], signing: Signing): readonly Remark[] {
  const scheme = parts.find(({ kind }) => kind === 'scheme');
  const path = parts.find(({ kind }) => kind === 'path');
  const fragment = parts.find(({ kind }) => kind === 'fragment');
  const old = parameter(parts, 'AWSAccessKeyId') ?? parameter(parts, 'Signature');
  const seen = new Set<string>();
  const repeated = parts.find(({ kind, name }) => {
    if (kind !== 'parameter' || !/^x-amz-/i.test(name)) return false;
    return seen.has(name) || !seen.add(name);
  });
  const plus = parts.find(({ role, raw }) => isSigned(role) && raw.includes('+'));
  const broken = parts.find(
    ({ kind, raw }) => kind === 'parameter' && /%(?![\da-f]{2})/i.test(raw),
  );
  return [
    ...(scheme ? remarkIf(scheme.value === 'http', 'no-https', scheme) : []),
    ...(old && signing !== 'v2' && signing !== 'cloudfront'
      ? [remark('two-versions', old, { name: old.name })]
      : []),
    ...(repeated ? [remark('repeated-parameter', repeated, { name: repeated.name })] : []),
    ...(plus ? [remark('bare-plus', plus, { name: plus.name })] : []),
    ...(broken ? [remark('broken-escape', broken, { name: broken.name })] : []),
    ...(path ? remarkIf(DOUBLE_ENCODED.test(path.raw), 'double-encoded-key', path) : []),
    ...(fragment ? [remark('fragment', fragment)] : []),
  ];
}

/** Tokens and signatures, whose base64 has plus signs of its own. */
const isSigned = (role: Part['role']): boolean => role === 'signer' || role === 'signature';

/** A link of a mail filter or search engine that has the real URL inside. */
function innerLink(parts: readonly Part[], signing: Signing): readonly Remark[] {
  if (signing !== 'none') return [];
  const inner = parts.find(
    ({ kind, value }) =>
      kind === 'parameter' && /^https?:\/\/.*X-Amz-|^https?:\/\/.*AWSAccessKeyId/is.test(value),
  );
  return inner ? [remark('link-around', inner, { name: inner.name })] : [];
}
