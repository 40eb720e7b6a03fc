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
import type { Pki } from './pki.ts';
import recorded from './lab.json' with { type: 'json' };

/** The certificates of the lab, ready to be played with: as they were recorded, or issued again with other keys. */

export type LabCertificateName = keyof typeof recorded.certificates;
export type LabListName = keyof typeof recorded.lists;

/** A lab that was issued: base64 of DER by name, and what was verified, by child, then by issuer. */
export interface IssuedLab {
  readonly certificates: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
  readonly verified: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const bytesOf = (base64: string): Uint8Array =>
  promised(base64ToBytes(base64), 'what is issued is base64');

const readAs = <T>(read: { readonly value: T } | { readonly fault: unknown }): T =>
  promised('value' in read ? read.value : undefined, 'what is issued can be read');

const isResult = (text: string): text is VerifiedSignature['result'] =>
  text === 'valid' || text === 'invalid' || text === 'unsupported';

/** The certificates and lists by name, with the signatures that were verified when they were issued. */
function readLab({ certificates, lists, verified }: IssuedLab) {
  const read = new Map<string, Certificate>(
    Object.entries(certificates).map(([name, der]) => [
      name,
      readAs(readCertificate(bytesOf(der))),
    ]),
  );
  const readLists = new Map<string, CertificateList>(
    Object.entries(lists).map(([name, der]) => [name, readAs(readList(bytesOf(der)))]),
  );
  const idOf = (name: string): string =>
    promised(read.get(name) ?? readLists.get(name), 'what was verified was issued').id;
  const material: X509Material = {
    certificates: [...read.values()],
    lists: [...readLists.values()],
    verified: Object.entries(verified).flatMap(([child, issuers]) =>
      Object.entries(issuers).flatMap(([issuer, result]) =>
        isResult(result) ? [{ child: idOf(child), issuer: idOf(issuer), result }] : [],
      ),
    ),
    texts: [],
  };
  return { certificates: read, lists: readLists, material };
}

const LAB = readLab(recorded);

/** A certificate of the lab by its name. */
export const labCertificate = (name: LabCertificateName): Certificate =>
  promised(LAB.certificates.get(name), 'every name was recorded');

/** A revocation list of the lab by its name. */
export const labList = (name: LabListName): CertificateList =>
  promised(LAB.lists.get(name), 'every name was recorded');

/** Everything of the lab as it was recorded. */
export const LAB_MATERIAL: X509Material = LAB.material;

const isLabName = (name: string): name is LabCertificateName =>
  Object.hasOwn(recorded.certificates, name);

/** The names of the lab's certificates, in the order in which they were issued. */
export const LAB_CERTIFICATE_NAMES: readonly LabCertificateName[] = Object.keys(
  recorded.certificates,
).filter(isLabName);

/** A lab as stories name its certificates. */
const namedIn = ({ certificates, lists, material }: typeof LAB): Pki => {
  const names = new Map(LAB_CERTIFICATE_NAMES.map((name) => [certificates.get(name)?.id, name]));
  return {
    material,
    certificate: (name) => promised(certificates.get(name), 'every name was issued').id,
    list: (name) => promised(lists.get(name), 'every name was issued').id,
    nameOf: (id) => names.get(id),
  };
};

/** The lab as it was recorded. */
export const LAB_PKI: Pki = namedIn(LAB);

/** A lab that was issued here and now. */
export const pkiOf = (issued: IssuedLab): Pki => namedIn(readLab(issued));
