import type { ExtensionValue, GeneralName, NamedOid } from '#engine/x509/extension.ts';
import { formatGeneralName } from '#engine/x509/nameConstraints.ts';

import { spokenMoment } from '../dissect/moments.ts';

type Texts = {
  readonly [Kind in ExtensionValue['kind']]: (value: ValueOf<Kind>) => string;
};

/** The member of the union whose kind may be `Kind`. */
type ValueOf<Kind, Value = ExtensionValue> = Value extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Value
    : never
  : never;

const named = (oids: readonly NamedOid[]): string =>
  oids.map(({ oid, name }) => name ?? oid).join(', ');

const names = (all: readonly GeneralName[]): string => all.map(formatGeneralName).join(', ');

/** Parts that are there, joined. */
const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** A count behind its words; nothing where it is absent. */
const counted = (words: string, count: number | undefined): string =>
  count === undefined ? '' : `${words} ${count}`;

const points = ({ points: all }: ValueOf<'cRLDistributionPoints'>): string =>
  names(all.flatMap((point) => point.names));

const TEXTS: Texts = {
  basicConstraints: ({ ca, pathLength }) => joined(`CA ${ca}`, counted('path length', pathLength)),
  keyUsage: ({ usages }) => usages.join(', '),
  extKeyUsage: ({ purposes }) => named(purposes),
  subjectAltName: (value) => names(value.names),
  issuerAltName: (value) => names(value.names),
  certificateIssuer: (value) => names(value.names),
  subjectKeyIdentifier: ({ keyId }) => keyId,
  authorityKeyIdentifier: ({ keyId, issuer = [], serialNumber }) =>
    joined(keyId, names(issuer), serialNumber?.hex),
  nameConstraints: ({ permitted, excluded }) =>
    joined(
      permitted.length > 0 ? `permitted: ${names(permitted)}` : '',
      excluded.length > 0 ? `excluded: ${names(excluded)}` : '',
    ),
  certificatePolicies: ({ policies }) => named(policies),
  policyMappings: ({ mappings }) =>
    mappings.map(({ issuer, subject }) => `${issuer} is ${subject}`).join(', '),
  policyConstraints: ({ requireExplicitPolicy, inhibitPolicyMapping }) =>
    joined(
      counted('a policy is required after', requireExplicitPolicy),
      counted('no mapping after', inhibitPolicyMapping),
    ),
  inhibitAnyPolicy: ({ skipCertificates }) => counted('no “any policy” after', skipCertificates),
  cRLDistributionPoints: points,
  freshestCRL: points,
  authorityInfoAccess: ({ entries }) =>
    entries
      .map(({ method, location }) => `${named([method])}: ${formatGeneralName(location)}`)
      .join(', '),
  cRLNumber: ({ number }) => number,
  deltaCRLIndicator: ({ number }) => number,
  issuingDistributionPoint: (value) =>
    joined(names(value.names), value.only, value.indirect ? 'indirect' : ''),
  reasonCode: ({ reason }) => reason,
  invalidityDate: ({ at }) => spokenMoment(at),
  unknown: ({ der }) => der,
  malformed: ({ problem }) => `breaks its syntax ${problem}`,
};

/** What an extension says, in one line. */
export function extensionText(value: ExtensionValue): string {
  // The table holds each kind's words under the kind itself.
  const say = TEXTS[value.kind] as (value: ExtensionValue) => string;
  return say(value);
}
