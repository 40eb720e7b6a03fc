import type { Fingerprint, X509Material } from '#engine/x509/certificate.ts';

import type { LabCertificateName, LabListName } from './lab.ts';

/** The certificates of the lab as a story names them: loaded with the words of its subject, not with the story. */
export interface Pki {
  readonly material: X509Material;
  readonly certificate: (name: LabCertificateName) => Fingerprint;
  readonly list: (name: LabListName) => Fingerprint;
  /** The name of a certificate of the lab: whose key signs hangs on it. */
  readonly nameOf: (id: Fingerprint) => LabCertificateName | undefined;
}
