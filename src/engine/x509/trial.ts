import type { Certificate } from './certificate.ts';
import { ANCHOR_RULES, END_ENTITY_RULES, IDENTITY_RULES } from './endEntityRules.ts';
import type { AnchorRuleId, EndEntityRuleId, IdentityRuleId } from './endEntityRules.ts';
import { judgeCertificates } from './judgeCertificates.ts';
import type { CertificateCheck, CertificateRule, FieldFinding } from './judgeCertificates.ts';
import { judgePaths, REVOCATION_RULE_ID } from './judgePaths.ts';
import type { JudgedPath, JudgedPaths, JudgedRuleId } from './judgePaths.ts';
import { findValidity, PATH_RULES } from './pathRules.ts';
import type { PathQuestion } from './paths.ts';

/** A chain on trial: the ladder from the leaf to its anchor, and what every requirement finds on it. */

export const VALID_NOW = 'leaf.valid-now';
export type TrialRuleId =
  | EndEntityRuleId
  | IdentityRuleId
  | AnchorRuleId
  | JudgedRuleId
  | typeof VALID_NOW;

export interface TrialCheck {
  readonly rule: TrialRuleId;
  readonly result: 'pass' | 'fail' | 'not-reached';
  readonly findings: readonly FieldFinding[];
}

export interface Trial {
  readonly question: PathQuestion;
  /** Leaf first: the path that holds, or the one that came furthest. */
  readonly ladder: readonly Certificate[];
  readonly end: JudgedPath['end'];
  readonly checks: readonly TrialCheck[];
  /** The paths that were walked too, and do not hold. */
  readonly struck: readonly JudgedPath[];
}

/** What each check is called, in the order in which a trial lists them. */
export const TRIAL_RULE_IDS: readonly TrialRuleId[] = [
  ...END_ENTITY_RULES.map(({ id }) => id),
  VALID_NOW,
  ...PATH_RULES.map(({ id }) => id),
  REVOCATION_RULE_ID,
  ...IDENTITY_RULES.map(({ id }) => id),
];

/** Everything that may stand on a ladder, without repetition. */
export const certificatesOf = ({ leaf, sent, anchors }: PathQuestion): readonly Certificate[] => [
  ...new Map([leaf, ...sent, ...anchors].map((one) => [one.id, one])).values(),
];

/** The certificates of a judged path, leaf first. */
export function ladderOf(question: PathQuestion, { path }: JudgedPath): readonly Certificate[] {
  const known = certificatesOf(question);
  return path.flatMap((id) => known.find((one) => one.id === id) ?? []);
}

/** The paths that were walked beside the chosen one. */
export const struckOf = ({ candidates, chosen }: JudgedPaths): readonly JudgedPath[] =>
  candidates.filter((one) => one !== chosen);

/** Tests one requirement by itself. */
function tested<Context, Id extends TrialRuleId>(
  rule: CertificateRule<Context, Id>,
  context: Context,
): CertificateCheck<Id> | TrialCheck {
  const [check] = judgeCertificates([rule], context).checks;
  return check ?? { rule: rule.id, result: 'not-reached', findings: [] };
}

/** Whether the leaf is valid at the moment of the trial. */
export function validNow({ leaf, at }: PathQuestion): TrialCheck {
  const finding = findValidity(leaf, at);
  return { rule: VALID_NOW, result: finding.met ? 'pass' : 'fail', findings: [finding] };
}

/** A check of the path's validity without the leaf's own, which `validNow` tells. */
function aboveLeaf(check: TrialCheck, { id }: Certificate): TrialCheck {
  if (check.rule !== 'path.validity-holds') return check;
  const findings = check.findings.filter(({ of }) => of !== id);
  return { ...check, findings, result: findings.every(({ met }) => met) ? 'pass' : 'fail' };
}

/**
 * Tests every requirement for itself, whatever failed before: the service stops at the first (judgePaths and
 * judgeCertificates do), somebody who mends a chain wants them all.
 */
export function tryChain(question: PathQuestion): Trial {
  const { leaf, anchors, verified, at } = question;
  const judged = judgePaths(question, 'imported');
  const { chosen } = judged;
  const { end } = chosen;
  const ladder = ladderOf(question, chosen);
  const path = { path: { certificates: ladder, end }, verified, at };
  const revocation = chosen.checks.find(({ rule }) => rule === REVOCATION_RULE_ID);
  const ofPath = PATH_RULES.map((rule): TrialCheck => {
    const check = aboveLeaf(tested(rule, path), leaf);
    // Where the way up breaks off, nothing was found above it.
    return check.findings.length === 0 && end !== 'anchor'
      ? { ...check, result: 'not-reached' }
      : check;
  });
  return {
    question,
    ladder,
    end,
    struck: struckOf(judged),
    checks: [
      ...END_ENTITY_RULES.map((rule) => tested(rule, leaf)),
      validNow(question),
      ...ofPath,
      revocation ?? { rule: REVOCATION_RULE_ID, result: 'not-reached', findings: [] },
      ...IDENTITY_RULES.map((rule) => tested(rule, leaf)),
      ...anchors.flatMap((anchor) => ANCHOR_RULES.map((rule) => tested(rule, anchor))),
    ],
  };
}

/** The first requirement that is not met; undefined where all are. */
export const refusalOf = ({ checks }: Trial): TrialCheck | undefined =>
  checks.find(({ result }) => result === 'fail');

/** What the checks found on one certificate: each check with its findings there. */
export const checksOn = ({ checks }: Trial, { id }: Certificate): readonly TrialCheck[] =>
  checks.flatMap((check) => {
    const findings = check.findings.filter(({ of }) => of === id);
    if (findings.length === 0) return [];
    const result = findings.every(({ met }) => met) ? 'pass' : 'fail';
    return [{ ...check, findings, result }];
  });

/** A trial on a page that cannot verify signatures: that requirement stays open. */
export const withoutSignatures = (trial: Trial): Trial => ({
  ...trial,
  checks: trial.checks.map((check) =>
    check.rule === 'path.signatures-verify'
      ? { ...check, result: 'not-reached', findings: [] }
      : check,
  ),
});
