import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { promised } from '../never.ts';
import { base64ToBytes } from '../sigv4/base64.ts';
import type { Certificate, CertificateList, VerifiedSignature } from '../x509/certificate.ts';
import { readCertificate } from '../x509/readCertificate.ts';
import { readList } from '../x509/readList.ts';
import { publicKeyBytes, signedBytes } from '../x509/signedBytes.ts';

/** Test support, no part of the app: real certificates and requests, with Node's cryptography to verify them. */

interface Vectors {
  readonly certificates: Readonly<Record<string, string>>;
  readonly list: string;
  readonly signing: readonly {
    readonly id: string;
    readonly region: string;
    readonly serial: string;
    readonly host: string;
    readonly query: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly signedHeaders: readonly string[];
    readonly body: string;
    readonly stringToSign: string;
    readonly authorization: string;
  }[];
  readonly serials: readonly { readonly hex: string; readonly decimal: string }[];
  readonly chain: readonly {
    readonly id: string;
    readonly leaf: string;
    readonly chainHeader: readonly string[];
    readonly anchor: readonly string[];
    readonly crl?: 'enabled' | 'disabled';
    readonly at: string;
    readonly expect:
      | 'ok'
      | 'refused'
      | { readonly status: number; readonly code: string; readonly message: string };
  }[];
  readonly identity: readonly {
    readonly certificate: string;
    readonly sourceIdentity?: string;
    readonly defaultRoleSessionName?: string | null;
    readonly attributeMappings?: readonly {
      readonly certificateField: 'x509Subject' | 'x509Issuer' | 'x509SAN';
      readonly mappingRules: readonly { readonly specifier: string }[];
    }[];
    readonly principalTags: Readonly<Record<string, string>>;
  }[];
}

// The file is ours; its shape is the interface above.
export const VECTORS = JSON.parse(
  readFileSync(new URL('createSession.vectors.json', import.meta.url), 'utf8'),
) as Vectors;

const bytesOf = (base64: string): Uint8Array =>
  promised(base64ToBytes(base64), 'the vectors are base64');

/** A certificate from its bytes. */
export function certificateFrom(base64: string): Certificate {
  const read = readCertificate(bytesOf(base64));
  if ('fault' in read) throw new Error(`Broken promise: a certificate ${read.fault.problem}`);
  return read.value;
}

export const CERTIFICATES: Readonly<Record<string, Certificate>> = Object.fromEntries(
  Object.entries(VECTORS.certificates).map(([name, der]) => [name, certificateFrom(der)]),
);

/** A certificate of the vectors by name. */
export const named = (name: string): Certificate =>
  promised(CERTIFICATES[name], `the vectors have ${name}`);

export const LIST: CertificateList = (() => {
  const read = readList(bytesOf(VECTORS.list));
  if ('fault' in read) throw new Error(`Broken promise: a list ${read.fault.problem}`);
  return read.value;
})();

/** Whether a signature over bytes verifies with the key of a certificate; RSA is PKCS #1 v1.5, EC is DER. */
export const isVerified = (
  by: Certificate,
  hash: string | undefined,
  signed: { readonly text: Uint8Array; readonly signature: Uint8Array },
): boolean =>
  verify(
    (hash ?? 'SHA-256').replace('-', ''),
    signed.text,
    createPublicKey({ key: Buffer.from(publicKeyBytes(by)), format: 'der', type: 'spki' }),
    signed.signature,
  );

/** Every pair of issuer and child among some certificates and lists, really verified. */
export const verifiedAmong = (
  certificates: readonly Certificate[],
  lists: readonly CertificateList[],
): readonly VerifiedSignature[] =>
  [...certificates, ...lists].flatMap((child) =>
    certificates.map((issuer): VerifiedSignature => {
      const { tbs, signature } = signedBytes(child);
      const valid = isVerified(issuer, child.signatureAlgorithm.hash, { text: tbs, signature });
      return { child: child.id, issuer: issuer.id, result: valid ? 'valid' : 'invalid' };
    }),
  );
