import type { Certificate, CertificateList, Fingerprint } from './certificate.ts';
import { isSameName } from './compareName.ts';
import { extensionOf } from './extension.ts';
import { judgeCertificates } from './judgeCertificates.ts';
import type { CertificateJudgement, CertificateRule, FieldFinding } from './judgeCertificates.ts';
import { candidatePaths, signatureResult } from './paths.ts';
import type { CandidatePath, PathQuestion } from './paths.ts';
import { PATH_RULES } from './pathRules.ts';
import type { PathContext, PathRuleId } from './pathRules.ts';
import { listOpinions } from './revocation.ts';
import type { ListOpinion } from './revocation.ts';

/** Which ways from a leaf to an anchor hold, and why the others do not. */

/**
 * How lists count. `imported` is what IAM Roles Anywhere does: a certificate is refused when a list of its issuer names
 * it, even when the list is out of date or hard to read (modelled), and lists are optional. `required` is RFC 5280: a
 * certificate without a usable list is refused too.
 */
export type RevocationMode = 'imported' | 'required' | 'off';

export const REVOCATION_RULE_ID = 'path.not-revoked';
export type JudgedRuleId = PathRuleId | typeof REVOCATION_RULE_ID;

export interface JudgedPath extends CertificateJudgement<JudgedRuleId> {
  /** Leaf first. */
  readonly path: readonly Fingerprint[];
  readonly end: CandidatePath['end'];
}

export interface JudgedPaths {
  readonly candidates: readonly JudgedPath[];
  /** The path that holds, or else the one that came furthest. */
  readonly chosen: JudgedPath;
  readonly isTrusted: boolean;
  /** More ways exist than were walked. */
  readonly isCutShort: boolean;
}

interface Context extends PathContext {
  readonly question: PathQuestion;
  readonly mode: RevocationMode;
  /** Signers of lists whose own trust is being judged: nobody vouches for himself. */
  readonly judging: readonly Fingerprint[];
}

/** Whether a list's signature was verified with a key that may sign lists for the issuer: its own, or another one of its name that is trusted (RFC 5280, 6.3.3 f). */
function isListSigned(list: CertificateList, issuer: Certificate, context: Context): boolean {
  const { question, mode, judging } = context;
  const { verified, sent, anchors } = question;
  const maySign = (signer: Certificate): boolean =>
    isSameName(signer.subject, list.issuer) &&
    (extensionOf(signer, 'keyUsage')?.usages.includes('cRLSign') ?? true) &&
    signatureResult(verified, list.id, signer.id) === 'valid';
  if (maySign(issuer)) return true;
  return [...anchors, ...sent].some(
    (signer) =>
      maySign(signer) &&
      !judging.includes(signer.id) &&
      judged({ ...question, leaf: signer }, mode, [...judging, signer.id]).isTrusted,
  );
}

/** What a list's opinion means in a mode. */
function findOpinion(certificate: Certificate, { list, fault, entry }: ListOpinion): FieldFinding {
  return {
    of: certificate.id,
    field: 'serialNumber',
    value: certificate.serialNumber.hex,
    wanted: fault ? `a list that is not ${fault}` : 'not on the list',
    met: entry === undefined,
    beside: list.id,
  };
}

/** A list that is out of date or hard to read still names whom its issuer revoked. */
const LASTING: readonly (ListOpinion['fault'] | undefined)[] = [
  undefined,
  'out of date',
  'not yet in force',
  'critical extension unknown',
  'partial',
];

function findRevocation(context: Context, child: Certificate, issuer: Certificate) {
  const { question, mode } = context;
  const opinions = listOpinions(child, issuer, {
    lists: question.lists,
    at: question.at,
    isSigned: (list, by) => isListSigned(list, by, context),
  });
  if (mode === 'imported') {
    return opinions
      .filter(({ fault }) => LASTING.includes(fault))
      .map((opinion) => findOpinion(child, opinion));
  }
  // A delta, or a list for some reasons, can revoke; it cannot vouch for what it leaves out.
  const revoking = opinions.filter(({ fault, entry }) => fault === 'partial' && entry);
  const usable = opinions.filter(({ fault }) => fault === undefined);
  if (usable.length > 0) {
    return [...usable, ...revoking].map((opinion) => findOpinion(child, opinion));
  }
  const reasons = new Set(opinions.flatMap(({ fault }) => (fault ? [fault] : [])));
  return [
    {
      of: child.id,
      field: 'serialNumber' as const,
      value: child.serialNumber.hex,
      wanted: `a list of its issuer in force${reasons.size > 0 ? `; those there are ${[...reasons].join(', ')}` : ''}`,
      met: false,
    },
  ];
}

const notRevoked: CertificateRule<Context, JudgedRuleId> = {
  id: REVOCATION_RULE_ID,
  find: (context) => {
    const { certificates } = context.path;
    return certificates.slice(0, -1).flatMap((child, index) => {
      const issuer = certificates[index + 1];
      return issuer ? findRevocation(context, child, issuer) : [];
    });
  },
};

function judged(
  question: PathQuestion,
  mode: RevocationMode,
  judging: readonly Fingerprint[],
): JudgedPaths {
  const { paths, isCutShort } = candidatePaths(question);
  const rules: readonly CertificateRule<Context, JudgedRuleId>[] =
    mode === 'off' ? PATH_RULES : [...PATH_RULES, notRevoked];
  const candidates = paths.map((path) => ({
    ...judgeCertificates(rules, { ...question, path, question, mode, judging }),
    path: path.certificates.map(({ id }) => id),
    end: path.end,
  }));
  const [chosen] = candidates.toSorted((a, b) => progress(b) - progress(a));
  // A walk starts at the leaf, so there is always one candidate.
  if (!chosen) throw new Error('Broken promise: a leaf without a candidate path');
  return { candidates, chosen, isTrusted: chosen.refusal === undefined, isCutShort };
}

/** How many checks a path passed. */
const progress = ({ checks, refusal }: JudgedPath): number => checks.length - (refusal ? 1 : 0);

/** Judges every way from a leaf to the anchors: RFC 5280's path validation, then revocation. */
export const judgePaths = (question: PathQuestion, mode: RevocationMode): JudgedPaths =>
  judged(question, mode, []);
