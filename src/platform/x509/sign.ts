import { bytesToHex } from '@noble/hashes/utils.js';
import { base64Bytes } from '#engine/sigv4/base64.ts';
import { derOfSides } from './ecdsa.ts';
import { formatPem } from './pem.ts';

/** What the holder of a private key does with it. */

/** Signs CreateSession's string to sign as AWS's helper does: RSA as PKCS#1 v1.5, ECDSA in DER, both over SHA-256; lower-case hex. */
export async function signText(
  { privateKey }: CryptoKeyPair,
  text: string,
  crypto: Crypto,
): Promise<string> {
  const { name } = privateKey.algorithm;
  const bytes = new TextEncoder().encode(text);
  const made = new Uint8Array(
    await crypto.subtle.sign({ name, hash: 'SHA-256' }, privateKey, bytes),
  );
  return bytesToHex(name === 'ECDSA' ? derOfSides(made) : made);
}

/** A private key of the lab as the PEM file that openssl and AWS's helper read (PKCS#8). */
export async function privateKeyPem(
  { privateKey }: CryptoKeyPair,
  crypto: Crypto,
): Promise<string> {
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', privateKey);
  return formatPem('PRIVATE KEY', base64Bytes(new Uint8Array(pkcs8)));
}
