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
  'sts.endpoint-serves': 'equality',
  'sts.signature-matches': 'signature',
  'sts.region-active': 'equality',
  'sts.mfa-proved': 'equality',
  'sts.session-policies-valid': 'constraints',
  'sts.tags-consistent': 'absence',
  'sts.source-identity-kept': 'equality',
  'sts.tag-session-allowed': 'policy',
  'sts.source-identity-allowed': 'policy',
  'sts.context-allowed': 'policy',
  'sts.packed-size': 'constraints',
  'sts.token-readable': 'presence',
  'sts.provider-found': 'presence',
  'sts.keys-available': 'equality',
  'sts.token-signed': 'equality',
  'sts.token-audience': 'equality',
  'sts.token-current': 'window',
  'sts.token-unrejected': 'equality',
  'sts.assertion-complete': 'constraints',
  'sts.federation-allowed': 'policy',
  'sts.action-allowed': 'policy',
  'sts.tag-token-allowed': 'policy',
  'sts.task-known': 'presence',
  'sts.root-access-central': 'equality',
  'sts.key-known': 'presence',
  'sts.message-decodable': 'presence',
  'sts.outbound-enabled': 'presence',
  'sts.token-within-session': 'limit',
  'sts.trade-in-known': 'presence',
  'sts.trade-in-current': 'window',
  'api.key-known': 'presence',
  'api.region-enabled': 'presence',
  'api.token-fits-region': 'equality',
  'api.token-alive': 'window',
  'api.session-kind': 'equality',
  'api.allowed': 'policy',
  'signin.credentials-alive': 'window',
  'signin.session-kind': 'equality',
  'signin.duration-in-range': 'constraints',
  'signin.duration-fits-session': 'absence',
  'signin.token-fresh': 'window',
  'rolesanywhere.request-valid': 'constraints',
  'rolesanywhere.signature-matches': 'verification',
  'rolesanywhere.signature-current': 'window',
  'rolesanywhere.certificate-sufficient': 'certificate',
  'rolesanywhere.certificate-current': 'window',
  'rolesanywhere.anchor-found': 'presence',
  'rolesanywhere.anchor-enabled': 'equality',
  'rolesanywhere.path-trusted': 'path',
  'rolesanywhere.not-revoked': 'path',
  'rolesanywhere.profile-found': 'presence',
  'rolesanywhere.profile-enabled': 'equality',
  'rolesanywhere.role-listed': 'presence',
  'rolesanywhere.session-name-accepted': 'absence',
  'rolesanywhere.subject-named': 'certificate',
  'rolesanywhere.assume-role-allowed': 'policy',
  'rolesanywhere.tag-session-allowed': 'policy',
  'rolesanywhere.source-identity-allowed': 'policy',
  'rolesanywhere.duration-within-role': 'limit',
  'rolesanywhere.session-fits': 'constraints',
  'tool.lifetime-given': 'presence',
  'tool.lifetime-taken': 'limit',
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
  's3.overrides-valid': 'constraints',
  's3.public-access': 'equality',
  's3.requester-pays': 'presence',
  's3.signer-allowed': 'policy',
  's3.object-found': 'presence',
  's3.object-readable': 'equality',
  's3.condition-holds': 'absence',
  's3.range-satisfiable': 'constraints',
  's3.acl-accepted': 'equality',
  's3.digest-matches': 'equality',
  's3.kms-secure': 'constraints',
  's3.kms-allowed': 'policy',
  's3.form-complete': 'presence',
  's3.form-alive': 'window',
  's3.form-conditions': 'constraints',
  's3.form-covered': 'absence',
  's3.form-size': 'constraints',
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
  /** Whether the check is made at all; absent: always. */
  readonly applies?: (context: Context) => boolean;
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
