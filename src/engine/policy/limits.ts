import type { PolicyType } from './document.ts';
import type { Complaint } from './problem.ts';

/** How long a policy may be and which characters it may hold. */

interface Limit {
  readonly characters: number;
  /** IAM counts no white space; the others count all there is. */
  readonly countsSpace: boolean;
}

export const LIMITS: Record<PolicyType, Limit> = {
  // IAM and STS quotas: managed policies (an inline policy of a role may have 10,240), role trust policies.
  identity: { characters: 6144, countsSpace: false },
  boundary: { characters: 6144, countsSpace: false },
  trust: { characters: 2048, countsSpace: false },
  // STS, AssumeRole: the plain text of inline and managed session policies together.
  session: { characters: 2048, countsSpace: true },
  // Amazon S3: 20 KB.
  bucket: { characters: 20_480, countsSpace: true },
  // AWS PrivateLink guide, endpoint policies.
  'vpc-endpoint': { characters: 20_480, countsSpace: true },
  // AWS Organizations doubled this one on 15 May 2026 (https://sjramblings.io/aws-organizations-scp-quotas-doubled-what-now/).
  'service-control': { characters: 10_240, countsSpace: true },
  // AWS Organizations quotas.
  'resource-control': { characters: 5120, countsSpace: true },
};

/** The characters of a policy that count towards its limit; white space inside texts is taken to be free too. */
export const countedLength = (text: string, type: PolicyType): number =>
  LIMITS[type].countsSpace ? text.length : text.replace(/\s/g, '').length;

// No API takes a longer text, whatever it holds (IAM API reference, PolicyDocument).
const MOST_CHARACTERS = 131_072;

/** What is wrong with a text that is longer than any policy may be sent; it is not even read. */
export function hugeRule(text: string): readonly Complaint[] {
  if (text.length <= MOST_CHARACTERS) return [];
  const fix = `Shorten it to ${MOST_CHARACTERS} characters, white space included; it has ${text.length}.`;
  return [{ kind: 'too-long', at: 0, pointer: '', fix }];
}

/** What is wrong with a policy's length. */
export function lengthRule(text: string, type: PolicyType): readonly Complaint[] {
  const limit = LIMITS[type].characters;
  const length = countedLength(text, type);
  if (length <= limit) return [];
  const fix = `Shorten it to ${limit} characters, it has ${length}: use wildcards, or split it into several policies.`;
  return [{ kind: 'too-long', at: 0, pointer: '', fix }];
}

const IAM_TYPES: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session', 'trust']);

/** What is wrong with a policy's characters: IAM and STS take U+0020 to U+00FF and plain line ends (IAM name requirements). */
export function characterRule(text: string, type: PolicyType): readonly Complaint[] {
  if (!IAM_TYPES.has(type)) return [];
  const at = text.search(/[^\t\n\r\u0020-\u00ff]/);
  if (at < 0) return [];
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [{ kind: 'characters', at, pointer: '', fix: `Remove the character U+${code}.` }];
}
