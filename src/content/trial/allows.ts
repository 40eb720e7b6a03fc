import type { Certificate } from '#engine/x509/certificate.ts';
import { extensionOf } from '#engine/x509/extension.ts';

import { spokenMoment } from '../dissect/moments.ts';
import { extensionText } from './extensionText.ts';

/** What a certificate allows whoever holds its private key, a sentence a thing. */

export interface Allowed {
  readonly isAllowed: boolean;
  readonly text: string;
}

const yes = (text: string): Allowed => ({ isAllowed: true, text });
const no = (text: string): Allowed => ({ isAllowed: false, text });

function signing(certificate: Certificate): Allowed {
  const usage = extensionOf(certificate, 'keyUsage');
  if (!usage) {
    return no('Open a session: AWS wants a key usage with digitalSignature, and it has none.');
  }
  return usage.usages.includes('digitalSignature')
    ? yes('Sign a CreateSession request: its key usage has digitalSignature.')
    : no('Open a session: its key usage has no digitalSignature.');
}

function issuing(certificate: Certificate): Allowed {
  const basic = extensionOf(certificate, 'basicConstraints');
  const usages = extensionOf(certificate, 'keyUsage')?.usages;
  if (!basic?.ca) return no('Issue certificates: it is no CA.');
  if (usages && !usages.includes('keyCertSign')) {
    return no('Issue certificates: it is a CA, but its key usage has no keyCertSign.');
  }
  const { pathLength } = basic;
  if (pathLength === undefined) return yes('Issue certificates, and certify further CAs.');
  return yes(
    pathLength === 0
      ? 'Issue certificates, but certify no further CA: its path length is 0.'
      : `Issue certificates, with at most ${pathLength} more CAs below: that is its path length.`,
  );
}

function opening(certificate: Certificate): readonly Allowed[] {
  return extensionOf(certificate, 'basicConstraints')?.ca === true
    ? [no('Open a session by itself: AWS refuses a certificate with CA true.')]
    : [signing(certificate)];
}

/** What whoever holds the private key may do with the certificate. */
export function allowedBy(certificate: Certificate): readonly Allowed[] {
  const usages = extensionOf(certificate, 'keyUsage')?.usages ?? [];
  const purposes = extensionOf(certificate, 'extKeyUsage');
  const constraints = extensionOf(certificate, 'nameConstraints');
  const points = extensionOf(certificate, 'cRLDistributionPoints');
  return [
    ...opening(certificate),
    issuing(certificate),
    ...(usages.includes('cRLSign')
      ? [yes('Sign revocation lists: its key usage has cRLSign.')]
      : []),
    ...(constraints
      ? [no(`Certify every name. Its limits are ${extensionText(constraints)}.`)]
      : []),
    yes(
      `Be used from ${spokenMoment(certificate.notBefore)} to ${spokenMoment(certificate.notAfter)}, both included. A session may outlive it.`,
    ),
    ...(purposes
      ? [
          yes(
            `Serve ${extensionText(purposes)}. Roles Anywhere does not ask for an extended key usage.`,
          ),
        ]
      : []),
    ...(points
      ? [no('Be looked up in its distribution points: Roles Anywhere reads imported lists only.')]
      : []),
  ];
}
