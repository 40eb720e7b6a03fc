import type { Instant } from '#engine/time.ts';
import type { Certificate, Fingerprint, X509Material } from '#engine/x509/certificate.ts';
import { isSameName, isSelfIssued } from '#engine/x509/compareName.ts';
import { extensionOf } from '#engine/x509/extension.ts';
import type { PathQuestion } from '#engine/x509/paths.ts';

/** Who is on trial, and by whom: what somebody chose of a heap of certificates, or what is likely meant. */

export interface TrialChoices {
  readonly leaf?: Fingerprint;
  /** `none` where none of them is to be. */
  readonly anchor?: Fingerprint;
  readonly at: Instant;
  /** Whether the revocation lists are imported and enabled. */
  readonly isListed: boolean;
}

const isCa = (certificate: Certificate): boolean =>
  extensionOf(certificate, 'basicConstraints')?.ca ?? false;

const issuesNobody = (one: Certificate, all: readonly Certificate[]): boolean =>
  !all.some((other) => other.id !== one.id && isSameName(other.issuer, one.subject));

/** The certificate that signs: the first that nobody else was issued by, rather no CA. */
const likelyLeaf = (all: readonly Certificate[]): Certificate | undefined => {
  const ends = all.filter((one) => issuesNobody(one, all));
  return ends.find((one) => !isCa(one)) ?? ends[0] ?? all[0];
};

/** Whoever stands above a certificate by signatures that verified, with itself. */
function aboveBySignature(
  { id }: Certificate,
  verified: X509Material['verified'],
): ReadonlySet<Fingerprint> {
  const reached = new Set([id]);
  // A set goes on to what is added while it is walked.
  for (const at of reached) {
    for (const { child, issuer, result } of verified) {
      if (child === at && result === 'valid') reached.add(issuer);
    }
  }
  return reached;
}

/** The trust anchor: a root above the leaf, else any root, else a CA whose issuer is not here. */
function likelyAnchor(
  all: readonly Certificate[],
  leaf: Certificate,
  verified: X509Material['verified'],
): Certificate | undefined {
  const above = aboveBySignature(leaf, verified);
  const others = all.filter((one) => one.id !== leaf.id && (isCa(one) || isSelfIssued(one)));
  const tops = others.filter(
    (one) => !all.some((other) => other.id !== one.id && isSameName(other.subject, one.issuer)),
  );
  const roots = others.filter(isSelfIssued);
  return [...roots, ...tops].find(({ id }) => above.has(id)) ?? roots[0] ?? tops[0];
}

/** The question that a trial decides; undefined where there is no certificate. */
export function questionFor(
  { certificates: given, lists, verified }: Omit<X509Material, 'texts'>,
  choices: TrialChoices,
): PathQuestion | undefined {
  const certificates = [...new Map(given.map((one) => [one.id, one])).values()];
  const leaf = certificates.find(({ id }) => id === choices.leaf) ?? likelyLeaf(certificates);
  if (!leaf) return undefined;
  const chosen = certificates.find(({ id }) => id === choices.anchor);
  const anchor =
    choices.anchor === 'none' ? undefined : (chosen ?? likelyAnchor(certificates, leaf, verified));
  return {
    leaf,
    anchors: anchor ? [anchor] : [],
    sent: certificates.filter(({ id }) => id !== leaf.id && id !== anchor?.id),
    lists: choices.isListed ? lists : [],
    verified,
    at: choices.at,
  };
}
