import type { TrialRuleId } from '#engine/x509/trial.ts';

/** All that AWS answers where a requirement is not met; undefined where no answer is known. */
export function awsSays(rule: TrialRuleId): string | undefined {
  if (rule === 'path.not-revoked') return 'Certificate revoked';
  if (rule.startsWith('path.')) return 'Untrusted signing certificate';
  return rule === 'leaf.digital-signature'
    ? 'Untrusted certificate. Insufficient certificate'
    : undefined;
}
