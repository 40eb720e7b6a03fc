import type { SignedMessage } from './canonicalRequest.ts';
import type { CredentialScope } from './credentialScope.ts';
import { signMessage } from './signature.ts';
import { type DeriveKey, type SigningKey, signingKey } from './signingKey.ts';

/** What the server computed, beside the signature that came with the call. */
export interface Verification {
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  readonly signingKey: SigningKey;
  readonly scope: CredentialScope;
  readonly signedHeaders: string;
  readonly expected: string;
  readonly provided: string;
  readonly matches: boolean;
}

/** What a call says of its own signature: `date` as X-Amz-Date has it, header names between semicolons. */
export interface SignatureClaim {
  readonly scope: CredentialScope;
  readonly date: string;
  readonly signedHeaders: string;
  readonly provided: string;
}

/** The secret that belongs to the key id, and how a signing key is derived from it. */
interface Secret {
  readonly secretAccessKey: string;
  readonly derive?: DeriveKey;
}

/** Signs a message again with the secret that belongs to the key id, and compares (sig-v4-header-based-auth). */
export function verification(
  message: SignedMessage,
  { scope, date, signedHeaders, provided }: SignatureClaim,
  { secretAccessKey, derive = signingKey }: Secret,
): Verification {
  const { signature: expected, ...steps } = signMessage(message, {
    date,
    signedHeaders: signedHeaders.split(';'),
    signingKey: derive(secretAccessKey, scope),
  });
  return { ...steps, scope, signedHeaders, expected, provided, matches: expected === provided };
}
