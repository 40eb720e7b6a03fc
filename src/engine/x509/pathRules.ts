import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './compareName.ts';
import { extensionOf } from './extension.ts';
import type { Extension, ExtensionValue } from './extension.ts';
import type { CertificateRule, FieldFinding } from './judgeCertificates.ts';
import { formatName } from './name.ts';
import { constrainedNames, formatGeneralName, nameRefusal } from './nameConstraints.ts';
import { signatureResult } from './paths.ts';
import type { CandidatePath, PathQuestion } from './paths.ts';
import { policyRefusal } from './policies.ts';

/** Basic path validation, a requirement at a time (RFC 5280, 6.1). The anchor's own signature proves nothing and is not looked at. */

export interface PathContext extends Pick<PathQuestion, 'verified' | 'at'> {
  readonly path: CandidatePath;
}

export const PATH_RULE_IDS = [
  'path.names-chain',
  'path.signatures-verify',
  'path.validity-holds',
  'path.issuers-are-cas',
  'path.issuers-may-sign',
  'path.length-allowed',
  'path.names-permitted',
  'path.policies-valid',
  'path.extensions-understood',
] as const;
export type PathRuleId = (typeof PATH_RULE_IDS)[number];

type PathRule = CertificateRule<PathContext, PathRuleId>;

/** Each certificate with the one above it. */
const links = ({ certificates }: CandidatePath) =>
  certificates.slice(0, -1).flatMap((child, index) => {
    const issuer = certificates[index + 1];
    return issuer ? [{ child, issuer }] : [];
  });

const BREAKS = {
  'no issuer': 'the subject of a certificate that was sent or is an anchor',
  'own issuer': 'a certificate that the trust anchor holds',
  loop: 'an issuer that is not on the path already',
  'too long': 'a path of at most ten certificates',
} as const;

const namesChain: PathRule = {
  id: 'path.names-chain',
  find: ({ path }) => {
    const [last] = path.certificates.slice(-1);
    const chained = links(path).map(({ child, issuer }) => ({
      of: child.id,
      field: 'issuer' as const,
      value: formatName(child.issuer),
      wanted: formatName(issuer.subject),
      met: true,
      beside: issuer.id,
    }));
    if (path.end === 'anchor' || !last) return chained;
    const value = formatName(last.issuer);
    return [
      ...chained,
      { of: last.id, field: 'issuer', value, wanted: BREAKS[path.end], met: false },
    ];
  },
};

const signaturesVerify: PathRule = {
  id: 'path.signatures-verify',
  find: ({ path, verified }) =>
    links(path).flatMap(({ child, issuer }) => {
      const result = signatureResult(verified, child.id, issuer.id);
      const beside = issuer.id;
      return [
        {
          of: child.id,
          field: 'signatureValue',
          value: result,
          wanted: 'valid',
          met: result === 'valid',
          beside,
        },
        ...(child.algorithmsAgree
          ? []
          : [
              {
                of: child.id,
                field: 'signatureAlgorithm' as const,
                value: child.signatureAlgorithm.name,
                wanted: 'the algorithm named inside',
                met: false,
              },
            ]),
      ];
    }),
};

/** Finds whether a moment lies in a certificate's validity, both ends included (RFC 5280, 4.1.2.5). */
export function findValidity({ id, notBefore, notAfter }: Certificate, at: Instant): FieldFinding {
  const now = isoDate(at);
  if (at < notBefore) {
    return {
      of: id,
      field: 'notBefore',
      value: isoDate(notBefore),
      wanted: `${now} or before`,
      met: false,
    };
  }
  return {
    of: id,
    field: 'notAfter',
    value: isoDate(notAfter),
    wanted: `${now} or after`,
    met: at <= notAfter,
  };
}

const validityHolds: PathRule = {
  id: 'path.validity-holds',
  find: ({ path, at }) => path.certificates.map((certificate) => findValidity(certificate, at)),
};

/** The certificates above the leaf. The anchor is trusted as it is, unless it says itself that it is none. */
const issuers = ({ certificates, end }: CandidatePath) =>
  certificates.slice(1).map((certificate, index) => ({
    certificate,
    isAnchor: end === 'anchor' && index === certificates.length - 2,
  }));

const issuersAreCas: PathRule = {
  id: 'path.issuers-are-cas',
  find: ({ path }) =>
    issuers(path).map(({ certificate, isAnchor }) => {
      const constraints = extensionOf(certificate, 'basicConstraints');
      return {
        of: certificate.id,
        field: 'basicConstraints',
        value: constraints ? `CA:${constraints.ca ? 'TRUE' : 'FALSE'}` : 'absent',
        wanted: 'CA:TRUE',
        met: constraints?.ca ?? isAnchor,
      };
    }),
};

const issuersMaySign: PathRule = {
  id: 'path.issuers-may-sign',
  find: ({ path }) =>
    issuers(path).map(({ certificate }) => {
      const usages = extensionOf(certificate, 'keyUsage')?.usages;
      return {
        of: certificate.id,
        field: 'keyUsage',
        value: usages?.join(', ') ?? 'absent',
        wanted: 'keyCertSign, or absent',
        met: usages?.includes('keyCertSign') ?? true,
      };
    }),
};

const lengthAllowed: PathRule = {
  id: 'path.length-allowed',
  find: ({ path }) =>
    path.certificates.flatMap((certificate, index) => {
      const length = extensionOf(certificate, 'basicConstraints')?.pathLength;
      if (length === undefined || index === 0) return [];
      // A CA that certifies itself anew adds nothing to the length (RFC 5280, 6.1.4 l).
      const below = path.certificates.slice(1, index).filter((one) => !isSelfIssued(one)).length;
      return [
        {
          of: certificate.id,
          field: 'basicConstraints',
          value: `pathlen:${length}`,
          wanted: `pathlen:${below} or more, or none`,
          met: below <= length,
        },
      ];
    }),
};

const WANTED = {
  excluded: 'a name that is not excluded',
  'not permitted': 'a name that is permitted',
  'not comparable': 'a name that can be compared',
} as const;

const namesPermitted: PathRule = {
  id: 'path.names-permitted',
  find: ({ path: { certificates } }) =>
    certificates.flatMap((ca, index) => {
      const constraints = index > 0 ? extensionOf(ca, 'nameConstraints') : undefined;
      if (!constraints) return [];
      const subjects = certificates
        .slice(0, index)
        .filter((one, at) => at === 0 || !isSelfIssued(one));
      return subjects.flatMap((subject) =>
        constrainedNames(subject).map((name) => {
          const refusal = nameRefusal(name, constraints);
          return {
            of: subject.id,
            field: name.kind === 'Name' ? ('subject' as const) : ('subjectAltName' as const),
            value: formatGeneralName(name),
            wanted: refusal ? WANTED[refusal] : 'permitted',
            met: refusal === undefined,
            beside: ca.id,
          };
        }),
      );
    }),
};

const policiesValid: PathRule = {
  id: 'path.policies-valid',
  find: ({ path: { certificates } }) => {
    const refused = policyRefusal(certificates);
    if (!refused) return [];
    const policies = extensionOf(refused, 'certificatePolicies')?.policies ?? [];
    return [
      {
        of: refused.id,
        field: 'certificatePolicies',
        value: policies.map(({ oid }) => oid).join(', ') || 'absent',
        wanted: 'a policy that every CA above allows',
        met: false,
      },
    ];
  },
};

/** The kinds of extension that a path's judges act on, or that ask nothing of them. */
const UNDERSTOOD: ReadonlySet<ExtensionValue['kind']> = new Set([
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'issuerAltName',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'nameConstraints',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'inhibitAnyPolicy',
  'cRLDistributionPoints',
  'authorityInfoAccess',
]);

/** What is wrong with an extension among its siblings; undefined where nothing is. */
function misunderstood(
  { oid, critical, value }: Extension,
  { extensions, version }: Certificate,
): string | undefined {
  if (value.kind === 'malformed') return `malformed ${value.problem}`;
  if (version !== 3) return `in version ${version}`;
  if (extensions.filter((other) => other.oid === oid).length > 1) return 'there twice';
  return critical && !UNDERSTOOD.has(value.kind) ? 'critical and unknown' : undefined;
}

const extensionsUnderstood: PathRule = {
  id: 'path.extensions-understood',
  find: ({ path: { certificates, end } }) =>
    certificates
      .slice(0, end === 'anchor' ? Math.max(1, certificates.length - 1) : certificates.length)
      .flatMap((certificate) =>
        certificate.extensions.map((extension) => {
          const fault = misunderstood(extension, certificate);
          return {
            of: certificate.id,
            field: extension.value.kind,
            value: `${extension.name}${fault ? `: ${fault}` : ''}`,
            wanted: 'well formed, and known where it is critical',
            met: fault === undefined,
          };
        }),
      ),
};

/** The requirements in their order. RFC 5280 fixes none; AWS publishes none either. */
export const PATH_RULES: readonly PathRule[] = [
  namesChain,
  signaturesVerify,
  validityHolds,
  issuersAreCas,
  issuersMaySign,
  lengthAllowed,
  namesPermitted,
  policiesValid,
  extensionsUnderstood,
];
