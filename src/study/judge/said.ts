import type { RuleId } from '#engine/rules.ts';

/** What somebody who judges a request says. */

export const CHECK_VERDICTS = ['pass', 'fail', 'not-reached'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** What is said of one check. */
export interface SaidCheck {
  readonly rule: RuleId;
  readonly verdict: CheckVerdict;
  /** What decided it, where there is a choice: the id of an option. */
  readonly pick?: string;
}

/** The answer of a request that every check lets pass. */
export const GRANTED = 'granted';

/** A whole judgement. */
export interface SaidJudgement {
  /** In the order in which the checks were made. */
  readonly checks: readonly SaidCheck[];
  /** The code of the error, or that it is granted. */
  readonly answer?: string;
}

export const NOTHING_SAID: SaidJudgement = { checks: [] };

/** What was said of a check. */
export const saidOf = ({ checks }: SaidJudgement, rule: RuleId): SaidCheck | undefined =>
  checks.find((one) => one.rule === rule);

/** A judgement with something said of one check; a check keeps the place at which it was first spoken of. */
export function withVerdict(
  said: SaidJudgement,
  rule: RuleId,
  verdict: CheckVerdict,
): SaidJudgement {
  const before = saidOf(said, rule);
  return {
    ...said,
    checks: before
      ? said.checks.map((one) => (one === before ? { ...one, verdict } : one))
      : [...said.checks, { rule, verdict }],
  };
}

/** A judgement with what decided one check. */
export const withPick = (said: SaidJudgement, rule: RuleId, pick: string): SaidJudgement => ({
  ...said,
  checks: said.checks.map((one) => (one.rule === rule ? { ...one, pick } : one)),
});

/** All that has not been spoken of is not reached. */
export const withRest = (said: SaidJudgement, rules: readonly RuleId[]): SaidJudgement =>
  rules
    .filter((rule) => !saidOf(said, rule))
    .reduce((all, rule) => withVerdict(all, rule, 'not-reached'), said);
