import type { KeyMaker, KeySpec } from './labKeys.ts';

/** New keys for the names of the lab. */

export const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** A maker that gives the same keys for the same name. */
export const remembered = (make: (spec: KeySpec) => Promise<CryptoKeyPair>): KeyMaker => {
  const made = new Map<KeySpec, Promise<CryptoKeyPair>>();
  return async (spec) => {
    const pair = made.get(spec) ?? make(spec);
    made.set(spec, pair);
    return pair;
  };
};

/** New keys, known to this page alone and gone with it; the weak one comes from elsewhere, since no browser makes it. */
export const freshKeys = (subtle: SubtleCrypto, weak?: KeyMaker): KeyMaker =>
  remembered(async (spec) => {
    if (spec === 'rsa:weak' && weak) return weak(spec);
    const rsa = { ...RSA, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
    return subtle.generateKey(spec.startsWith('rsa:') ? rsa : EC, true, ['sign', 'verify']);
  });
