import { base64ToBytes } from '../sigv4/base64.ts';
import { promised } from '../never.ts';
import type { ByteRange, Certificate, CertificateList } from './certificate.ts';
import { contentOf } from './derValues.ts';
import { readWhole } from './der.ts';

/** The bytes that a signature is verified with. */

const bytesOf = ({ der }: { readonly der: string }): Uint8Array =>
  promised(base64ToBytes(der), 'facts carry base64');

const sliceOf = (bytes: Uint8Array, range: ByteRange | undefined): Uint8Array => {
  const { start, end } = promised(range, 'every certificate and list is signed');
  return bytes.subarray(start, end);
};

/** What was signed, and the signature's octets; no octets where the BIT STRING is no whole number of them. */
export function signedBytes(item: Certificate | CertificateList): {
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
} {
  const bytes = bytesOf(item);
  const [tbs, value] =
    item.kind === 'list'
      ? [item.ranges.tbsCertList, item.ranges.signatureValue]
      : [item.ranges.tbsCertificate, item.ranges.signatureValue];
  const reading = { bytes: sliceOf(bytes, value) };
  const bits = contentOf(reading, readWhole(reading, { start: 0, end: reading.bytes.length }));
  return {
    tbs: sliceOf(bytes, tbs),
    signature: bits[0] === 0 ? bits.subarray(1) : new Uint8Array(),
  };
}

/** A certificate's SubjectPublicKeyInfo in DER. */
export const publicKeyBytes = (certificate: Certificate): Uint8Array =>
  sliceOf(bytesOf(certificate), certificate.ranges.subjectPublicKeyInfo);
