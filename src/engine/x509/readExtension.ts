import {
  fail,
  open,
  close,
  primitive,
  constructed,
  readWhole,
  TAG,
  take,
  takeIf,
  NOTHING,
} from './der.ts';
import type { DerNode, Reading } from './der.ts';
import {
  contentOf,
  derOf,
  hexOf,
  readBoolean,
  readCount,
  readFlags,
  readInteger,
  readOid,
  readOidPart,
  readTime,
} from './derValues.ts';
import { KEY_USAGES, REVOCATION_REASONS } from './extension.ts';
import type {
  DistributionPoint,
  Extension,
  ExtensionValue,
  GeneralName,
  NamedOid,
} from './extension.ts';
import { readGeneralName, readGeneralNames } from './readName.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import { namedOid } from './oidNames.ts';

type ReadValue = (reading: Reading, node: DerNode) => ExtensionValue;

/** How the value of each known extension is read (RFC 5280, 4.2 and 5.2). */
const READERS: Readonly<Record<string, ReadValue>> = {
  '2.5.29.14': (reading, node) => ({
    kind: 'subjectKeyIdentifier',
    keyId: hexOf(reading, tagged(reading, node, TAG.octetString)),
  }),
  '2.5.29.15': (reading, node) => {
    const set = new Set(readFlags(reading, tagged(reading, node, TAG.bitString)));
    return { kind: 'keyUsage', usages: KEY_USAGES.filter((_, bit) => set.has(bit)) };
  },
  '2.5.29.17': (reading, node) => ({
    kind: 'subjectAltName',
    names: readGeneralNames(reading, tagged(reading, node, TAG.sequence)),
  }),
  '2.5.29.18': (reading, node) => ({
    kind: 'issuerAltName',
    names: readGeneralNames(reading, tagged(reading, node, TAG.sequence)),
  }),
  '2.5.29.19': readBasicConstraints,
  '2.5.29.20': (reading, node) => ({
    kind: 'cRLNumber',
    number: readInteger(reading, tagged(reading, node, TAG.integer)).decimal,
  }),
  '2.5.29.21': (reading, node) => {
    const code = readCount(reading, tagged(reading, node, TAG.enumerated));
    const reason = REVOCATION_REASONS[code];
    if (reason === undefined) fail(reading, node.range.start, `a reason numbered ${code}`);
    return { kind: 'reasonCode', reason: reason ?? 'unspecified' };
  },
  '2.5.29.24': (reading, node) => ({
    kind: 'invalidityDate',
    at: readTime(reading, tagged(reading, node, TAG.generalizedTime)),
  }),
  '2.5.29.27': (reading, node) => ({
    kind: 'deltaCRLIndicator',
    number: readInteger(reading, tagged(reading, node, TAG.integer)).decimal,
  }),
  '2.5.29.28': readIssuingDistributionPoint,
  '2.5.29.29': (reading, node) => ({
    kind: 'certificateIssuer',
    names: readGeneralNames(reading, tagged(reading, node, TAG.sequence)),
  }),
  '2.5.29.30': readNameConstraints,
  '2.5.29.31': (reading, node) => ({
    kind: 'cRLDistributionPoints',
    points: readPoints(reading, node),
  }),
  '2.5.29.32': (reading, node) => ({
    kind: 'certificatePolicies',
    policies: each(reading, node, readPolicy),
  }),
  '2.5.29.33': (reading, node) => ({
    kind: 'policyMappings',
    mappings: each(reading, node, (part) => {
      const [issuer = NOTHING, subject = NOTHING] = tagged(reading, part, TAG.sequence).parts;
      return {
        issuer: readOidPart(reading, issuer, 'a policy of the issuer'),
        subject: readOidPart(reading, subject, 'a policy of the subject'),
      };
    }),
  }),
  '2.5.29.35': readAuthorityKey,
  '2.5.29.36': (reading, node) => {
    const parts = open(reading, node, TAG.sequence, 'policy constraints');
    const [explicit, mapping] = [takeIf(parts, primitive(0)), takeIf(parts, primitive(1))];
    close(reading, parts);
    return {
      kind: 'policyConstraints',
      ...(explicit ? { requireExplicitPolicy: readCount(reading, explicit) } : {}),
      ...(mapping ? { inhibitPolicyMapping: readCount(reading, mapping) } : {}),
    };
  },
  '2.5.29.37': (reading, node) => ({
    kind: 'extKeyUsage',
    purposes: each(reading, node, (part) => namedOid(readOidPart(reading, part, 'a purpose'))),
  }),
  '2.5.29.46': (reading, node) => ({ kind: 'freshestCRL', points: readPoints(reading, node) }),
  '2.5.29.54': (reading, node) => ({
    kind: 'inhibitAnyPolicy',
    skipCertificates: readCount(reading, tagged(reading, node, TAG.integer)),
  }),
  '1.3.6.1.5.5.7.1.1': (reading, node) => ({
    kind: 'authorityInfoAccess',
    entries: each(reading, node, (part) => {
      const [method = NOTHING, location = NOTHING] = tagged(reading, part, TAG.sequence).parts;
      return {
        method: namedOid(readOidPart(reading, method, 'an access method')),
        location: readGeneralName(reading, location),
      };
    }),
  }),
};

function tagged(reading: Reading, node: DerNode, tag: number): DerNode {
  if (node.tag !== tag) fail(reading, node.range.start, 'a value of another type');
  return node;
}

/** Reads the parts of a SEQUENCE that must not be empty. */
function each<T>(
  reading: Reading,
  node: DerNode,
  readPart: (part: DerNode, reading: Reading) => T,
): readonly T[] {
  if (tagged(reading, node, TAG.sequence).parts.length === 0) {
    fail(reading, node.range.start, 'a list that is empty');
  }
  return node.parts.map((part) => readPart(part, reading));
}

function readBasicConstraints(reading: Reading, node: DerNode): ExtensionValue {
  const parts = open(reading, node, TAG.sequence, 'basic constraints');
  const [ca, length] = [takeIf(parts, TAG.boolean), takeIf(parts, TAG.integer)];
  close(reading, parts);
  return {
    kind: 'basicConstraints',
    ca: ca ? readBoolean(reading, ca) : false,
    ...(length ? { pathLength: readCount(reading, length) } : {}),
  };
}

function readPolicy(part: DerNode, reading: Reading): NamedOid {
  const [oid = NOTHING] = tagged(reading, part, TAG.sequence).parts;
  return namedOid(readOidPart(reading, oid, 'a policy'));
}

function readAuthorityKey(reading: Reading, node: DerNode): ExtensionValue {
  const parts = open(reading, node, TAG.sequence, 'an authority key identifier');
  const keyId = takeIf(parts, primitive(0));
  const issuer = takeIf(parts, constructed(1));
  const serial = takeIf(parts, primitive(2));
  close(reading, parts);
  return {
    kind: 'authorityKeyIdentifier',
    ...(keyId ? { keyId: hexOf(reading, keyId) } : {}),
    ...(issuer ? { issuer: readGeneralNames(reading, issuer) } : {}),
    ...(serial ? { serialNumber: readInteger(reading, serial) } : {}),
  };
}

function readNameConstraints(reading: Reading, node: DerNode): ExtensionValue {
  const parts = open(reading, node, TAG.sequence, 'name constraints');
  const [permitted, excluded] = [takeIf(parts, constructed(0)), takeIf(parts, constructed(1))];
  close(reading, parts);
  return {
    kind: 'nameConstraints',
    permitted: readSubtrees(reading, permitted),
    excluded: readSubtrees(reading, excluded),
  };
}

/** Reads subtrees; a minimum or maximum, which RFC 5280, 4.2.1.10, does not allow, is a fault. */
const readSubtrees = (reading: Reading, node: DerNode | undefined): readonly GeneralName[] =>
  (node?.parts ?? []).map((part) => {
    const [base = NOTHING, bound] = tagged(reading, part, TAG.sequence).parts;
    if (bound) fail(reading, bound.range.start, 'a subtree with a minimum or maximum');
    return readGeneralName(reading, base);
  });

/** The names of a DistributionPointName; one relative to the issuer stays unread. */
function readPointName(
  reading: Reading,
  node: DerNode | undefined,
): Pick<DistributionPoint, 'names' | 'isRelative'> {
  const choice = node?.parts[0];
  const full = choice?.tag === constructed(0) ? choice : undefined;
  return {
    names: full ? readGeneralNames(reading, full) : [],
    isRelative: node !== undefined && !full,
  };
}

const readPoints = (reading: Reading, node: DerNode): readonly DistributionPoint[] =>
  each(reading, node, (part) => {
    const parts = open(reading, part, TAG.sequence, 'a distribution point');
    const name = takeIf(parts, constructed(0));
    const reasons = takeIf(parts, primitive(1));
    const issuer = takeIf(parts, constructed(2));
    close(reading, parts);
    return {
      ...readPointName(reading, name),
      ...(reasons
        ? { reasons: readFlags(reading, reasons).map((bit) => REVOCATION_REASONS[bit] ?? `${bit}`) }
        : {}),
      ...(issuer ? { issuer: readGeneralNames(reading, issuer) } : {}),
    };
  });

const ONLY = { 1: 'userCerts', 2: 'caCerts', 5: 'attributeCerts' } as const;

function readIssuingDistributionPoint(reading: Reading, node: DerNode): ExtensionValue {
  const parts = open(reading, node, TAG.sequence, 'an issuing distribution point');
  const name = takeIf(parts, constructed(0));
  const has = (n: 1 | 2 | 3 | 4 | 5): boolean => {
    const flag = takeIf(parts, primitive(n));
    return flag !== undefined && (n === 3 || readBoolean(reading, flag));
  };
  const [user, ca, someReasons, indirect, attribute] = [has(1), has(2), has(3), has(4), has(5)];
  close(reading, parts);
  const only = user ? ONLY[1] : ca ? ONLY[2] : attribute ? ONLY[5] : undefined;
  return {
    kind: 'issuingDistributionPoint',
    ...readPointName(reading, name),
    ...(only ? { only } : {}),
    someReasons,
    indirect,
  };
}

function readValue(reading: Reading, oid: string, octets: DerNode): ExtensionValue {
  const read = READERS[oid];
  const der = bytesToHex(contentOf(reading, octets));
  if (!read) return { kind: 'unknown', der };
  // A value that breaks its syntax spoils the extension, not the certificate around it.
  const inner: Reading = { bytes: reading.bytes };
  const value = read(inner, readWhole(inner, octets.content));
  return inner.fault
    ? { kind: 'malformed', der, problem: `at byte ${inner.fault.at}: ${inner.fault.problem}` }
    : value;
}

/** Reads one Extension (RFC 5280, 4.1.2.9). */
function readExtension(reading: Reading, node: DerNode): Extension {
  const parts = open(reading, node, TAG.sequence, 'an extension');
  const oid = readOid(reading, take(reading, parts, [TAG.oid], 'the OID of an extension'));
  const critical = takeIf(parts, TAG.boolean);
  const octets = take(reading, parts, [TAG.octetString], 'the value of an extension');
  close(reading, parts);
  return {
    oid,
    name: namedOid(oid).name ?? oid,
    critical: critical ? readBoolean(reading, critical) : false,
    value: reading.fault
      ? { kind: 'unknown', der: derOf(reading, node) }
      : readValue(reading, oid, octets),
    range: node.range,
    valueRange: octets.content,
  };
}

/** Reads Extensions, in the order of the bytes; none where the element is absent. */
export function readExtensions(reading: Reading, node: DerNode | undefined): readonly Extension[] {
  if (!node) return [];
  return tagged(reading, node, TAG.sequence).parts.map((part) => readExtension(reading, part));
}
