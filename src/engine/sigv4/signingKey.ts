import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
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

const mac = (key: Uint8Array, text: string): Uint8Array => hmac(sha256, key, utf8ToBytes(text));

/** Derives the key of one day, region and service: each rung is the HMAC of the next part under the rung before (sig-v4-header-based-auth). */
export function signingKey(
  secretAccessKey: string,
  scope: Omit<CredentialScope, 'accessKeyId'>,
): SigningKey {
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

/** Task 3 of Signature Version 4: the lower-case hex HMAC of the string to sign (sig-v4-header-based-auth). */
export const signWith = (key: SigningKey, stringToSign: string): string =>
  bytesToHex(mac(key.bytes, stringToSign));
