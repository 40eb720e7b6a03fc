import type { AwsError } from './errors.ts';
import type { Evidence } from './evidence.ts';

/**
 * Every check AWS makes here, in the order it is made, with the kind of evidence it leaves. What a rule means, how sure
 * we are of it and where it is written stands in content; the compiler refuses a rule without it.
 */
export const RULES = {
  'sts.parameters-valid': 'constraints',
  'sts.signature-current': 'window',
  'sts.caller-authenticated': 'window',
  'sts.caller-kind': 'equality',
  'sts.assume-role-allowed': 'policy',
  'sts.duration-when-chained': 'limit',
  'sts.duration-within-role': 'limit',
  's3.one-mechanism': 'absence',
  's3.six-parameters': 'presence',
  's3.credential-scope': 'constraints',
  's3.date-well-formed': 'constraints',
  's3.expires-in-range': 'range',
  's3.not-in-the-future': 'window',
  's3.url-alive': 'window',
  's3.key-known': 'presence',
  's3.token-accepted': 'equality',
  's3.token-alive': 'window',
  's3.headers-signed': 'absence',
  's3.signature-matches': 'signature',
  's3.bucket-found': 'presence',
  's3.signer-allowed': 'policy',
  's3.object-found': 'presence',
} as const satisfies Record<string, Evidence['kind']>;

export type RuleId = keyof typeof RULES;

/** The evidence a rule leaves. */
export type EvidenceOf<Id extends RuleId> = Extract<Evidence, { kind: (typeof RULES)[Id] }>;

/** What one rule found: its evidence and, where it fails, the error AWS answers with. */
export type Finding<Id extends RuleId> =
  | { readonly pass: true; readonly evidence: EvidenceOf<Id> }
  | { readonly pass: false; readonly evidence: EvidenceOf<Id>; readonly error: AwsError };

/** One check of an operation. Rules that stand before it have passed when it is tested. */
export interface Rule<Context, Id extends RuleId> {
  readonly id: Id;
  readonly test: (context: Context) => Finding<Id>;
}

/** A rule about some context, whichever it is. */
export type RuleAbout<Context> = { [Id in RuleId]: Rule<Context, Id> }[RuleId];

/** Passes when no error is given, fails with it otherwise. */
export function finding<E extends Evidence>(
  evidence: E,
  error?: AwsError,
):
  | { readonly pass: true; readonly evidence: E }
  | { readonly pass: false; readonly evidence: E; readonly error: AwsError } {
  return error ? { pass: false, evidence, error } : { pass: true, evidence };
}
