import type { KeyUsage } from '#engine/x509/extension.ts';
import type { CertificateOrder, ListOrder, NameText } from './issue.ts';
import type { KeySpec } from './labKeys.ts';

/** What the certificates of the lab are made of: a small company's PKI, and every way in which a certificate goes wrong. */

/** How one certificate differs from a good one of its kind. */
export interface LabCertificate extends Omit<
  Partial<CertificateOrder>,
  'subject' | 'publicKey' | 'notBefore' | 'notAfter' | 'basic' | 'usages'
> {
  readonly subject: NameText;
  /** The certificate whose name and key sign; its own name for a root. */
  readonly by: string;
  readonly key: KeySpec;
  readonly from: string;
  readonly until: string;
  /** Absent: that of the kind. Null: no such extension. */
  readonly basic?: CertificateOrder['basic'] | null;
  readonly usages?: readonly KeyUsage[] | null;
  readonly kind: 'ca' | 'leaf';
  /** Another issuer's name than the signer's. */
  readonly issuerName?: NameText;
  /** Another key than the signer's. */
  readonly signedWith?: KeySpec;
  readonly isVersion1?: true;
  /** One bit of the signature is changed. */
  readonly isSpoilt?: true;
}

export interface LabList extends Omit<ListOrder, 'thisUpdate' | 'nextUpdate' | 'entries'> {
  readonly by: string;
  readonly from: string;
  readonly until: string;
  readonly signedWith?: KeySpec;
  readonly revoked: readonly {
    readonly name: string;
    readonly at: string;
    readonly reason: ListOrder['entries'][number]['reason'];
  }[];
}

const CORP = 'C=US, O=Sim Corp';
const BATCH = `${CORP}, OU=Batch, CN=batch-07`;

const ca = (
  name: string,
  fields: Partial<LabCertificate> & Pick<LabCertificate, 'by' | 'key'>,
): LabCertificate => ({
  subject: `${CORP}, CN=${name}`,
  from: '2025-06-01T00:00:00Z',
  until: '2030-06-01T00:00:00Z',
  basic: { ca: true, pathLength: 0 },
  kind: 'ca',
  ...fields,
});

const root = (subject: NameText, key: KeySpec, by: string): LabCertificate => ({
  subject,
  by,
  key,
  from: '2025-01-01T00:00:00Z',
  until: '2035-01-01T00:00:00Z',
  basic: { ca: true },
  kind: 'ca',
});

/** A leaf of the issuing CA, good for ninety days. */
const leaf = (fields: Partial<LabCertificate> = {}): LabCertificate => ({
  subject: BATCH,
  by: 'issuing',
  key: 'ec:batch',
  from: '2026-01-01T00:00:00Z',
  until: '2026-04-01T00:00:00Z',
  kind: 'leaf',
  ...fields,
});

/** The certificates by name; an issuer stands before whom it certifies. */
export const LAB_CERTIFICATES: Readonly<Record<string, LabCertificate>> = {
  // Those who certify.
  root: root(`${CORP}, CN=Sim Corp Root CA`, 'rsa:corpRoot', 'root'),
  'root-g2': root(`${CORP}, CN=Sim Corp Root CA G2`, 'ec:root-g2', 'root-g2'),
  'other-root': root('C=US, O=Other Corp, CN=Other Root CA', 'ec:other-root', 'other-root'),
  'partner-root': root('C=DE, O=Partner GmbH, CN=Partner Root CA', 'ec:partner', 'partner-root'),
  issuing: ca('Plant 7 Issuing CA', { by: 'root', key: 'ec:issuing' }),
  'issuing-by-g2': ca('Plant 7 Issuing CA', { by: 'root-g2', key: 'ec:issuing' }),
  'device-ca': ca('Plant 7 Device CA', {
    by: 'root',
    key: 'ec:device-ca',
    permittedDns: ['plant7.sim.example'],
  }),
  'short-lived-ca': ca('Sim Corp Short-Lived CA', { by: 'root', key: 'ec:short-lived-ca' }),
  'ampersand-ca': ca('Tools & Dies CA', { by: 'root', key: 'ec:ampersand-ca' }),
  // Those who should not.
  'issuing-expired': ca('Plant 3 Issuing CA', {
    by: 'root',
    key: 'ec:issuing-expired',
    from: '2025-01-01T00:00:00Z',
    until: '2026-01-10T00:00:00Z',
  }),
  'issuing-not-ca': ca('Plant 4 Gateway', {
    by: 'root',
    key: 'ec:issuing-not-ca',
    basic: { ca: false },
  }),
  'issuing-may-not-sign': ca('Plant 5 Issuing CA', {
    by: 'root',
    key: 'ec:issuing-may-not-sign',
    usages: ['cRLSign'],
  }),
  'issuing-too-deep': ca('Plant 7 Line 2 CA', { by: 'issuing', key: 'ec:too-deep' }),
  'issuing-version-1': ca('Plant 1 Issuing CA', {
    by: 'root-g2',
    key: 'ec:version-1',
    isVersion1: true,
  }),
  'issuing-revoked': ca('Plant 6 Issuing CA', { by: 'root', key: 'ec:issuing-revoked' }),
  // Good leaves.
  batch: leaf(),
  'batch-renewed': leaf({ from: '2026-03-15T00:00:00Z', until: '2026-06-15T00:00:00Z' }),
  'of-root': leaf({ subject: `${CORP}, OU=Batch, CN=batch-01`, by: 'root', key: 'ec:of-root' }),
  web: leaf({
    subject: `${CORP}, OU=Security, OU=Engineering, OU=Research, CN=web-01`,
    key: 'rsa:host',
    names: [
      { type: 'dns', value: 'web-01.sim.example' },
      { type: 'dns', value: 'alt.sim.example' },
      { type: 'url', value: 'spiffe://sim.example/ns/a/sa/web' },
      { type: 'dn', value: 'CN=web-01-dir, O=Sim Corp' },
    ],
  }),
  menu: leaf({ subject: `${CORP}, OU=Canteen, CN=menu-screen-2`, key: 'ec:menu' }),
  'no-common-name': leaf({
    subject: `${CORP}, OU=Robots`,
    key: 'ec:no-common-name',
    serial: '0123',
  }),
  'long-common-name': leaf({ subject: `${CORP}, CN=${'b'.repeat(62)}`, key: 'ec:long' }),
  slash: leaf({ subject: `${CORP}, OU=Batch/Payroll, CN=batch-08`, key: 'ec:slash' }),
  'client-auth': leaf({ purposes: ['1.3.6.1.5.5.7.3.2'] }),
  'server-auth-only': leaf({ purposes: ['1.3.6.1.5.5.7.3.1'] }),
  'no-basic-constraints': leaf({ basic: null }),
  device: leaf({
    subject: `${CORP}, OU=Plant 7, CN=press-12`,
    by: 'device-ca',
    key: 'ec:device',
    names: [{ type: 'dns', value: 'press-12.plant7.sim.example' }],
  }),
  'short-lived': leaf({
    by: 'short-lived-ca',
    from: '2026-01-12T12:00:00Z',
    until: '2026-01-19T12:00:00Z',
  }),
  'short-lived-next': leaf({
    by: 'short-lived-ca',
    from: '2026-01-18T12:00:00Z',
    until: '2026-01-25T12:00:00Z',
  }),
  partner: leaf({
    subject: 'C=DE, O=Partner GmbH, OU=Integration, CN=order-feed',
    by: 'partner-root',
    key: 'ec:order-feed',
  }),
  'of-ampersand': leaf({ by: 'ampersand-ca' }),
  // Leaves that go wrong by themselves.
  expired: leaf({ from: '2025-10-01T00:00:00Z', until: '2026-01-15T11:59:59Z' }),
  'not-yet-valid': leaf({ from: '2026-01-15T12:00:01Z' }),
  'ca-leaf': leaf({ basic: { ca: true } }),
  'no-digital-signature': leaf({ usages: ['keyEncipherment'] }),
  'no-key-usage': leaf({ usages: null }),
  sha1: leaf({ hash: 'SHA-1' }),
  'weak-key': leaf({ key: 'rsa:weak' }),
  'unknown-critical': leaf({ unknownCritical: '1.3.6.1.4.1.99999.7' }),
  'version-1': leaf({ isVersion1: true }),
  'no-subject': leaf({ subject: '', names: [{ type: 'dns', value: 'batch-07.sim.example' }] }),
  // Leaves whose path goes wrong.
  'bad-signature': leaf({ isSpoilt: true }),
  impostor: leaf({ key: 'ec:impostor', signedWith: 'ec:impostor-ca' }),
  stray: leaf({ issuerName: `${CORP}, CN=Plant 9 Issuing CA` }),
  'of-other-root': leaf({ by: 'other-root' }),
  'self-signed': leaf({ by: 'self-signed' }),
  'of-expired': leaf({ by: 'issuing-expired' }),
  'of-not-ca': leaf({ by: 'issuing-not-ca' }),
  'of-may-not-sign': leaf({ by: 'issuing-may-not-sign' }),
  'of-too-deep': leaf({ by: 'issuing-too-deep' }),
  'of-version-1': leaf({ by: 'issuing-version-1' }),
  'of-revoked': leaf({ by: 'issuing-revoked' }),
  'device-outside': leaf({
    subject: `${CORP}, OU=Office, CN=printer-3`,
    by: 'device-ca',
    key: 'ec:device-outside',
    names: [{ type: 'dns', value: 'printer-3.office.sim.example' }],
  }),
  revoked: leaf({ subject: `${CORP}, OU=Batch, CN=batch-03`, key: 'ec:revoked' }),
};

const STOLEN = { name: 'revoked', at: '2026-01-12T09:00:00Z', reason: 'keyCompromise' } as const;

/** The revocation lists by name. */
export const LAB_LISTS: Readonly<Record<string, LabList>> = {
  'issuing-list': {
    by: 'issuing',
    from: '2026-01-12T09:05:00Z',
    until: '2026-02-12T09:05:00Z',
    number: 2,
    revoked: [STOLEN],
  },
  'issuing-list-before': {
    by: 'issuing',
    from: '2026-01-02T09:00:00Z',
    until: '2026-02-02T09:00:00Z',
    number: 1,
    revoked: [],
  },
  'issuing-list-next': {
    by: 'issuing',
    from: '2026-01-15T12:30:00Z',
    until: '2026-02-15T12:30:00Z',
    number: 3,
    revoked: [STOLEN, { name: 'batch', at: '2026-01-15T12:20:00Z', reason: 'keyCompromise' }],
  },
  'issuing-list-stale': {
    by: 'issuing',
    from: '2026-01-12T09:05:00Z',
    until: '2026-01-14T09:05:00Z',
    number: 2,
    revoked: [STOLEN],
  },
  'issuing-list-forged': {
    by: 'issuing',
    signedWith: 'ec:impostor-ca',
    from: '2026-01-12T09:05:00Z',
    until: '2026-02-12T09:05:00Z',
    number: 4,
    revoked: [{ name: 'batch', at: '2026-01-12T09:00:00Z', reason: 'keyCompromise' }],
  },
  'root-list': {
    by: 'root',
    from: '2026-01-05T00:00:00Z',
    until: '2026-07-05T00:00:00Z',
    number: 1,
    revoked: [{ name: 'issuing-revoked', at: '2026-01-04T00:00:00Z', reason: 'cACompromise' }],
  },
};
