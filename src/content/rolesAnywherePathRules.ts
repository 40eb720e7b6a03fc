import type { CertificateEvidence, PathEvidence } from '#engine/evidence.ts';
import { unreachable } from '#engine/never.ts';
import type { Certificate, Fingerprint } from '#engine/x509/certificate.ts';
import type { EndEntityRuleId, IdentityRuleId } from '#engine/x509/endEntityRules.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import type { PathRuleId } from '#engine/x509/pathRules.ts';
import type { PathEnd } from '#engine/x509/paths.ts';
import { valuesOf } from '#engine/x509/name.ts';

import type { Said } from './ruleText.ts';

/** Certificates by themselves, their paths and their revocation, in words. */

/** Who a certificate is for, in a sentence: its common name, or that it has none. */
function spokenName(certificate: Certificate | undefined): string {
  const [name] = certificate ? valuesOf(certificate.subject, 'CN') : [];
  return name === undefined ? 'the certificate without a name' : `“${name}”`;
}

const certificateOf = (
  certificates: readonly Certificate[],
  id: Fingerprint | undefined,
): Certificate | undefined => certificates.find((one) => one.id === id);

type Short = readonly [label: string, title: string];

const UNFIT: Readonly<Record<EndEntityRuleId | IdentityRuleId, Short>> = {
  'leaf.version-3': ['it is no version 3 certificate', 'The certificate is of an old version'],
  'leaf.key-supported': ['AWS does not take this kind of key', 'The key is not one that AWS takes'],
  'leaf.hash-strong': ['it is signed with a weak hash', 'The CA signed with a weak hash'],
  'leaf.signature-supported': [
    'it is signed in a way that AWS does not name',
    'The CA signed in a way that AWS does not name',
  ],
  'leaf.digital-signature': [
    'its key may not make signatures',
    'The certificate is not for signatures',
  ],
  'leaf.not-a-ca': ['it is the certificate of a CA', 'A CA’s certificate opens no session'],
  'leaf.subject-named': ['the certificate has no subject', 'The certificate names nobody'],
};

/** Whether AWS takes such a certificate, whoever issued it. */
export function sayCertificate(
  { certificate, judgement }: CertificateEvidence,
  passed: boolean,
): Said {
  const { refusal } = judgement;
  const broken = refusal?.findings.find(({ met }) => !met);
  if (passed || !refusal || !broken) {
    return {
      label: 'the certificate is one that AWS takes',
      title: 'The certificate is of the right kind',
      caption:
        'Roles Anywhere asks for version 3, a key it knows, SHA-256 or stronger, digitalSignature, and no CA.',
      because: `The certificate of ${spokenName(certificate)} meets every requirement.`,
    };
  }
  const [label, title] = UNFIT[refusal.rule];
  return {
    label,
    title,
    ...(refusal.rule === 'leaf.signature-supported'
      ? {
          caption:
            'AWS names keys of RSA, EC and ML-DSA, and says nothing of a CA that signs in another way. That it is refused is modelled.',
          because: `Its ${broken.field} is “${broken.value}”, and that is not ${broken.wanted}.`,
        }
      : {
          caption:
            'Roles Anywhere takes no such certificate, whoever issued it; the error does not say why.',
          because: `Its ${broken.field} is “${broken.value}”, and AWS wants ${broken.wanted}.`,
        }),
  };
}

const BROKEN: Readonly<Record<PathRuleId, Short>> = {
  'path.names-chain': ['no path leads to the trust anchor', 'The way up breaks off'],
  'path.signatures-verify': ['a CA’s signature does not verify', 'A signature on the way is wrong'],
  'path.validity-holds': [
    'a certificate on the way is not valid',
    'A certificate has no time left',
  ],
  'path.issuers-are-cas': ['an issuer on the way is no CA', 'Somebody signed who is no CA'],
  'path.issuers-may-sign': ['an issuer may not sign certificates', 'A CA may not sign this'],
  'path.length-allowed': ['the path is longer than a CA allows', 'There is one CA too many'],
  'path.names-permitted': ['a CA may not issue for this name', 'The name is outside a CA’s limits'],
  'path.policies-valid': ['the policies of the path do not fit', 'The policies do not fit'],
  'path.extensions-understood': [
    'a critical extension is not understood',
    'An extension must be understood and is not',
  ],
};

/** Whether a path leads to the trust anchor. */
export function sayPath({ certificates, judged }: PathEvidence, passed: boolean): Said {
  const { chosen } = judged;
  const broken = chosen.refusal?.findings.find(({ met }) => !met);
  if (passed || !chosen.refusal || !broken) {
    const names = chosen.path.map((id) => spokenName(certificateOf(certificates, id)));
    return {
      label: 'the path leads to the trust anchor',
      title: 'The trust anchor’s CA stands behind it',
      caption:
        'Roles Anywhere climbs from the certificate, issuer by issuer, to one that the trust anchor holds.',
      because: `The path is ${names.join(', then ')}.`,
    };
  }
  const { rule } = chosen.refusal;
  const [label, title] = rule === 'path.not-revoked' ? BROKEN['path.names-chain'] : BROKEN[rule];
  return {
    label,
    title,
    caption:
      rule === 'path.names-chain'
        ? 'Roles Anywhere climbs from the certificate, issuer by issuer, and does not reach the trust anchor.'
        : 'Roles Anywhere climbs from the certificate, issuer by issuer, and finds a link that does not hold.',
    because:
      rule === 'path.names-chain'
        ? sayBreak(chosen.end, spokenName(certificateOf(certificates, broken.of)), broken.value)
        : sayFinding(certificates, broken),
  };
}

/** Why a path goes no further, in a sentence. */
function sayBreak(end: PathEnd, whose: string, issuer: string): string {
  switch (end) {
    case 'own issuer':
      return `The certificate of ${whose} names itself as its issuer, and the trust anchor does not hold it.`;
    case 'loop':
      return `The issuer of ${whose} is “${issuer}”, which is on the path already: the way goes round in a loop.`;
    case 'too long':
      return `The path is longer than ten certificates, and ends at ${whose}.`;
    case 'anchor':
    case 'no issuer':
      return `No certificate of “${issuer}” was sent or is in the trust anchor, and that is the issuer of ${whose}.`;
    default:
      return unreachable(end);
  }
}

/** What is wrong with a field, or what it says and should say: one sentence. */
function sayFinding(
  certificates: readonly Certificate[],
  { of, field, value, wanted, beside }: FieldFinding,
): string {
  const whose = spokenName(certificateOf(certificates, of));
  const above = spokenName(certificateOf(certificates, beside));
  switch (field) {
    case 'signatureValue':
      if (value === 'unsupported') {
        return `The signature on the certificate of ${whose} is of a kind that cannot be verified here.`;
      }
      return `The signature on the certificate of ${whose} does not verify with the public key of ${above}.`;
    case 'subject':
    case 'subjectAltName':
      return `The name “${value}” of ${whose} is none that ${above} may issue for.`;
    case 'unknown':
      return `An extension of ${whose} cannot be judged: ${value}.`;
    default:
      return `For ${whose}, ${field} is “${value}”; wanted is ${wanted}.`;
  }
}

/** Whether a list revokes a certificate of the path. */
export function sayRevocation(
  { certificates, judged, paths }: PathEvidence,
  passed: boolean,
): Said {
  const broken = judged.chosen.refusal?.findings.find(({ met }) => !met);
  if (passed || !broken) {
    return {
      label: 'no enabled list revokes it',
      title: 'The certificate is not revoked',
      caption:
        'Roles Anywhere looks into the revocation lists that were imported and enabled, and nowhere else.',
      because:
        paths.length === 0
          ? 'No revocation list was imported.'
          : 'No enabled list has its serial number.',
    };
  }
  return {
    label: 'an enabled list revokes it',
    title: 'The certificate is revoked',
    caption:
      'Roles Anywhere finds the certificate on a revocation list that was imported and enabled.',
    because: `The list has the serial number ${broken.value} of ${spokenName(certificateOf(certificates, broken.of))}.`,
  };
}
