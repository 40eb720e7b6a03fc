import type { AwsError } from './errors.ts';
import type { EvidenceOf, RuleAbout, RuleId } from './rules.ts';

/** One check that was made: the rule, whether it passed, on what evidence, and the error of a check that failed. */
export type Check = {
  [Id in RuleId]: {
    readonly rule: Id;
    readonly result: 'pass' | 'fail';
    readonly evidence: EvidenceOf<Id>;
    readonly error?: AwsError;
  };
}[RuleId];

/** What an ordered list of rules says: the checks made, those never reached, and the error of the one that failed. */
export interface Judgement {
  readonly checks: readonly Check[];
  readonly notReached: readonly RuleId[];
  readonly refusal?: { readonly rule: RuleId; readonly error: AwsError; readonly check: Check };
}

/** Tests rules in order and stops at the first that fails, as AWS does: one request, one error. Rules that do not apply are left out. */
export function judge<Context>(all: readonly RuleAbout<Context>[], context: Context): Judgement {
  const rules = all.filter(({ applies }) => applies?.(context) ?? true);
  const checks: Check[] = [];
  for (const [index, rule] of rules.entries()) {
    const found = rule.test(context);
    const { evidence } = found;
    const made = found.pass
      ? { result: 'pass', evidence }
      : { result: 'fail', evidence, error: found.error };
    // Rule and evidence belong to the same id by the type of `Rule`.
    const check = { rule: rule.id, ...made } as Check;
    checks.push(check);
    if (!found.pass) {
      const notReached = rules.slice(index + 1).map(({ id }) => id);
      return { checks, notReached, refusal: { rule: rule.id, error: found.error, check } };
    }
  }
  return { checks, notReached: [] };
}
