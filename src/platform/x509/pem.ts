import type { Certificate, CertificateList } from '#engine/x509/certificate.ts';

/** A label of a PEM block. */
export type PemLabel = 'CERTIFICATE' | 'X509 CRL' | 'CERTIFICATE REQUEST' | 'PRIVATE KEY';

/** Base64 as a PEM block, 64 characters a line (RFC 7468, 2). */
export const formatPem = (label: PemLabel, base64: string): string =>
  `-----BEGIN ${label}-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;

/** A certificate or list as the PEM file that openssl reads. */
export const pemOf = ({ kind, der }: Certificate | CertificateList): string =>
  formatPem(kind === 'list' ? 'X509 CRL' : 'CERTIFICATE', der);
