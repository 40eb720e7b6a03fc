import type { Basis } from '#engine/basis.ts';
import { unreachable } from '#engine/never.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import type { Trial, TrialCheck, TrialRuleId } from '#engine/x509/trial.ts';
import { refusalOf } from '#engine/x509/trial.ts';

/** What a certificate and its path have to meet, in words. All of it is of the trust model's page, or of RFC 5280. */

interface Requirement {
  /** What is wanted: the row of a list. */
  readonly title: string;
  /** What is wrong where it is not met. */
  readonly fault: string;
  /** What to do about it. */
  readonly cure: string;
  readonly basis: Basis;
}

export const REQUIREMENTS: Readonly<Record<TrialRuleId, Requirement>> = {
  'leaf.version-3': {
    title: 'X.509 version 3',
    fault: 'It is of an old version',
    cure: 'Issue it as version 3.',
    basis: 'documented',
  },
  'leaf.key-supported': {
    title: 'A key that AWS takes',
    fault: 'AWS does not take this kind of key',
    cure: 'Make an RSA key of 2048 bits or more, or an EC key on P-256, P-384 or P-521.',
    basis: 'modelled',
  },
  'leaf.hash-strong': {
    title: 'Signed with SHA-256 or stronger',
    fault: 'It is signed with a weak hash',
    cure: 'Let the CA sign it with SHA-256.',
    basis: 'documented',
  },
  'leaf.signature-supported': {
    title: 'A signature of a kind that AWS names',
    fault: 'It is signed in a way that AWS does not name',
    cure: 'Let a CA with an RSA or an EC key sign it.',
    basis: 'modelled',
  },
  'leaf.digital-signature': {
    title: 'Key usage has digitalSignature',
    fault: 'Its key may not make signatures',
    cure: 'Issue it with the key usage digitalSignature.',
    basis: 'documented',
  },
  'leaf.not-a-ca': {
    title: 'Basic constraints: CA is not true',
    fault: 'It is the certificate of a CA',
    cure: 'Issue the certificate with CA false, or without basic constraints.',
    basis: 'documented',
  },
  'leaf.valid-now': {
    title: 'Valid at this moment',
    fault: 'It is not valid at this moment',
    cure: 'Choose a moment inside its validity, or renew it.',
    basis: 'documented',
  },
  'path.names-chain': {
    title: 'The path reaches the trust anchor',
    fault: 'The way up breaks off',
    cure: 'Send the missing CA’s certificate too, or choose the anchor that it leads to.',
    basis: 'documented',
  },
  'path.signatures-verify': {
    title: 'Each signature verifies',
    fault: 'A signature is not the issuer’s',
    cure: 'Use the certificate as the CA issued it, and the CA’s own certificate.',
    basis: 'documented',
  },
  'path.validity-holds': {
    title: 'Each CA is valid at this moment',
    fault: 'A certificate on the way is not valid at this moment',
    cure: 'Renew the CA’s certificate, and send the new one.',
    basis: 'documented',
  },
  'path.issuers-are-cas': {
    title: 'Each issuer is a CA',
    fault: 'An issuer on the way is no CA',
    cure: 'Let a certificate with CA true sign it.',
    basis: 'modelled',
  },
  'path.issuers-may-sign': {
    title: 'Each issuer may sign certificates',
    fault: 'A CA on the way may not sign certificates',
    cure: 'Issue the CA’s certificate with the key usage keyCertSign.',
    basis: 'modelled',
  },
  'path.length-allowed': {
    title: 'No CA too many',
    fault: 'There is one CA too many below a path length',
    cure: 'Issue the upper CA with a larger path length, or leave one CA out.',
    basis: 'modelled',
  },
  'path.names-permitted': {
    title: 'Names inside every CA’s limits',
    fault: 'A name is outside a CA’s limits',
    cure: 'Issue it with a name that the CA may give, or from another CA.',
    basis: 'modelled',
  },
  'path.policies-valid': {
    title: 'Certificate policies fit',
    fault: 'The certificate policies do not fit',
    cure: 'Issue it with a policy that every CA above allows.',
    basis: 'modelled',
  },
  'path.extensions-understood': {
    title: 'Critical extensions are understood',
    fault: 'A critical extension is not understood',
    cure: 'Issue it without that extension, or do not mark it critical.',
    basis: 'modelled',
  },
  'path.not-revoked': {
    title: 'Not on the imported CRL',
    fault: 'It is on an imported revocation list',
    cure: 'Issue a new certificate with a new key. A revoked one stays revoked.',
    basis: 'documented',
  },
  'leaf.subject-named': {
    title: 'The subject names somebody',
    fault: 'The subject is empty',
    cure: 'Issue it with a subject. Alternative names do not replace it.',
    basis: 'documented',
  },
  'anchor.is-a-ca': {
    title: 'The anchor is a CA',
    fault: 'No trust anchor can be made of it: CA is not true',
    cure: 'Choose a CA’s certificate as the anchor.',
    basis: 'documented',
  },
  'anchor.may-sign': {
    title: 'The anchor may sign certificates',
    fault: 'No trust anchor can be made of it: keyCertSign is missing',
    cure: 'Choose a CA’s certificate with the key usage keyCertSign.',
    basis: 'documented',
  },
  'anchor.hash-strong': {
    title: 'The anchor is signed with SHA-256 or stronger',
    fault: 'No trust anchor can be made of it: its hash is weak',
    cure: 'Issue the CA’s certificate again with SHA-256.',
    basis: 'documented',
  },
  'anchor.signature-supported': {
    title: 'The anchor is signed in a way that AWS names',
    fault: 'No trust anchor can be made of it: AWS names no such signature',
    cure: 'Make the CA an RSA or an EC key, and issue its certificate again.',
    basis: 'modelled',
  },
};

/** The finding that decided a check, or the first one. */
export const decisive = ({ findings }: TrialCheck): FieldFinding | undefined =>
  findings.find(({ met }) => !met) ?? findings[0];

/** What is wrong where a check fails, and what to do about it: not all that breaks a rule does so in one way. */
export function wrongWith(
  check: TrialCheck,
  end: Trial['end'],
): Pick<Requirement, 'fault' | 'cure'> {
  if (check.rule === 'path.names-chain' && end === 'loop') {
    return {
      fault: 'The way up goes round in a loop',
      cure: 'Send another certificate of one of these CAs: one that a CA outside the loop signed.',
    };
  }
  if (check.rule === 'path.signatures-verify' && decisive(check)?.value === 'unsupported') {
    return {
      fault: 'A signature is of a kind that cannot be verified here',
      cure: 'Let a CA with an RSA or an EC key sign it.',
    };
  }
  return REQUIREMENTS[check.rule];
}

/** A result in the words that verdicts have. */
export const RESULT_WORDS = {
  pass: 'PASS',
  fail: 'FAIL',
  'not-reached': 'NOT REACHED',
} as const;

/** How a trial ends, in one sentence. */
export function trialSentence(trial: Trial): string {
  const refusal = refusalOf(trial);
  if (!refusal) {
    return trial.checks.every(({ result }) => result === 'pass')
      ? 'The certificate meets every requirement, and its path reaches the trust anchor.'
      : 'Nothing was refused so far.';
  }
  const more = trial.checks.filter(({ result }) => result === 'fail').length - 1;
  const besides =
    more === 0
      ? ''
      : ` ${more === 1 ? 'One more requirement is' : `${more} more requirements are`} not met.`;
  return `${wrongWith(refusal, trial.end).fault}.${besides}`;
}

/** What stands above the top of a path that does not reach the anchor, in a sentence. */
export function aboveWords(end: Exclude<Trial['end'], 'anchor'>, issuer: string): string {
  switch (end) {
    case 'no issuer':
    case 'too long':
      return `The next certificate up would be ${issuer}.`;
    case 'own issuer':
      return `The certificate of ${issuer} names itself as its issuer, so nothing comes above it.`;
    case 'loop':
      return `Its issuer, ${issuer}, stands on the path already: the way goes round in a loop.`;
    default:
      return unreachable(end);
  }
}

/** Where a path ends, in words, after “This path”. */
export function endWords(end: Trial['end']): string {
  switch (end) {
    case 'anchor':
      return 'reaches the trust anchor';
    case 'no issuer':
      return 'breaks off: nobody sent its next issuer';
    case 'own issuer':
      return 'ends at a certificate that names itself as its issuer and is not the trust anchor';
    case 'loop':
      return 'goes round in a loop: its next issuer is on it already';
    case 'too long':
      return 'is longer than ten certificates';
    default:
      return unreachable(end);
  }
}
