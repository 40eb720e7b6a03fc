import type { ByteRange, Certificate, CertificateField } from '#engine/x509/certificate.ts';
import { formatKey } from '#engine/x509/endEntityRules.ts';
import type { FieldFinding } from '#engine/x509/judgeCertificates.ts';
import { formatName, formatNameInOrder } from '#engine/x509/name.ts';

import { spokenMoment } from '../dissect/moments.ts';
import { extensionText } from './extensionText.ts';

/** The fields of a certificate as rows: a name, what it says, and which bytes say it. */

export interface FieldRow {
  /** The same field of another certificate has the same id. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly range: ByteRange;
  readonly oid?: string;
  readonly isCritical?: boolean;
}

const NAMES: Readonly<Partial<Record<CertificateField, string>>> = {
  version: 'Version',
  serialNumber: 'Serial number',
  issuer: 'Issuer',
  notBefore: 'Valid from',
  notAfter: 'Valid until',
  subject: 'Subject',
  subjectPublicKeyInfo: 'Public key',
  signatureAlgorithm: 'Signature algorithm',
  signatureValue: 'Signature',
};

function valueOf(certificate: Certificate, field: CertificateField): string {
  switch (field) {
    case 'version':
      return `v${certificate.version}`;
    case 'serialNumber':
      return certificate.serialNumber.hex;
    case 'issuer':
      return formatNameInOrder(certificate.issuer) || 'empty';
    case 'subject':
      return formatNameInOrder(certificate.subject) || 'empty';
    case 'notBefore':
      return spokenMoment(certificate.notBefore);
    case 'notAfter':
      return spokenMoment(certificate.notAfter);
    case 'subjectPublicKeyInfo':
      return formatKey(certificate.publicKey);
    case 'signatureAlgorithm':
      return certificate.signatureAlgorithm.name;
    default: {
      const { start, end } = certificate.ranges[field] ?? { start: 0, end: 0 };
      return `${end - start} bytes`;
    }
  }
}

const ORDER: readonly CertificateField[] = [
  'version',
  'serialNumber',
  'issuer',
  'notBefore',
  'notAfter',
  'subject',
  'subjectPublicKeyInfo',
];
const AT_THE_END: readonly CertificateField[] = ['signatureAlgorithm', 'signatureValue'];

const plainRows = (
  certificate: Certificate,
  fields: readonly CertificateField[],
): readonly FieldRow[] =>
  fields.flatMap((field) => {
    const range = certificate.ranges[field];
    return range
      ? [{ id: field, name: NAMES[field] ?? field, value: valueOf(certificate, field), range }]
      : [];
  });

/** The rows of a certificate, in the order of its bytes. */
export const fieldRows = (certificate: Certificate): readonly FieldRow[] => [
  ...plainRows(certificate, ORDER),
  ...certificate.extensions.map(({ oid, name, critical, value, range }, index, all) => ({
    id: all.findIndex((one) => one.oid === oid) === index ? oid : `${oid} ${index}`,
    name: spaced(name),
    value: extensionText(value),
    range,
    oid,
    isCritical: critical,
  })),
  ...plainRows(certificate, AT_THE_END),
];

/** A name of RFC 5280 with its words apart: `basicConstraints` reads “Basic constraints”. */
export const spaced = (name: string): string =>
  /^[a-z]/.test(name)
    ? name
        .replace(/^cRL/, 'CRL')
        .replaceAll(
          /([a-z]|CRL)([A-Z])(?=[a-z])/g,
          (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
        )
        .replace(/^./, (letter) => letter.toUpperCase())
    : name;

/** The row that a finding is about; undefined where the certificate has no such field. */
export const rowOf = (
  certificate: Certificate,
  { field }: Pick<FieldFinding, 'field'>,
): FieldRow | undefined => {
  const oid = certificate.extensions.find(({ value }) => value.kind === field)?.oid;
  return fieldRows(certificate).find(({ id }) => id === (oid ?? field));
};

/** What a certificate is called: its common name, else its whole subject, else that it has none. */
export const nameOfCertificate = ({ subject }: Pick<Certificate, 'subject'>): string =>
  subject.flat().find(({ short }) => short === 'CN')?.value ??
  (formatName(subject) || 'no subject');

/** A certificate in one line: key, signature, CA or not, usages. */
export function outlineOf(certificate: Certificate): readonly FieldNote[] {
  const { publicKey, signatureAlgorithm, extensions } = certificate;
  const values = extensions.map(({ value }) => value);
  const basic = values.find(({ kind }) => kind === 'basicConstraints');
  const usage = values.find(({ kind }) => kind === 'keyUsage');
  return [
    { field: 'subjectPublicKeyInfo', text: formatKey(publicKey) },
    {
      field: 'signatureAlgorithm',
      text: signatureAlgorithm.hash ?? signatureAlgorithm.name,
    },
    ...(basic?.kind === 'basicConstraints'
      ? [
          {
            field: 'basicConstraints' as const,
            text: `CA ${basic.ca}${basic.pathLength === undefined ? '' : ` · path length ${basic.pathLength}`}`,
          },
        ]
      : []),
    ...(usage?.kind === 'keyUsage'
      ? [{ field: 'keyUsage' as const, text: usage.usages.join(', ') }]
      : []),
  ];
}

/** A few words about one field. */
export interface FieldNote extends Pick<FieldFinding, 'field'> {
  readonly text: string;
}
