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
  /** What those never reached would have found, without those that ask for what the failed one would have given. */
  readonly unmade: readonly Check[];
  readonly refusal?: { readonly rule: RuleId; readonly error: AwsError; readonly check: Check };
}

/** Tests rules in order and stops at the first that fails, as AWS does: one request, one error. Rules that do not apply are left out. */
export function judge<Context>(all: readonly RuleAbout<Context>[], context: Context): Judgement {
  const rules = all.filter(({ applies }) => applies?.(context) ?? true);
  const checks: Check[] = [];
  for (const [index, rule] of rules.entries()) {
    const check = checkOf(rule, context);
    checks.push(check);
    if (check.error) {
      const rest = rules.slice(index + 1);
      let unmade: readonly Check[] | undefined;
      return {
        checks,
        notReached: rest.map(({ id }) => id),
        // Made when somebody asks: most runs are played for their outcome.
        get unmade(): readonly Check[] {
          unmade ??= rest.flatMap((one) => checkAfterFailure(one, context));
          return unmade;
        },
        refusal: { rule: rule.id, error: check.error, check },
      };
    }
  }
  return { checks, notReached: [], unmade: [] };
}

function checkOf<Context>(rule: RuleAbout<Context>, context: Context): Check {
  const found = rule.test(context);
  const { evidence } = found;
  const made = found.pass
    ? { result: 'pass', evidence }
    : { result: 'fail', evidence, error: found.error };
  // Rule and evidence belong to the same id by the type of `Rule`.
  return { rule: rule.id, ...made } as Check;
}

/** A check that stands behind a failed one; none where it needs what that one would have found. */
function checkAfterFailure<Context>(rule: RuleAbout<Context>, context: Context): readonly Check[] {
  try {
    return [checkOf(rule, context)];
  } catch {
    // A rule is promised that those before it have passed, and this one relies on it.
    return [];
  }
}
