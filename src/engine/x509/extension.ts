import type { Instant } from '../time.ts';
import type { ByteRange, SerialNumber } from './certificate.ts';
import type { DistinguishedName } from './name.ts';

/** Extensions of certificates, lists and revocations, read as far as RFC 5280 defines them. */

export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

/** A name of any kind (RFC 5280, 4.2.1.6). */
export type GeneralName =
  | { readonly kind: 'DNS'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'URI'; readonly value: string }
  | { readonly kind: 'Name'; readonly value: DistinguishedName }
  /** An address, or, in a constraint, an address with its mask behind it; octets in hex. */
  | { readonly kind: 'IP'; readonly octets: string }
  | { readonly kind: 'RID'; readonly oid: string }
  | { readonly kind: 'otherName'; readonly oid: string; readonly der: string }
  | { readonly kind: 'x400' | 'ediParty'; readonly der: string };

export interface DistributionPoint {
  readonly names: readonly GeneralName[];
  /** The point is named relative to its issuer, which nobody here resolves. */
  readonly isRelative: boolean;
  /** Present where the point serves some reasons only. */
  readonly reasons?: readonly string[];
  readonly issuer?: readonly GeneralName[];
}

export const REVOCATION_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** An object identifier, with the name that RFC 5280 or OpenSSL gives it where there is one. */
export interface NamedOid {
  readonly oid: string;
  readonly name?: string;
}

export type ExtensionValue =
  | { readonly kind: 'basicConstraints'; readonly ca: boolean; readonly pathLength?: number }
  | { readonly kind: 'keyUsage'; readonly usages: readonly KeyUsage[] }
  | { readonly kind: 'extKeyUsage'; readonly purposes: readonly NamedOid[] }
  | {
      readonly kind: 'subjectAltName' | 'issuerAltName';
      readonly names: readonly GeneralName[];
    }
  | { readonly kind: 'subjectKeyIdentifier'; readonly keyId: string }
  | {
      readonly kind: 'authorityKeyIdentifier';
      readonly keyId?: string;
      readonly issuer?: readonly GeneralName[];
      readonly serialNumber?: SerialNumber;
    }
  | {
      readonly kind: 'nameConstraints';
      readonly permitted: readonly GeneralName[];
      readonly excluded: readonly GeneralName[];
    }
  | { readonly kind: 'certificatePolicies'; readonly policies: readonly NamedOid[] }
  | {
      readonly kind: 'policyMappings';
      readonly mappings: readonly { readonly issuer: string; readonly subject: string }[];
    }
  | {
      readonly kind: 'policyConstraints';
      readonly requireExplicitPolicy?: number;
      readonly inhibitPolicyMapping?: number;
    }
  | { readonly kind: 'inhibitAnyPolicy'; readonly skipCertificates: number }
  | {
      readonly kind: 'cRLDistributionPoints' | 'freshestCRL';
      readonly points: readonly DistributionPoint[];
    }
  | {
      readonly kind: 'authorityInfoAccess';
      readonly entries: readonly { readonly method: NamedOid; readonly location: GeneralName }[];
    }
  | { readonly kind: 'cRLNumber' | 'deltaCRLIndicator'; readonly number: string }
  | {
      readonly kind: 'issuingDistributionPoint';
      readonly names: readonly GeneralName[];
      readonly isRelative: boolean;
      readonly only?: 'userCerts' | 'caCerts' | 'attributeCerts';
      readonly someReasons: boolean;
      readonly indirect: boolean;
    }
  | { readonly kind: 'reasonCode'; readonly reason: RevocationReason }
  | { readonly kind: 'invalidityDate'; readonly at: Instant }
  | { readonly kind: 'certificateIssuer'; readonly names: readonly GeneralName[] }
  /** Nobody here knows the OID; kept as it is. */
  | { readonly kind: 'unknown'; readonly der: string }
  /** The OID is known, but its value breaks the syntax: never accepted. */
  | { readonly kind: 'malformed'; readonly der: string; readonly problem: string };

export interface Extension {
  readonly oid: string;
  /** The name that RFC 5280 gives it; the OID where it gives none. */
  readonly name: string;
  readonly critical: boolean;
  readonly value: ExtensionValue;
  readonly range: ByteRange;
  /** The bytes inside the OCTET STRING. */
  readonly valueRange: ByteRange;
}

type Kind = ExtensionValue['kind'];

/** The member of the union whose kind may be `K`. */
type ValueOf<K extends Kind, V = ExtensionValue> = V extends { readonly kind: infer Own }
  ? K extends Own
    ? V
    : never
  : never;

/** The value of the first extension of a kind; undefined where there is none. */
export function extensionOf<K extends Kind>(
  { extensions }: { readonly extensions: readonly Extension[] },
  kind: K,
): ValueOf<K> | undefined {
  const found = extensions.find(({ value }) => value.kind === kind)?.value;
  // The kind was just compared.
  return found as ValueOf<K> | undefined;
}
