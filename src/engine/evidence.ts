import type { Decision } from './policy/decide.ts';
import type { Instant, Seconds } from './time.ts';
import type { Certificate } from './x509/certificate.ts';
import type { EndEntityRuleId, IdentityRuleId } from './x509/endEntityRules.ts';
import type { CertificateJudgement } from './x509/judgeCertificates.ts';
import type { JudgedPaths } from './x509/judgePaths.ts';

/** What a check looked at, with the inputs it came from: one kind per way of comparing, however many rules there are. */

/**
 * Where a compared value came from: a field of an act, a parameter of the URL, a field of a credential, a statement
 * of a policy, or AWS's clock.
 */
export type InputPath =
  | `act:${string}/${string}`
  | `url:${string}`
  | `header:${string}`
  | `credential:${string}/${string}`
  | `policy:${string}#${string}`
  | `role:${string}/${string}`
  | `bucket:${string}/${string}`
  | `provider:${string}/${string}`
  | `account:${string}/${string}`
  | `trust-anchor:${string}/${string}`
  | `profile:${string}/${string}`
  | `crl:${string}/${string}`
  | `certificate:${string}/${string}`
  | 'organization'
  | 'clock';

interface FromInputs {
  readonly paths: readonly InputPath[];
}

/** Something had to be there. */
export interface Presence extends FromInputs {
  readonly kind: 'presence';
  readonly wanted: readonly string[];
  readonly missing: readonly string[];
}

/** Nothing of a kind was allowed to be there. */
export interface Absence extends FromInputs {
  readonly kind: 'absence';
  readonly found: readonly string[];
}

/** Two texts had to be equal; `what` names the field that decided. */
export interface Equality extends FromInputs {
  readonly kind: 'equality';
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** Parameters had to meet the constraints of an API's model or of SigV4. */
export interface Constraints extends FromInputs {
  readonly kind: 'constraints';
  readonly parameters: readonly {
    readonly name: string;
    readonly value: string;
    readonly constraint: string;
    readonly met: boolean;
  }[];
}

/** A number had to lie between two bounds, both included. */
export interface Range extends FromInputs {
  readonly kind: 'range';
  readonly what: string;
  readonly value: string;
  readonly min: Seconds;
  readonly max: Seconds;
}

/** A moment had to lie inside a window; a missing end is open. */
export interface Window extends FromInputs {
  readonly kind: 'window';
  readonly at: Instant;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** A length had to stay within the smallest of some limits. */
export interface Limit extends FromInputs {
  readonly kind: 'limit';
  readonly asked: Seconds;
  readonly limits: readonly {
    readonly name: string;
    readonly value: Seconds;
    readonly path: InputPath;
  }[];
}

/** Policies had to allow an action. */
export interface PolicyEvidence extends FromInputs {
  readonly kind: 'policy';
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly decision: Decision;
}

/** Two signatures had to be equal: the one sent and the one the service computed. */
export interface SignatureEvidence extends FromInputs {
  readonly kind: 'signature';
  readonly provided: string;
  readonly expected: string;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** What differs between what was signed and what arrived, in the words of SigV4; empty when the two agree. */
  readonly differs: readonly string[];
}

/** A signature had to verify with a public key: nobody computes it again. */
export interface Verification extends FromInputs {
  readonly kind: 'verification';
  readonly provided: string;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** What of it does not fit the key and the request, in words; empty where it verifies. */
  readonly differs: readonly string[];
}

/** A certificate had to meet requirements by itself, field by field. */
export interface CertificateEvidence extends FromInputs {
  readonly kind: 'certificate';
  readonly certificate: Certificate;
  readonly judgement: CertificateJudgement<EndEntityRuleId | IdentityRuleId>;
}

/** A path of certificates had to lead to a trust anchor, or to be free of revoked ones. */
export interface PathEvidence extends FromInputs {
  readonly kind: 'path';
  /** Every certificate that may stand in a path. */
  readonly certificates: readonly Certificate[];
  readonly judged: JudgedPaths;
}

export type Evidence =
  | Presence
  | Absence
  | Equality
  | Constraints
  | Range
  | Window
  | Limit
  | PolicyEvidence
  | SignatureEvidence
  | Verification
  | CertificateEvidence
  | PathEvidence;
