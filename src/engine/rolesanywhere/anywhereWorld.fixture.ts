import { roleArn } from '../arn.ts';
import { uniqueId } from '../ids.ts';
import type { Policy, Statement } from '../policy/document.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { at, hours, seconds } from '../time.ts';
import { emptyAccount } from '../world.ts';
import type { Account, Role, World } from '../world.ts';
import type {
  Certificate,
  CertificateList,
  VerifiedSignature,
  X509Material,
} from '../x509/certificate.ts';
import type { Extension, ExtensionValue } from '../x509/extension.ts';
import type { DistinguishedName } from '../x509/name.ts';
import type { CreateSession } from './acts.ts';
import { DEFAULT_MAPPINGS, resourceArn } from './resources.ts';
import type { Crl, Profile, TrustAnchor } from './resources.ts';

/** Test support, no part of the app: a small PKI as facts, and a world in which its leaf gets a session. */

export const ACCOUNT = '111122223333';
export const REGION = 'eu-central-1';
export const START = at('2026-01-15T12:00:00Z');
export const ROLE = roleArn(ACCOUNT, 'BatchWriter', 'batch/');

const NOWHERE = { start: 0, end: 0 };

/** A name from `C=US`, `O=Sim Corp`, …, in certificate order. */
export const nameOf = (...parts: readonly string[]): DistinguishedName =>
  parts.map((part) => {
    const [short = '', ...value] = part.split('=');
    return [{ oid: short, short, value: value.join('='), type: 'UTF8String', range: NOWHERE }];
  });

const extension = (value: ExtensionValue): Extension => ({
  oid: value.kind,
  name: value.kind,
  critical: true,
  value,
  range: NOWHERE,
  valueRange: NOWHERE,
});

interface CertificateParts extends Partial<Certificate> {
  readonly serial?: string;
  readonly values?: readonly ExtensionValue[];
}

const LEAF_VALUES: readonly ExtensionValue[] = [
  { kind: 'basicConstraints', ca: false },
  { kind: 'keyUsage', usages: ['digitalSignature'] },
];

/** A certificate as facts: a good leaf of 2026, but for what is given. */
export function certificate(
  label: string,
  { serial = '1000', values = LEAF_VALUES, ...fields }: CertificateParts,
): Certificate {
  return {
    kind: 'certificate',
    id: sha256Hex(label),
    version: 3,
    serialNumber: { hex: serial, decimal: BigInt(`0x${serial}`).toString() },
    issuer: nameOf('O=Sim Corp', 'CN=Sim Issuing CA'),
    subject: nameOf('O=Sim Corp', `CN=${label}`),
    notBefore: at('2026-01-01T00:00:00Z'),
    notAfter: at('2026-12-31T00:00:00Z'),
    publicKey: { kind: 'ec', curve: 'P-256', bits: 256 },
    signatureAlgorithm: { oid: '', name: 'ecdsa-with-SHA256', scheme: 'ecdsa', hash: 'SHA-256' },
    algorithmsAgree: true,
    extensions: values.map(extension),
    der: `MII${label.replaceAll(/\W/g, '')}`,
    ranges: {},
    ...fields,
  };
}

const ca = (label: string, issuer: string, pathLength?: number): Certificate =>
  certificate(label, {
    subject: nameOf('O=Sim Corp', `CN=${label}`),
    issuer: nameOf('O=Sim Corp', `CN=${issuer}`),
    notAfter: at('2036-01-01T00:00:00Z'),
    values: [
      { kind: 'basicConstraints', ca: true, ...(pathLength !== undefined && { pathLength }) },
      { kind: 'keyUsage', usages: ['keyCertSign', 'cRLSign'] },
    ],
  });

export const ROOT = ca('Sim Root CA', 'Sim Root CA');
export const ISSUING = ca('Sim Issuing CA', 'Sim Root CA', 0);
export const OTHER_ROOT = ca('Other Root CA', 'Other Root CA');
export const LEAF = certificate('batch-01', {
  serial: '1f71c511',
  subject: nameOf('C=US', 'O=Sim Corp', 'OU=Batch', 'CN=batch-01'),
});
export const STRANGER = certificate('stranger', {
  issuer: nameOf('O=Sim Corp', 'CN=Other Root CA'),
});

/** The list of the issuing CA, with these serial numbers. */
export const listOf = (...serials: readonly string[]): CertificateList => ({
  kind: 'list',
  id: sha256Hex(`list ${serials.join(' ')}`),
  version: 2,
  issuer: ISSUING.subject,
  thisUpdate: START,
  signatureAlgorithm: LEAF.signatureAlgorithm,
  algorithmsAgree: true,
  revoked: serials.map((hex) => ({
    serialNumber: { hex, decimal: BigInt(`0x${hex}`).toString() },
    revokedAt: START,
    extensions: [],
    range: NOWHERE,
  })),
  extensions: [],
  der: 'MIIlist',
  ranges: {},
});

export const REVOKING = listOf(LEAF.serialNumber.hex);

const valid = (child: { readonly id: string }, issuer: Certificate): VerifiedSignature => ({
  child: child.id,
  issuer: issuer.id,
  result: 'valid',
});

export const MATERIAL: X509Material = {
  certificates: [ROOT, ISSUING, OTHER_ROOT, LEAF, STRANGER],
  lists: [REVOKING],
  verified: [
    valid(ROOT, ROOT),
    valid(ISSUING, ROOT),
    valid(LEAF, ISSUING),
    valid(STRANGER, OTHER_ROOT),
    valid(REVOKING, ISSUING),
  ],
  texts: [],
};

const PLACE = { region: REGION, account: ACCOUNT };

export const ANCHOR: TrustAnchor = {
  arn: resourceArn('trust-anchor', PLACE, 'sim'),
  name: 'Sim Corp',
  enabled: true,
  source: { sourceType: 'CERTIFICATE_BUNDLE', certificates: [ROOT.id] },
};

export const PROFILE: Profile = {
  arn: resourceArn('profile', PLACE, 'batch'),
  name: 'batch',
  enabled: true,
  roleArns: [ROLE],
  durationSeconds: seconds(3600),
  managedPolicyArns: [],
  acceptRoleSessionName: false,
  attributeMappings: DEFAULT_MAPPINGS,
};

export const CRL: Crl = {
  arn: resourceArn('crl', PLACE, 'issuing'),
  name: 'issuing',
  enabled: true,
  trustAnchorArn: ANCHOR.arn,
  list: REVOKING.id,
};

export const ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

/** A statement of the trust policy that lets the service in. */
export const letsIn = (fields: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Principal: { Service: 'rolesanywhere.amazonaws.com' },
  Action: ACTIONS,
  ...fields,
});

/** A trust policy of these statements. */
export const trustOf = (...Statement: Statement[]): Policy => ({
  id: 'BatchTrust',
  name: 'BatchTrust',
  type: 'trust',
  document: { Version: '2012-10-17', Statement },
});

export const BATCH_ROLE: Role = {
  arn: ROLE,
  roleId: uniqueId('AROA', ACCOUNT, ROLE),
  trustPolicy: trustOf(letsIn()),
  policies: [],
  maxSessionDuration: hours(1),
  tags: {},
};

/** What a world is made of, each replaced by what a test gives. */
export interface Parts {
  readonly anchor?: Partial<TrustAnchor>;
  readonly profile?: Partial<Profile>;
  readonly crls?: readonly Crl[];
  readonly role?: Partial<Role>;
  readonly material?: Partial<X509Material>;
  readonly more?: readonly Certificate[];
  readonly fields?: Partial<World>;
}

/** The world in which the leaf gets a session, but for what is given; `more` certificates are issued by the issuing CA. */
export function worldOf({
  anchor,
  profile,
  crls = [],
  role,
  material,
  more = [],
  fields,
}: Parts = {}): World {
  const account: Account = {
    ...emptyAccount(ACCOUNT, 'sim', REGION),
    roles: { [ROLE]: { ...BATCH_ROLE, ...role } },
    rolesAnywhere: {
      trustAnchors: { [ANCHOR.arn]: { ...ANCHOR, ...anchor } },
      profiles: { [PROFILE.arn]: { ...PROFILE, ...profile } },
      crls: Object.fromEntries(crls.map((one) => [one.arn, one])),
      subjects: {},
    },
  };
  return {
    now: START,
    clockSkew: {},
    accounts: { [ACCOUNT]: account },
    accessKeys: {},
    presignedUrls: {},
    x509: {
      ...MATERIAL,
      certificates: [...MATERIAL.certificates, ...more],
      verified: [...MATERIAL.verified, ...more.map((one) => valid(one, ISSUING))],
      ...material,
    },
    ...fields,
  };
}

/** A call in which everything is right, but for what is given. */
export const createSession = (fields: Partial<CreateSession> = {}): CreateSession => ({
  id: 'create-session',
  kind: 'rolesanywhere:CreateSession',
  at: START,
  by: 'batch',
  to: 'rolesanywhere',
  region: REGION,
  certificate: LEAF.id,
  chain: [ISSUING.id],
  trustAnchorArn: ANCHOR.arn,
  profileArn: PROFILE.arn,
  roleArn: ROLE,
  ...fields,
});
