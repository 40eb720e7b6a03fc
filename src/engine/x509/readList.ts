import type { CertificateList, Revocation } from './certificate.ts';
import { close, open, readWhole, TAG, take, takeIf } from './der.ts';
import type { DerNode, Reading } from './der.ts';
import { readCount, readInteger, readTime } from './derValues.ts';
import { openSigned, rangesOf, readSigned, takeExplicit, takeTime } from './readCertificate.ts';
import type { Read } from './readCertificate.ts';
import { readExtensions } from './readExtension.ts';
import { readName } from './readName.ts';

/** Reads a DER revocation list (RFC 5280, 5.1): its facts, or the first place where the syntax breaks. */
export function readList(bytes: Uint8Array): Read<CertificateList> {
  const reading: Reading = { bytes };
  const signed = openSigned(reading, readWhole(reading, { start: 0, end: bytes.length }));
  const parts = open(reading, signed.tbs, TAG.sequence, 'the list');
  const version = takeIf(parts, TAG.integer);
  const signature = take(reading, parts, [TAG.sequence], 'the inner signature algorithm');
  const issuer = take(reading, parts, [TAG.sequence], 'the issuer');
  const thisUpdate = takeTime(reading, parts, 'the time of this list');
  const nextUpdate = takeIf(parts, TAG.utcTime) ?? takeIf(parts, TAG.generalizedTime);
  const revoked = takeIf(parts, TAG.sequence);
  const extensions = takeExplicit(parts, 0);
  close(reading, parts);
  if (reading.fault) return { fault: reading.fault };
  const value: CertificateList = {
    kind: 'list',
    ...readSigned(reading, signed, signature),
    version: version ? readCount(reading, version) + 1 : 1,
    issuer: readName(reading, issuer),
    thisUpdate: readTime(reading, thisUpdate),
    ...(nextUpdate ? { nextUpdate: readTime(reading, nextUpdate) } : {}),
    revoked: (revoked?.parts ?? []).map((part) => readRevocation(reading, part)),
    extensions: readExtensions(reading, extensions),
    ranges: rangesOf({
      tbsCertList: signed.tbs,
      signature,
      issuer,
      thisUpdate,
      nextUpdate,
      revokedCertificates: revoked,
      extensions,
      signatureAlgorithm: signed.algorithm,
      signatureValue: signed.signature,
    }),
  };
  return reading.fault ? { fault: reading.fault } : { value };
}

function readRevocation(reading: Reading, node: DerNode): Revocation {
  const parts = open(reading, node, TAG.sequence, 'a revoked certificate');
  const serial = take(reading, parts, [TAG.integer], 'a revoked serial number');
  const time = takeTime(reading, parts, 'the time of a revocation');
  const extensions = takeIf(parts, TAG.sequence);
  close(reading, parts);
  return {
    serialNumber: readInteger(reading, serial),
    revokedAt: readTime(reading, time),
    extensions: readExtensions(reading, extensions),
    range: node.range,
  };
}
