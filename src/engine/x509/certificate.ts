import type { Instant } from '../time.ts';
import type { Extension } from './extension.ts';
import type { DistinguishedName } from './name.ts';

/** What the bytes of a certificate say, as plain data. Whether it may be trusted is decided elsewhere. */

/** The SHA-256 of a certificate's or a list's DER, in lower-case hex. */
export type Fingerprint = string;

/** Bytes of the DER from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A serial number in the forms that AWS uses. */
export interface SerialNumber {
  /** Lower-case hex of the number with an even count of digits and no sign octet: AWS's default role session name. */
  readonly hex: string;
  /** The number in decimal, as `Credential=` of the Authorization header wants it. */
  readonly decimal: string;
}

export const HASHES = ['MD2', 'MD5', 'SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
export type Hash = (typeof HASHES)[number];

/** How a certificate or a list was signed. */
export interface SignatureAlgorithm {
  readonly oid: string;
  /** The name OpenSSL prints, such as `ecdsa-with-SHA256`; the OID where it has none. */
  readonly name: string;
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'dsa' | 'eddsa' | 'ml-dsa' | 'unknown';
  /** Absent where the scheme takes the text itself, or is not known. */
  readonly hash?: Hash;
  /** RSASSA-PSS only, in bytes. */
  readonly saltLength?: number;
}

export type PublicKey =
  | { readonly kind: 'rsa'; readonly bits: number; readonly exponent: string }
  | { readonly kind: 'ec'; readonly curve: string; readonly bits: number }
  | { readonly kind: 'dsa'; readonly bits: number }
  | { readonly kind: 'ed25519' | 'ed448' }
  | { readonly kind: 'ml-dsa'; readonly set: '44' | '65' | '87' }
  | { readonly kind: 'unknown'; readonly oid: string };

/** The fields of a certificate whose bytes can be marked; extensions carry their own ranges. */
export const CERTIFICATE_FIELDS = [
  'tbsCertificate',
  'version',
  'serialNumber',
  'signature',
  'issuer',
  'validity',
  'notBefore',
  'notAfter',
  'subject',
  'subjectPublicKeyInfo',
  'extensions',
  'signatureAlgorithm',
  'signatureValue',
] as const;
export type CertificateField = (typeof CERTIFICATE_FIELDS)[number];

export interface Certificate {
  readonly kind: 'certificate';
  readonly id: Fingerprint;
  /** 1, 2 or 3, as people count; the encoding is one less. */
  readonly version: number;
  readonly serialNumber: SerialNumber;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** Both ends belong to the validity (RFC 5280, 4.1.2.5). */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** The same algorithm stands inside the signed part; RFC 5280, 4.1.1.2, wants both equal. */
  readonly algorithmsAgree: boolean;
  readonly extensions: readonly Extension[];
  /** The whole certificate, base64 in one line: what X-Amz-X509 carries. */
  readonly der: string;
  /** A field that is absent (version of v1, extensions) has no range. */
  readonly ranges: Readonly<Partial<Record<CertificateField, ByteRange>>>;
}

export const LIST_FIELDS = [
  'tbsCertList',
  'signature',
  'issuer',
  'thisUpdate',
  'nextUpdate',
  'revokedCertificates',
  'extensions',
  'signatureAlgorithm',
  'signatureValue',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** One revoked certificate of a list. */
export interface Revocation {
  readonly serialNumber: SerialNumber;
  readonly revokedAt: Instant;
  readonly extensions: readonly Extension[];
  readonly range: ByteRange;
}

/** A certificate revocation list (RFC 5280, 5). */
export interface CertificateList {
  readonly kind: 'list';
  readonly id: Fingerprint;
  readonly version: number;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Instant;
  readonly nextUpdate?: Instant;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly algorithmsAgree: boolean;
  readonly revoked: readonly Revocation[];
  readonly extensions: readonly Extension[];
  readonly der: string;
  readonly ranges: Readonly<Partial<Record<ListField, ByteRange>>>;
}

/** Whether the signature on `child`, a certificate or a list, was verified with the key of `issuer`. */
export interface VerifiedSignature {
  readonly child: Fingerprint;
  readonly issuer: Fingerprint;
  /** Unsupported: nobody here can compute it (MD2, DSA…), which never counts as valid. */
  readonly result: 'valid' | 'invalid' | 'unsupported';
}

/** Whether a signature over a text, made by CreateSession's caller, was verified with the key of a certificate. */
export interface VerifiedText {
  readonly certificate: Fingerprint;
  /** SHA-256 of the text that was signed (the string to sign), lower-case hex. */
  readonly text: string;
  /** The signature as the Authorization header carries it, lower-case hex. */
  readonly signature: string;
  readonly result: VerifiedSignature['result'];
}

/** Certificates and lists with the signatures that were verified among them: a pair that is not named counts as invalid. */
export interface X509Material {
  readonly certificates: readonly Certificate[];
  readonly lists: readonly CertificateList[];
  readonly verified: readonly VerifiedSignature[];
  readonly texts: readonly VerifiedText[];
}
