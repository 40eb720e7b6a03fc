import type { TextRange } from './part.ts';

/** How much a remark weighs: AWS refuses a mistake; a warning is to be looked at. */
export type Weight = 'mistake' | 'warning';

/** Everything that can be said against what was pasted. */
export const REMARKS = {
  expired: 'mistake',
  'not-yet-valid': 'mistake',
  wrapped: 'warning',
  surrounded: 'warning',
  'too-long': 'warning',
  'no-scheme': 'warning',
  token: 'warning',
  entities: 'mistake',
  'json-escapes': 'mistake',
  'white-space': 'mistake',
  shortened: 'mistake',
  'link-around': 'mistake',
  fragment: 'warning',
  'no-https': 'warning',
  'two-versions': 'mistake',
  'missing-parameter': 'mistake',
  'repeated-parameter': 'warning',
  'name-case': 'mistake',
  'unknown-algorithm': 'mistake',
  'double-encoded': 'mistake',
  'double-encoded-key': 'warning',
  'credential-malformed': 'mistake',
  'wrong-terminal': 'mistake',
  'wrong-service': 'mistake',
  'wrong-region': 'mistake',
  'bad-scope-date': 'mistake',
  'scope-date-differs': 'mistake',
  'bad-date': 'mistake',
  'expires-no-number': 'mistake',
  'expires-negative': 'mistake',
  'expires-zero': 'warning',
  'over-seven-days': 'mistake',
  'no-access-key': 'mistake',
  'token-missing': 'mistake',
  'token-unneeded': 'warning',
  'bare-plus': 'mistake',
  'broken-escape': 'warning',
  'host-unsigned': 'mistake',
  'headers-needed': 'warning',
  'headers-order': 'mistake',
  'signature-malformed': 'mistake',
  'needs-v4a': 'mistake',
  'website-host': 'mistake',
  'old-signing': 'warning',
  'policy-no-expiration': 'mistake',
  'policy-bad-expiration': 'mistake',
  'policy-no-conditions': 'mistake',
  'policy-bad-condition': 'mistake',
  'policy-missing': 'mistake',
  'policy-open': 'warning',
  'policy-any-size': 'warning',
} as const satisfies Readonly<Record<string, Weight>>;

export type RemarkId = keyof typeof REMARKS;

/** A mistake or warning: which, where in the text, and the values its words need. */
export interface Remark {
  readonly id: RemarkId;
  readonly at: TextRange;
  readonly values: Readonly<Record<string, string>>;
}

/** A remark about a stretch of the text. */
export const remark = (id: RemarkId, { from, to }: TextRange, values = {}): Remark => ({
  id,
  at: { from, to },
  values,
});

/** The remark in a list when it holds, else no remark. */
export const remarkIf = (holds: boolean, ...about: Parameters<typeof remark>): readonly Remark[] =>
  holds ? [remark(...about)] : [];
