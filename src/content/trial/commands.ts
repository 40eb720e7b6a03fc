import { isSelfIssued } from '#engine/x509/compareName.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import type { Trial } from '#engine/x509/trial.ts';

import type { FieldRow } from './fields.ts';

/** The openssl commands that show the same. Each was run: the files are those offered for download. */

const READ = 'openssl x509 -in';

/** Names under which OpenSSL 3 prints an extension alone. */
const EXTENSIONS = new Set([
  'subjectKeyIdentifier',
  'keyUsage',
  'subjectAltName',
  'basicConstraints',
  'nameConstraints',
  'cRLDistributionPoints',
  'crlDistributionPoints',
  'certificatePolicies',
  'authorityKeyIdentifier',
  'extendedKeyUsage',
  'extKeyUsage',
]);

const OPENSSL_NAME: Readonly<Record<string, string>> = {
  extKeyUsage: 'extendedKeyUsage',
  cRLDistributionPoints: 'crlDistributionPoints',
};

const OPTIONS: Readonly<Record<string, string>> = {
  serialNumber: '-serial',
  issuer: '-issuer',
  subject: '-subject',
  notBefore: '-startdate',
  notAfter: '-enddate',
  subjectPublicKeyInfo: '-pubkey',
};

/** Prints one field of a certificate. */
export function fieldCommand(file: string, { id, oid }: FieldRow, extension?: string): string {
  const option = OPTIONS[id];
  if (option !== undefined) return `${READ} ${file} -noout ${option}`;
  return oid !== undefined && extension !== undefined && EXTENSIONS.has(extension)
    ? `${READ} ${file} -noout -ext ${OPENSSL_NAME[extension] ?? extension}`
    : wholeCommand(file);
}

/** Prints a whole certificate. */
export const wholeCommand = (file: string): string => `${READ} ${file} -noout -text`;

/** Prints the elements of a range of bytes. */
export const bytesCommand = (file: string, { range: { start, end } }: FieldRow): string =>
  `openssl asn1parse -in ${file} -offset ${start} -length ${end - start}`;

/** What was sent, those of the ladder first: openssl takes the first issuer of a name, and tries no second. */
const between = ({ question: { sent }, ladder }: Trial): readonly Certificate[] => [
  ...ladder.filter(({ id }) => sent.some((one) => one.id === id)),
  ...sent.filter(({ id }) => !ladder.some((one) => one.id === id)),
];

/** The file of a certificate, by its place in the chain. */
export function fileOf(trial: Trial, { id }: Certificate): string {
  const { leaf, anchors } = trial.question;
  if (id === leaf.id) return 'leaf.pem';
  if (anchors.some((anchor) => anchor.id === id)) return 'anchor.pem';
  return `between-${between(trial).findIndex((one) => one.id === id) + 1}.pem`;
}

/** The file of all revocation lists. */
export const LISTS_FILE = 'lists.pem';

/** Judges the path as openssl does: names, signatures, dates, CA flags; AWS's own requirements it does not know. */
export function verifyCommand(trial: Trial): string {
  const { anchors, lists, at } = trial.question;
  return [
    `openssl verify -attime ${at / 1000} -no-CApath -no-CAfile`,
    anchors.length > 0 ? '-trusted anchor.pem' : '',
    // A trust anchor of AWS need not be a root.
    anchors.some((anchor) => !isSelfIssued(anchor)) ? '-partial_chain' : '',
    ...between(trial).map((one) => `-untrusted ${fileOf(trial, one)}`),
    lists.length > 0 ? `-crl_check -CRLfile ${LISTS_FILE}` : '',
    'leaf.pem',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
