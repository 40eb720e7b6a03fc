import type { Constraints } from '../evidence.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Certificate, X509Material } from '../x509/certificate.ts';
import { extensionOf } from '../x509/extension.ts';
import { formatName } from '../x509/name.ts';

/** The way from a certificate up to one that a trust anchor holds (roles-anywhere.md 2.3). */

type Row = Constraints['parameters'][number];

/** What a path is looked for in. */
export interface PathQuestion {
  readonly leaf: Certificate;
  /** The certificates that came with it. */
  readonly offered: readonly Certificate[];
  /** Those the trust anchor holds. */
  readonly anchors: readonly Certificate[];
  readonly material: Pick<X509Material, 'verified'>;
  readonly at: Instant;
}

/** The path that was found, leaf first, or the attempt that came furthest; and what each step up says. */
export interface Path {
  readonly certificates: readonly Certificate[];
  readonly isTrusted: boolean;
  readonly rows: readonly Row[];
}

/** Looks for a path; a certificate stands in one once, so that loops end. */
export function findPath(question: PathQuestion): Path {
  const attempts = climb(question, { certificates: [question.leaf], isTrusted: false, rows: [] });
  const furthest = attempts.reduce((best, one) => (metIn(one) > metIn(best) ? one : best));
  return attempts.find(({ isTrusted }) => isTrusted) ?? furthest;
}

const metIn = ({ rows }: Path): number => rows.filter(({ met }) => met).length;

function climb(question: PathQuestion, path: Path): readonly [Path, ...Path[]] {
  const top = path.certificates.at(-1) ?? question.leaf;
  if (question.anchors.some(({ id }) => id === top.id)) return [{ ...path, isTrusted: true }];
  const candidates = [...question.anchors, ...question.offered].filter(
    ({ id, subject }, index, all) =>
      formatName(subject) === formatName(top.issuer) &&
      !path.certificates.some((one) => one.id === id) &&
      all.findIndex((one) => one.id === id) === index,
  );
  const [first, ...rest] = candidates.map((issuer) => stepUp(question, path, top, issuer));
  if (!first) return [{ ...path, rows: [...path.rows, missing(top)] }];
  return [first, ...rest].flatMap((one) =>
    one.rows.every(({ met }) => met) ? climb(question, one) : [one],
  ) as [Path, ...Path[]];
}

const missing = (top: Certificate): Row => ({
  name: formatName(top.subject),
  value: 'no certificate of the issuer',
  constraint: `must be issued by a certificate that was sent or that the trust anchor holds, ${formatName(top.issuer)}`,
  met: false,
});

function stepUp(
  { material, at }: PathQuestion,
  path: Path,
  child: Certificate,
  issuer: Certificate,
): Path {
  const basic = extensionOf(issuer, 'basicConstraints');
  const usage = extensionOf(issuer, 'keyUsage');
  const below = path.certificates.length - 1;
  const isVerified = material.verified.some(
    (one) => one.child === child.id && one.issuer === issuer.id && one.result === 'valid',
  );
  const name = formatName(issuer.subject);
  const rows: readonly Row[] = [
    {
      name: formatName(child.subject),
      value: isVerified ? 'verifies' : 'does not verify',
      constraint: `signature must verify with the key of ${name}`,
      met: isVerified,
    },
    {
      name,
      value: basic?.ca === true ? 'a CA' : 'no CA',
      constraint: 'must be a CA (basicConstraints) that may sign certificates (keyUsage)',
      met: basic?.ca === true && usage?.usages.includes('keyCertSign') !== false,
    },
    {
      name,
      value: `${isoDate(issuer.notBefore)} to ${isoDate(issuer.notAfter)}`,
      constraint: 'must be within its validity',
      met: at >= issuer.notBefore && at <= issuer.notAfter,
    },
    {
      name,
      value: `${below}`,
      constraint: `may have no more CA certificates below it than its path length, ${basic?.pathLength ?? 'which is open'}`,
      met: basic?.pathLength === undefined || below <= basic.pathLength,
    },
  ];
  return { ...path, certificates: [...path.certificates, issuer], rows: [...path.rows, ...rows] };
}
