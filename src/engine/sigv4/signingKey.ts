import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { remembered } from '../remembered.ts';
import { type CredentialScope, formatScope } from './credentialScope.ts';

/** The rungs from the secret key to the signing key, in hex, and the signing key's bytes. */
export interface SigningKey {
  readonly scope: string;
  readonly kDate: string;
  readonly kRegion: string;
  readonly kService: string;
  readonly kSigning: string;
  readonly bytes: Uint8Array;
}

/** What a key is good for: all of the scope but the key id. */
type Scope = Omit<CredentialScope, 'accessKeyId'>;

const mac = (key: Uint8Array, text: string): Uint8Array => hmac(sha256, key, utf8ToBytes(text));

/** Makes the key of one day, region and service from a secret. */
export type DeriveKey = (secretAccessKey: string, scope: Scope) => SigningKey;

/** Derives the key of one day, region and service: each rung is the HMAC of the next part under the rung before (sig-v4-header-based-auth). */
export function signingKey(secretAccessKey: string, scope: Scope): SigningKey {
  const kDate = mac(utf8ToBytes(`AWS4${secretAccessKey}`), scope.day);
  const kRegion = mac(kDate, scope.region);
  const kService = mac(kRegion, scope.service);
  const kSigning = mac(kService, scope.terminal);
  return {
    scope: formatScope(scope),
    kDate: bytesToHex(kDate),
    kRegion: bytesToHex(kRegion),
    kService: bytesToHex(kService),
    kSigning: bytesToHex(kSigning),
    bytes: kSigning,
  };
}

const remember = remembered(
  ({ secretAccessKey, scope }: { secretAccessKey: string; scope: Scope }) =>
    signingKey(secretAccessKey, scope),
  ({ secretAccessKey, scope }) => `${secretAccessKey}/${formatScope(scope)}`,
);

/** The same key, derived once: signers and services keep it for its day. For the lab's own secrets, never for pasted ones. */
export const keptKey: DeriveKey = (secretAccessKey, scope) => remember({ secretAccessKey, scope });

/** Task 3 of Signature Version 4: the lower-case hex HMAC of the string to sign (sig-v4-header-based-auth). */
export const signWith = (key: SigningKey, stringToSign: string): string =>
  bytesToHex(mac(key.bytes, stringToSign));
