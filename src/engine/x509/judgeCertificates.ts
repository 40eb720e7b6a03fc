import type { CertificateField, Fingerprint, ListField } from './certificate.ts';
import type { ExtensionValue } from './extension.ts';

/** What a field of a certificate had to say, and what it says. */
export interface FieldFinding {
  readonly of: Fingerprint;
  readonly field: CertificateField | ListField | ExtensionValue['kind'];
  readonly value: string;
  readonly wanted: string;
  readonly met: boolean;
  /** The certificate or list it was compared with: the issuer, the CA that constrains, the revocation list. */
  readonly beside?: Fingerprint;
}

/** One requirement on certificates: it holds when all that it finds is met. */
export interface CertificateRule<Context, Id extends string> {
  readonly id: Id;
  readonly find: (context: Context) => readonly FieldFinding[];
}

export interface CertificateCheck<Id extends string> {
  readonly rule: Id;
  readonly result: 'pass' | 'fail';
  readonly findings: readonly FieldFinding[];
}

/** What an ordered list of requirements says about certificates: the checks made, and those never reached. */
export interface CertificateJudgement<Id extends string> {
  readonly checks: readonly CertificateCheck<Id>[];
  readonly notReached: readonly Id[];
  readonly refusal?: CertificateCheck<Id>;
}

/** Tests requirements in order and stops at the first that is not met. */
export function judgeCertificates<Context, Id extends string>(
  rules: readonly CertificateRule<Context, Id>[],
  context: Context,
): CertificateJudgement<Id> {
  const checks: CertificateCheck<Id>[] = [];
  for (const [index, { id, find }] of rules.entries()) {
    const findings = find(context);
    const result = findings.every(({ met }) => met) ? 'pass' : 'fail';
    const check = { rule: id, result, findings } as const;
    checks.push(check);
    if (result === 'fail') {
      const notReached = rules.slice(index + 1).map((rule) => rule.id);
      return { checks, notReached, refusal: check };
    }
  }
  return { checks, notReached: [] };
}
