import type { CredentialScope } from '../sigv4/credentialScope.ts';
import type { Signature } from '../sigv4/signature.ts';

/** A signature box by box: what signer and verifier both compute, each from what it has. */

export const BOX_IDS = [
  'canonical-request',
  'hash',
  'string-to-sign',
  'k-date',
  'k-region',
  'k-service',
  'k-signing',
  'signature',
  'claim',
] as const;
export type BoxId = (typeof BOX_IDS)[number];

/** What a box is made of beside other boxes: the parts of the request, and the secret key. */
export type Origin = BoxId | 'request' | 'secret';

/** One value on the way to a signature. */
export interface Box {
  readonly id: BoxId;
  readonly text: string;
  readonly from: readonly Origin[];
  /** What a rung of the key ladder adds to the rung before; empty for other boxes. */
  readonly adds: string;
}

/** Where each value comes from (sig-v4-header-based-auth, tasks 1 to 3). */
const FROM: Readonly<Record<BoxId, readonly Origin[]>> = {
  'canonical-request': ['request'],
  hash: ['canonical-request'],
  'string-to-sign': ['request', 'hash'],
  'k-date': ['secret', 'request'],
  'k-region': ['k-date', 'request'],
  'k-service': ['k-region', 'request'],
  'k-signing': ['k-service'],
  signature: ['k-signing', 'string-to-sign'],
  claim: ['request'],
};

/** A signature with the scope it is good for. */
export type ScopedSignature = Signature & { readonly scope: CredentialScope };

/** All boxes of a signature, in the order they are computed; `claim` is the signature that the request carries. */
export function derivation(
  { canonicalRequest, stringToSign, signingKey, signature, scope }: ScopedSignature,
  claim: string,
): readonly Box[] {
  const texts: Readonly<Record<BoxId, string>> = {
    'canonical-request': canonicalRequest,
    // The string to sign ends with it (sig-v4-header-based-auth, task 2).
    hash: stringToSign.slice(stringToSign.lastIndexOf('\n') + 1),
    'string-to-sign': stringToSign,
    'k-date': signingKey.kDate,
    'k-region': signingKey.kRegion,
    'k-service': signingKey.kService,
    'k-signing': signingKey.kSigning,
    signature,
    claim,
  };
  const added: Readonly<Partial<Record<BoxId, string>>> = {
    'k-date': scope.day,
    'k-region': scope.region,
    'k-service': scope.service,
    'k-signing': scope.terminal,
  };
  return BOX_IDS.map((id) => ({ id, text: texts[id], from: FROM[id], adds: added[id] ?? '' }));
}
