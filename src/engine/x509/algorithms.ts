import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hash, PublicKey, SignatureAlgorithm } from './certificate.ts';
import { constructed, NOTHING, open, readWhole, TAG, take, takeIf } from './der.ts';
import type { DerNode, Parts, Reading } from './der.ts';
import { contentOf, readBits, readCount, readInteger, readOid } from './derValues.ts';

type Known = Omit<SignatureAlgorithm, 'oid'>;

/** Signature algorithms by OID, with the names that OpenSSL prints (RFC 3279, 4055, 5758, 8410, 9881). */
const SIGNATURES: Readonly<Record<string, Known>> = {
  '1.2.840.113549.1.1.2': { name: 'md2WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { name: 'md5WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { name: 'sha1WithRSAEncryption', scheme: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.2.840.113549.1.1.10': { name: 'rsassaPss', scheme: 'rsa-pss', hash: 'SHA-1', saltLength: 20 },
  '1.2.840.113549.1.1.11': {
    name: 'sha256WithRSAEncryption',
    scheme: 'rsa-pkcs1',
    hash: 'SHA-256',
  },
  '1.2.840.113549.1.1.12': {
    name: 'sha384WithRSAEncryption',
    scheme: 'rsa-pkcs1',
    hash: 'SHA-384',
  },
  '1.2.840.113549.1.1.13': {
    name: 'sha512WithRSAEncryption',
    scheme: 'rsa-pkcs1',
    hash: 'SHA-512',
  },
  '1.2.840.113549.1.1.14': {
    name: 'sha224WithRSAEncryption',
    scheme: 'rsa-pkcs1',
    hash: 'SHA-224',
  },
  '1.2.840.10045.4.1': { name: 'ecdsa-with-SHA1', scheme: 'ecdsa', hash: 'SHA-1' },
  '1.2.840.10045.4.3.1': { name: 'ecdsa-with-SHA224', scheme: 'ecdsa', hash: 'SHA-224' },
  '1.2.840.10045.4.3.2': { name: 'ecdsa-with-SHA256', scheme: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { name: 'ecdsa-with-SHA384', scheme: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { name: 'ecdsa-with-SHA512', scheme: 'ecdsa', hash: 'SHA-512' },
  '1.2.840.10040.4.3': { name: 'dsaWithSHA1', scheme: 'dsa', hash: 'SHA-1' },
  '2.16.840.1.101.3.4.3.1': { name: 'dsa_with_SHA224', scheme: 'dsa', hash: 'SHA-224' },
  '2.16.840.1.101.3.4.3.2': { name: 'dsa_with_SHA256', scheme: 'dsa', hash: 'SHA-256' },
  '1.3.101.112': { name: 'ED25519', scheme: 'eddsa' },
  '1.3.101.113': { name: 'ED448', scheme: 'eddsa' },
  '2.16.840.1.101.3.4.3.17': { name: 'ML-DSA-44', scheme: 'ml-dsa' },
  '2.16.840.1.101.3.4.3.18': { name: 'ML-DSA-65', scheme: 'ml-dsa' },
  '2.16.840.1.101.3.4.3.19': { name: 'ML-DSA-87', scheme: 'ml-dsa' },
};

const HASH_OIDS: Readonly<Record<string, Hash>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const PSS = '1.2.840.113549.1.1.10';

/** Reads the AlgorithmIdentifier of a signature (RFC 5280, 4.1.1.2). */
export function readSignatureAlgorithm(reading: Reading, node: DerNode): SignatureAlgorithm {
  const parts = open(reading, node, TAG.sequence, 'a signature algorithm');
  const oid = readOid(reading, take(reading, parts, [TAG.oid], 'the OID of an algorithm'));
  const known = SIGNATURES[oid] ?? { name: oid, scheme: 'unknown' };
  return oid === PSS ? { oid, ...known, ...readPss(reading, parts) } : { oid, ...known };
}

/** Reads RSASSA-PSS-params (RFC 4055, 3.1): SHA-1 and 20 bytes of salt where they say nothing. */
function readPss(reading: Reading, parts: Parts): Partial<SignatureAlgorithm> {
  const given = takeIf(parts, TAG.sequence)?.parts ?? [];
  const inside = (n: number) => given.find(({ tag }) => tag === constructed(n))?.parts[0];
  const [hash, salt] = [inside(0), inside(2)];
  const named = hash && HASH_OIDS[readOid(reading, hash.parts[0] ?? NOTHING)];
  return {
    // A hash nobody here knows leaves the scheme unknown, so that it is never taken for verified.
    ...(hash ? (named ? { hash: named } : { scheme: 'unknown' }) : {}),
    ...(salt ? { saltLength: readCount(reading, salt) } : {}),
  };
}

const CURVES: Readonly<Record<string, { readonly curve: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', bits: 256 },
  '1.3.132.0.34': { curve: 'P-384', bits: 384 },
  '1.3.132.0.35': { curve: 'P-521', bits: 521 },
  '1.3.132.0.33': { curve: 'P-224', bits: 224 },
  '1.3.132.0.10': { curve: 'secp256k1', bits: 256 },
};

const FIXED_KEYS: Readonly<Record<string, PublicKey>> = {
  '1.3.101.112': { kind: 'ed25519' },
  '1.3.101.113': { kind: 'ed448' },
  '2.16.840.1.101.3.4.3.17': { kind: 'ml-dsa', set: '44' },
  '2.16.840.1.101.3.4.3.18': { kind: 'ml-dsa', set: '65' },
  '2.16.840.1.101.3.4.3.19': { kind: 'ml-dsa', set: '87' },
};

const RSA_KEYS = ['1.2.840.113549.1.1.1', PSS];
const EC_KEY = '1.2.840.10045.2.1';
const DSA_KEY = '1.2.840.10040.4.1';

/** Reads a SubjectPublicKeyInfo as far as kind and size (RFC 5280, 4.1.2.7). */
export function readPublicKey(reading: Reading, node: DerNode): PublicKey {
  const parts = open(reading, node, TAG.sequence, 'the public key');
  const algorithm = take(reading, parts, [TAG.sequence], 'the algorithm of the key');
  const key = take(reading, parts, [TAG.bitString], 'the key');
  const [type = NOTHING, parameters] = algorithm.parts;
  const oid = readOid(reading, type);
  if (RSA_KEYS.includes(oid)) return readRsaKey(reading, key);
  if (oid === EC_KEY) {
    const curve = parameters?.tag === TAG.oid ? readOid(reading, parameters) : 'of its own';
    return { kind: 'ec', ...(CURVES[curve] ?? { curve, bits: 0 }) };
  }
  if (oid === DSA_KEY) {
    const prime = parameters?.parts[0];
    return { kind: 'dsa', bits: prime ? bitLength(contentOf(reading, prime)) : 0 };
  }
  return FIXED_KEYS[oid] ?? { kind: 'unknown', oid };
}

function readRsaKey(reading: Reading, node: DerNode): PublicKey {
  readBits(reading, node);
  const inside = readWhole(reading, { start: node.content.start + 1, end: node.content.end });
  const parts = open(reading, inside, TAG.sequence, 'an RSA key');
  const modulus = take(reading, parts, [TAG.integer], 'the modulus');
  const exponent = readInteger(reading, take(reading, parts, [TAG.integer], 'the exponent'));
  return { kind: 'rsa', bits: bitLength(contentOf(reading, modulus)), exponent: exponent.decimal };
}

/** The bits of a positive INTEGER's content octets. */
function bitLength(bytes: Uint8Array): number {
  const hex = bytesToHex(bytes).replace(/^0+/, '');
  return hex === ''
    ? 0
    : 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}
