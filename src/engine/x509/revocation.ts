import type { Certificate, CertificateList, Revocation } from './certificate.ts';
import { isSameName } from './compareName.ts';
import { extensionOf } from './extension.ts';
import type { Extension, ExtensionValue, GeneralName } from './extension.ts';
import { formatGeneralName } from './nameConstraints.ts';
import type { PathQuestion } from './paths.ts';

/** What revocation lists say about a certificate (RFC 5280, 6.3, for complete lists of the certificate's own issuer). */

/** Why a list says nothing about a certificate. */
export type ListFault =
  | 'of another issuer'
  | 'signature not verified'
  | 'not yet in force'
  | 'out of date'
  | 'critical extension unknown'
  | 'partial'
  | 'indirect'
  | 'for other certificates';

/** What one list says about a certificate. */
export interface ListOpinion {
  readonly list: CertificateList;
  readonly fault?: ListFault;
  /** Present where the serial number is on the list, whatever else is wrong with it. */
  readonly entry?: Revocation;
}

/** What lists a certificate's issuer may have signed. */
export interface ListContext extends Pick<PathQuestion, 'lists' | 'at'> {
  /** Whether a list is signed by somebody who may: the issuer, or a trusted key of the same name. */
  readonly isSigned: (list: CertificateList, issuer: Certificate) => boolean;
}

const LIST_EXTENSIONS: ReadonlySet<ExtensionValue['kind']> = new Set([
  'authorityKeyIdentifier',
  'issuerAltName',
  'cRLNumber',
  'issuingDistributionPoint',
]);
const ENTRY_EXTENSIONS: ReadonlySet<ExtensionValue['kind']> = new Set([
  'reasonCode',
  'invalidityDate',
]);

const areUnderstood = (
  extensions: readonly Extension[],
  known: ReadonlySet<ExtensionValue['kind']>,
): boolean =>
  extensions.every(
    ({ critical, value }) => value.kind !== 'malformed' && (!critical || known.has(value.kind)),
  );

const isIn = (names: readonly GeneralName[], others: readonly GeneralName[]): boolean => {
  const texts = new Set(others.map(formatGeneralName));
  return names.some((name) => texts.has(formatGeneralName(name)));
};

type Scope = Extract<ExtensionValue, { readonly kind: 'issuingDistributionPoint' }>;

/** Whether a certificate is of the kind that a list is about. */
function isKindServed({ only }: Scope, certificate: Certificate): boolean {
  const isCa = extensionOf(certificate, 'basicConstraints')?.ca ?? false;
  return only === undefined || only === (isCa ? 'caCerts' : 'userCerts');
}

/** Whether a certificate names the point from which a list comes. */
function isPointNamed({ names }: Scope, certificate: Certificate): boolean {
  const points = extensionOf(certificate, 'cRLDistributionPoints')?.points ?? [];
  return (
    names.length === 0 ||
    points.some((point) => !point.reasons && !point.issuer && isIn(point.names, names))
  );
}

/** Why the scope of a list leaves a certificate out; undefined where it does not. */
function scopeFault(list: CertificateList, certificate: Certificate): ListFault | undefined {
  const scope = extensionOf(list, 'issuingDistributionPoint');
  if (extensionOf(list, 'deltaCRLIndicator')) return 'partial';
  if (!scope) return undefined;
  if (scope.indirect) return 'indirect';
  if (scope.someReasons || scope.isRelative) return 'partial';
  return isKindServed(scope, certificate) && isPointNamed(scope, certificate)
    ? undefined
    : 'for other certificates';
}

/** Why a list is not to be used; undefined where it is. */
function listFault(
  list: CertificateList,
  certificate: Certificate,
  issuer: Certificate,
  { at, isSigned }: ListContext,
): ListFault | undefined {
  if (!isSameName(list.issuer, certificate.issuer)) return 'of another issuer';
  if (!list.algorithmsAgree || !isSigned(list, issuer)) return 'signature not verified';
  const scope = scopeFault(list, certificate);
  if (scope) return scope;
  const entries = list.revoked.flatMap(({ extensions }) => extensions);
  if (
    !areUnderstood(list.extensions, LIST_EXTENSIONS) ||
    !areUnderstood(entries, ENTRY_EXTENSIONS)
  ) {
    return 'critical extension unknown';
  }
  if (at < list.thisUpdate) return 'not yet in force';
  return list.nextUpdate !== undefined && at > list.nextUpdate ? 'out of date' : undefined;
}

/** What each list says about a certificate that `issuer` signed. */
export const listOpinions = (
  certificate: Certificate,
  issuer: Certificate,
  context: ListContext,
): readonly ListOpinion[] =>
  context.lists.map((list) => {
    const fault = listFault(list, certificate, issuer, context);
    const entry = list.revoked.find(
      ({ serialNumber }) => serialNumber.decimal === certificate.serialNumber.decimal,
    );
    return { list, ...(fault ? { fault } : {}), ...(entry ? { entry } : {}) };
  });
