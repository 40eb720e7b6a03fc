import { promised } from '#engine/never.ts';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import type {
  Certificate,
  CertificateList,
  VerifiedSignature,
  X509Material,
} from '#engine/x509/certificate.ts';
import { readCertificate } from '#engine/x509/readCertificate.ts';
import { readList } from '#engine/x509/readList.ts';
import recorded from './lab.json' with { type: 'json' };

/** The certificates of the lab as they were recorded: real bytes, really verified, ready to be played with. */

export type LabCertificateName = keyof typeof recorded.certificates;
export type LabListName = keyof typeof recorded.lists;

const bytesOf = (base64: string): Uint8Array =>
  promised(base64ToBytes(base64), 'what is recorded is base64');

const readAs = <T>(read: { readonly value: T } | { readonly fault: unknown }): T =>
  promised('value' in read ? read.value : undefined, 'what is recorded can be read');

const certificates: ReadonlyMap<string, Certificate> = new Map(
  Object.entries(recorded.certificates).map(([name, der]) => [
    name,
    readAs(readCertificate(bytesOf(der))),
  ]),
);

const lists: ReadonlyMap<string, CertificateList> = new Map(
  Object.entries(recorded.lists).map(([name, der]) => [name, readAs(readList(bytesOf(der)))]),
);

/** A certificate of the lab by its name. */
export const labCertificate = (name: LabCertificateName): Certificate =>
  promised(certificates.get(name), 'every name was recorded');

/** A revocation list of the lab by its name. */
export const labList = (name: LabListName): CertificateList =>
  promised(lists.get(name), 'every name was recorded');

const isResult = (text: string): text is VerifiedSignature['result'] =>
  text === 'valid' || text === 'invalid' || text === 'unsupported';

const idOf = (name: string): string =>
  promised(certificates.get(name) ?? lists.get(name), 'what was verified was recorded').id;

/** Everything of the lab, with the signatures that were verified when it was recorded. */
export const LAB_MATERIAL: X509Material = {
  certificates: [...certificates.values()],
  lists: [...lists.values()],
  verified: Object.entries(recorded.verified).flatMap(([child, issuers]) =>
    Object.entries(issuers).flatMap(([issuer, result]) =>
      isResult(result) ? [{ child: idOf(child), issuer: idOf(issuer), result }] : [],
    ),
  ),
  texts: [],
};

/** The names of the lab's certificates, in the order in which they were issued. */
export const LAB_CERTIFICATE_NAMES: readonly string[] = [...certificates.keys()];
