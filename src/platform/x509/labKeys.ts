import { p256 } from '@noble/curves/nist.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Octets } from './ecdsa.ts';
import { EC, remembered, RSA } from './freshKeys.ts';
import { RSA_KEYS } from './rsaKeys.ts';

/** Keys for certificates of the lab: fixed ones, with which the same certificate has the same bytes for ever, or fresh ones. */

/** An elliptic key named by a label, or one of the fixed RSA keys. */
export type KeySpec = `ec:${string}` | `rsa:${keyof typeof RSA_KEYS}`;

/** Makes or finds the keys of a name; the same name gives the same keys. */
export type KeyMaker = (spec: KeySpec) => Promise<CryptoKeyPair>;

/** The secrets of keys that were derived from labels. */
const secrets = new WeakMap<CryptoKey, Uint8Array>();

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The pair of a private JSON Web Key. */
async function imported(
  subtle: SubtleCrypto,
  key: JsonWebKey,
  algorithm: typeof EC | typeof RSA,
): Promise<CryptoKeyPair> {
  const { kty, crv, x, y, n, e } = key;
  const open = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JsonWebKey;
  return {
    privateKey: await subtle.importKey('jwk', key, algorithm, true, ['sign']),
    publicKey: await subtle.importKey('jwk', open, algorithm, true, ['verify']),
  };
}

async function fixedKey(subtle: SubtleCrypto, spec: KeySpec): Promise<CryptoKeyPair> {
  if (spec.startsWith('rsa:')) {
    // The other member of the union of specs.
    return imported(subtle, RSA_KEYS[spec.slice(4) as keyof typeof RSA_KEYS], RSA);
  }
  const label = Uint8Array.from(utf8ToBytes(`shortlived lab key ${spec}`));
  const seed = new Uint8Array(await subtle.digest('SHA-512', label)).subarray(0, 48);
  const { secretKey, publicKey } = p256.keygen(seed);
  const point = p256.Point.fromBytes(publicKey).toBytes(false);
  const x = base64Url(point.subarray(1, 33));
  const y = base64Url(point.subarray(33));
  const key = { kty: 'EC', crv: 'P-256', x, y, d: base64Url(secretKey) };
  const pair = await imported(subtle, key, EC);
  secrets.set(pair.privateKey, secretKey);
  return pair;
}

/** The fixed keys: published, and so worth nothing. */
export const fixedKeys = (subtle: SubtleCrypto): KeyMaker =>
  remembered(async (spec) => fixedKey(subtle, spec));

/** The hash an ECDSA signature is made over. */
function hashOf(algorithm: AlgorithmIdentifier | EcdsaParams): AlgorithmIdentifier {
  return typeof algorithm === 'object' && 'hash' in algorithm ? algorithm.hash : 'SHA-256';
}

/** A method that keeps its own `this`, or the value as it is. */
const bound = (target: object, name: PropertyKey): unknown => {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
};

/** The browser's cryptography, but that derived elliptic keys sign the same bytes every time (RFC 6979). */
export function steadyCrypto(crypto: Crypto): Crypto {
  const sign = async (
    algorithm: AlgorithmIdentifier | EcdsaParams,
    key: CryptoKey,
    data: BufferSource,
  ): Promise<ArrayBuffer> => {
    const secret = secrets.get(key);
    if (!secret) return crypto.subtle.sign(algorithm, key, data);
    const digest = new Uint8Array(await crypto.subtle.digest(hashOf(algorithm), data));
    const sides: Octets = Uint8Array.from(
      p256.sign(digest, secret, { prehash: false, lowS: false }),
    );
    return sides.buffer;
  };
  const subtle = new Proxy(crypto.subtle, {
    get: (target, name) => (name === 'sign' ? sign : bound(target, name)),
  });
  return new Proxy(crypto, {
    get: (target, name) => (name === 'subtle' ? subtle : bound(target, name)),
  });
}
