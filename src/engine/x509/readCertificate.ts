import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64Bytes } from '../sigv4/base64.ts';
import { readPublicKey, readSignatureAlgorithm } from './algorithms.ts';
import type { ByteRange, Certificate } from './certificate.ts';
import { close, constructed, open, primitive, readWhole, TAG, take, takeIf } from './der.ts';
import type { DerFault, DerNode, Parts, Reading } from './der.ts';
import { derOf, readBits, readCount, readInteger, readTime } from './derValues.ts';
import { readExtensions } from './readExtension.ts';
import { readName } from './readName.ts';

/** What reading bytes gave: the facts, or the place where they break off. */
export type Read<T> = { readonly value: T } | { readonly fault: DerFault };

/** The outermost shape that certificates and lists share: what was signed, how, and the signature. */
export interface Signed {
  readonly tbs: DerNode;
  readonly algorithm: DerNode;
  readonly signature: DerNode;
}

/** Opens what certificates and lists share (RFC 5280, 4.1.1 and 5.1.1). */
export function openSigned(reading: Reading, node: DerNode): Signed {
  const parts = open(reading, node, TAG.sequence, 'a certificate or list');
  const tbs = take(reading, parts, [TAG.sequence], 'what is signed');
  const algorithm = take(reading, parts, [TAG.sequence], 'the signature algorithm');
  const signature = take(reading, parts, [TAG.bitString], 'the signature');
  close(reading, parts);
  readBits(reading, signature);
  return { tbs, algorithm, signature };
}

/** The identity, the bytes and the algorithm of what was signed. */
export function readSigned(reading: Reading, { algorithm }: Signed, inner: DerNode) {
  return {
    id: bytesToHex(sha256(reading.bytes)),
    der: base64Bytes(reading.bytes),
    signatureAlgorithm: readSignatureAlgorithm(reading, algorithm),
    algorithmsAgree: derOf(reading, algorithm) === derOf(reading, inner),
  };
}

/** The ranges of the elements that are there. */
export const rangesOf = <Field extends string>(
  nodes: Readonly<Record<Field, DerNode | undefined>>,
): Readonly<Partial<Record<Field, ByteRange>>> => {
  const ranges: Partial<Record<Field, ByteRange>> = {};
  // The keys of a record are its fields.
  for (const field of Object.keys(nodes) as Field[]) {
    const range = nodes[field]?.range;
    if (range) ranges[field] = range;
  }
  return ranges;
};

const TIMES = [TAG.utcTime, TAG.generalizedTime];

/** Takes a time, of either type. */
export const takeTime = (reading: Reading, parts: Parts, what: string): DerNode =>
  take(reading, parts, TIMES, what);

/** Takes what `[n]` explicitly holds, if it is there. */
export const takeExplicit = (parts: Parts, n: number): DerNode | undefined =>
  takeIf(parts, constructed(n))?.parts[0];

/** Reads a DER certificate (RFC 5280, 4.1): its facts, or the first place where the syntax breaks. */
export function readCertificate(bytes: Uint8Array): Read<Certificate> {
  const reading: Reading = { bytes };
  const signed = openSigned(reading, readWhole(reading, { start: 0, end: bytes.length }));
  const parts = open(reading, signed.tbs, TAG.sequence, 'the certificate');
  const version = takeExplicit(parts, 0);
  const serialNumber = take(reading, parts, [TAG.integer], 'the serial number');
  const signature = take(reading, parts, [TAG.sequence], 'the inner signature algorithm');
  const issuer = take(reading, parts, [TAG.sequence], 'the issuer');
  const validity = take(reading, parts, [TAG.sequence], 'the validity');
  const subject = take(reading, parts, [TAG.sequence], 'the subject');
  const key = take(reading, parts, [TAG.sequence], 'the public key');
  takeIf(parts, primitive(1));
  takeIf(parts, primitive(2));
  const extensions = takeExplicit(parts, 3);
  close(reading, parts);
  const times = { of: validity, next: 0 };
  const notBefore = takeTime(reading, times, 'the start of the validity');
  const notAfter = takeTime(reading, times, 'the end of the validity');
  if (reading.fault) return { fault: reading.fault };
  const value: Certificate = {
    kind: 'certificate',
    ...readSigned(reading, signed, signature),
    version: version ? readCount(reading, version) + 1 : 1,
    serialNumber: readInteger(reading, serialNumber),
    issuer: readName(reading, issuer),
    subject: readName(reading, subject),
    notBefore: readTime(reading, notBefore),
    notAfter: readTime(reading, notAfter),
    publicKey: readPublicKey(reading, key),
    extensions: readExtensions(reading, extensions),
    ranges: rangesOf({
      tbsCertificate: signed.tbs,
      version,
      serialNumber,
      signature,
      issuer,
      validity,
      notBefore,
      notAfter,
      subject,
      subjectPublicKeyInfo: key,
      extensions,
      signatureAlgorithm: signed.algorithm,
      signatureValue: signed.signature,
    }),
  };
  // Reading the fields may have met a fault; the stand-ins never leave this file.
  return reading.fault ? { fault: reading.fault } : { value };
}
