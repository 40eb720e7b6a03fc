import type { Cursor } from '../cursor.ts';
import { stepAt } from '../cursor.ts';
import type { Check } from '../judge.ts';
import type { RuleId } from '../rules.ts';
import type { Trace } from '../trace.ts';
import { judgePaths, REVOCATION_RULE_ID } from '../x509/judgePaths.ts';
import type { JudgedPaths } from '../x509/judgePaths.ts';
import type { PathQuestion } from '../x509/paths.ts';
import { ladderOf, struckOf, TRIAL_RULE_IDS, validNow } from '../x509/trial.ts';
import type { Trial, TrialCheck } from '../x509/trial.ts';
import { questionOf } from './certificateRules.ts';

/** The trial of a CreateSession's certificate at a step of a run: nothing is told that no check has found yet. */

/** The checks that look at certificates. */
export const TRIAL_STEPS: readonly RuleId[] = [
  'rolesanywhere.certificate-sufficient',
  'rolesanywhere.certificate-current',
  'rolesanywhere.path-trusted',
  'rolesanywhere.not-revoked',
  'rolesanywhere.subject-named',
];

/** What a check of the service says about single requirements. */
function requirementsOf(check: Check, question: PathQuestion): readonly TrialCheck[] {
  switch (check.rule) {
    case 'rolesanywhere.certificate-sufficient':
    case 'rolesanywhere.subject-named':
      return check.evidence.judgement.checks;
    case 'rolesanywhere.certificate-current':
      return [validNow(question)];
    case 'rolesanywhere.path-trusted':
      return check.evidence.judged.chosen.checks;
    case 'rolesanywhere.not-revoked':
      return check.evidence.judged.chosen.checks.filter(({ rule }) => rule === REVOCATION_RULE_ID);
    default:
      return [];
  }
}

/** The paths as the last check judged them; undefined where none has looked yet. */
const judgedBy = (checks: readonly Check[]): JudgedPaths | undefined =>
  checks.flatMap(({ evidence }) => (evidence.kind === 'path' ? [evidence.judged] : [])).at(-1);

/** The trial as far as it has come at a step; undefined where the step checks no certificate. */
export function sessionTrial(trace: Trace, cursor: Cursor): Trial | undefined {
  const step = stepAt(trace, cursor);
  if (step?.row !== 'check' || !TRIAL_STEPS.includes(step.check.rule)) return undefined;
  const { act, world } = step;
  if (act.kind !== 'rolesanywhere:CreateSession') return undefined;
  const question = questionOf({ world, act });
  const made = trace.steps
    .slice(0, cursor)
    .flatMap((one) => (one.row === 'check' && one.act.id === act.id ? [one.check] : []));
  const judged = judgedBy(made);
  // Before anybody judges the paths, the ladder stands by the names alone.
  const { chosen } = judged ?? judgePaths(question, 'off');
  const found = new Map(
    made.flatMap((check) => requirementsOf(check, question)).map((one) => [one.rule, one]),
  );
  return {
    question,
    ladder: ladderOf(question, chosen),
    end: chosen.end,
    struck: judged ? struckOf(judged) : [],
    checks: TRIAL_RULE_IDS.map(
      (rule): TrialCheck => found.get(rule) ?? { rule, result: 'not-reached', findings: [] },
    ),
  };
}
