import type {
  Certificate,
  CertificateList,
  Fingerprint,
  VerifiedSignature,
} from './certificate.ts';
import { isSameName } from './compareName.ts';
import { extensionOf } from './extension.ts';
import type { Instant } from '../time.ts';

/** What a leaf is judged by: what came with it, what is trusted, and which signatures were verified. */
export interface PathQuestion {
  readonly leaf: Certificate;
  /** Certificates that came with the leaf, in any order; the leaf or a root among them does no harm. */
  readonly sent: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly lists: readonly CertificateList[];
  readonly verified: readonly VerifiedSignature[];
  readonly at: Instant;
}

/**
 * Where a way ends: at an anchor; or at a certificate whose issuer is not there, that names itself as its issuer, or whose
 * issuers are on the way already; or nowhere near.
 */
export type PathEnd = 'anchor' | 'no issuer' | 'own issuer' | 'loop' | 'too long';

/** A way from the leaf upwards, leaf first: to an anchor, or to where it breaks off. */
export interface CandidatePath {
  readonly certificates: readonly Certificate[];
  readonly end: PathEnd;
}

export interface CandidatePaths {
  readonly paths: readonly CandidatePath[];
  /** More ways exist than were walked. */
  readonly isCutShort: boolean;
}

// AWS takes five certificates in the chain header; ours is longer, so that a rule and not the walk refuses.
const MAX_LENGTH = 10;
const MAX_PATHS = 16;
const MAX_STEPS = 400;

/** What the verified facts say about the signature of a certificate or list under an issuer's key. */
export const signatureResult = (
  verified: readonly VerifiedSignature[],
  child: Fingerprint,
  issuer: Fingerprint,
): VerifiedSignature['result'] =>
  verified.find((one) => one.child === child && one.issuer === issuer)?.result ?? 'invalid';

/** Certificates without repetition, in order. */
const distinct = (certificates: readonly Certificate[]): readonly Certificate[] => [
  ...new Map(certificates.map((one) => [one.id, one])).values(),
];

/** How promising an issuer is. Key identifiers are a hint alone, as RFC 4158, 3.5.12, says. */
function promise({ verified, anchors }: PathQuestion, child: Certificate, issuer: Certificate) {
  const wanted = extensionOf(child, 'authorityKeyIdentifier')?.keyId;
  const own = extensionOf(issuer, 'subjectKeyIdentifier')?.keyId;
  return (
    (signatureResult(verified, child.id, issuer.id) === 'valid' ? 4 : 0) +
    (anchors.some(({ id }) => id === issuer.id) ? 2 : 0) +
    (wanted !== undefined && wanted === own ? 1 : 0)
  );
}

/** The certificates whose subject is a certificate's issuer, the most promising first. */
function issuersOf(question: PathQuestion, child: Certificate): readonly Certificate[] {
  return distinct([...question.anchors, ...question.sent])
    .filter(({ subject }) => isSameName(subject, child.issuer))
    .map((issuer) => ({ issuer, promise: promise(question, child, issuer) }))
    .toSorted((a, b) => b.promise - a.promise)
    .map(({ issuer }) => issuer);
}

/** How a way ends that no other certificate leads on: by those that have the issuer’s name. */
function endWithout(last: Certificate, named: readonly Certificate[]): PathEnd {
  if (named.length === 0) return 'no issuer';
  return named.every(({ id }) => id === last.id) ? 'own issuer' : 'loop';
}

/** Walks every way from the leaf to an anchor, by names alone (RFC 4158); loops are left out, their number is bounded. */
export function candidatePaths(question: PathQuestion): CandidatePaths {
  const anchors = new Set(question.anchors.map(({ id }) => id));
  const paths: CandidatePath[] = [];
  const open: (readonly Certificate[])[] = [[question.leaf]];
  let steps = 0;
  for (; open.length > 0 && paths.length < MAX_PATHS && steps < MAX_STEPS; steps += 1) {
    const certificates = open.pop() ?? [];
    const last = certificates.at(-1) ?? question.leaf;
    if (anchors.has(last.id)) {
      paths.push({ certificates, end: 'anchor' });
      continue;
    }
    const named = issuersOf(question, last);
    const issuers = named.filter(({ id }) => !certificates.some((one) => one.id === id));
    if (issuers.length === 0) paths.push({ certificates, end: endWithout(last, named) });
    else if (certificates.length >= MAX_LENGTH) paths.push({ certificates, end: 'too long' });
    // The last one opened is walked first.
    else open.push(...issuers.toReversed().map((issuer) => [...certificates, issuer]));
  }
  return { paths, isCutShort: open.length > 0 };
}
