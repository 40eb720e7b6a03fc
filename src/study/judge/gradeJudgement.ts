import { DOCUMENTED_ORDER } from '#content/judge/checkOrder.ts';
import type { OrderPair } from '#content/judge/checkOrder.ts';
import type { ActId } from '#engine/act.ts';
import { promised } from '#engine/never.ts';
import type { RuleId } from '#engine/rules.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { hearingOf } from './hearing.ts';
import type { HeardCheck, Hearing } from './hearing.ts';
import { pickOf } from './picks.ts';
import type { Pick } from './picks.ts';
import { GRANTED, saidOf } from './said.ts';
import type { CheckVerdict, SaidCheck, SaidJudgement } from './said.ts';
import { ruling } from './ruling.ts';
import type { Ruling } from './ruling.ts';

/** Compares a judgement with the engine's own, check by check. */

/**
 * What one thing that was said is worth. What only follows from a miss before it is no second miss; what AWS does not
 * document is open and counts for nothing.
 */
export type Worth = 'right' | 'miss' | 'follows' | 'open';

export interface GradedPick {
  readonly pick: Pick;
  readonly said: string | undefined;
  readonly worth: Worth;
}

export interface GradedCheck {
  readonly heard: HeardCheck;
  readonly said: CheckVerdict | undefined;
  readonly is: CheckVerdict;
  readonly worth: Worth;
  /** What decided it, where that was to be picked. */
  readonly picked?: GradedPick;
  /** The step that shows it. */
  readonly step: StepId;
}

export interface GradedJudgement {
  /** In the order in which the checks were made. */
  readonly checks: readonly GradedCheck[];
  readonly answer: {
    readonly said: string | undefined;
    readonly is: string;
    readonly worth: Worth;
    readonly step: StepId;
  };
  /** An order of two checks that AWS publishes, and that was not kept. */
  readonly broken?: OrderPair;
  readonly right: number;
  readonly misses: number;
  /** All that counts. */
  readonly total: number;
}

/** The checks in the order in which somebody made them; those nobody spoke of come last. */
function ordered({ checks }: Hearing, said: SaidJudgement): readonly HeardCheck[] {
  const spoken = said.checks.flatMap(({ rule }) => checks.find((one) => one.rule === rule) ?? []);
  return [...spoken, ...checks.filter((one) => !spoken.includes(one))];
}

const isMade = (said: SaidJudgement, rule: RuleId): boolean => {
  const { verdict } = saidOf(said, rule) ?? {};
  return verdict !== undefined && verdict !== 'not-reached';
};

/** A published order of two checks that somebody made the other way round. */
function brokenIn(order: readonly HeardCheck[], said: SaidJudgement): OrderPair | undefined {
  const rules = order.map(({ rule }) => rule);
  return DOCUMENTED_ORDER.find(
    ({ first, second }) =>
      rules.includes(first) && isMade(said, second) && rules.indexOf(second) < rules.indexOf(first),
  );
}

/** Whether what was said of a check follows from a check before it that was taken for what it is not. */
function isConsequence(one: HeardCheck, before: readonly GradedCheck[], said: SaidCheck): boolean {
  const missed = before.filter(({ worth }) => worth === 'miss');
  if (said.verdict === 'not-reached') return missed.some((miss) => miss.said === 'fail');
  return (
    missed.some(({ is, said: taken }) => is === 'fail' && taken === 'pass') &&
    said.verdict === one.check?.result
  );
}

function worthOf(is: CheckVerdict, said: SaidCheck | undefined, follows: () => boolean): Worth {
  if (said?.verdict === is) return 'right';
  return said && follows() ? 'follows' : 'miss';
}

function gradedPick(
  pick: Pick | undefined,
  said: SaidCheck | undefined,
  { is, worth }: Ended,
): GradedPick | undefined {
  if (!pick?.accepted || is === 'not-reached') return undefined;
  const { pick: picked, verdict } = said ?? {};
  if (worth === 'open') return { pick, said: picked, worth };
  if (picked !== undefined && pick.accepted.includes(picked)) {
    return { pick, said: picked, worth: 'right' };
  }
  // Who takes a check for one that is not reached is not asked what decides it.
  const isUnasked = verdict === 'not-reached' || verdict === undefined;
  return { pick, said: picked, worth: isUnasked ? 'follows' : 'miss' };
}

/** How a check ends, and what was said of it is worth. */
type Ended = { readonly is: CheckVerdict; readonly worth: Worth };

function gradedChecks(
  hearing: Hearing,
  order: readonly HeardCheck[],
  { verdicts, openFrom }: Ruling,
  said: SaidJudgement,
): readonly GradedCheck[] {
  const graded: GradedCheck[] = [];
  for (const heard of order) {
    const { rule } = heard;
    const is = verdicts.get(rule) ?? 'not-reached';
    const one = saidOf(said, rule);
    const worth = openFrom.has(rule)
      ? 'open'
      : worthOf(is, one, () => one !== undefined && isConsequence(heard, graded, one));
    const picked = gradedPick(pickOf(heard, hearing.checks), one, { is, worth });
    graded.push({
      heard,
      said: one?.verdict,
      is,
      worth,
      step: heard.step ?? `${hearing.call.act.id}.not-reached`,
      ...(picked && { picked }),
    });
  }
  return graded;
}

/** The answer that what was said of the checks leads to. */
function answerBy(hearing: Hearing, said: SaidJudgement): string | undefined {
  const failed = said.checks.find(({ verdict }) => verdict === 'fail');
  if (!failed) return GRANTED;
  return hearing.checks.find(({ rule }) => rule === failed.rule)?.check?.error?.code;
}

function gradedAnswer(
  hearing: Hearing,
  { code, isOpen }: Ruling,
  said: SaidJudgement,
  hasMissed: boolean,
): GradedJudgement['answer'] {
  const { answer: own } = said;
  const follows = hasMissed && own !== undefined && own === answerBy(hearing, said);
  const worth = own === code ? 'right' : follows ? 'follows' : 'miss';
  return { said: own, is: code, worth: isOpen ? 'open' : worth, step: hearing.answer.id };
}

const heardIn = (trace: Trace, act: ActId): Hearing =>
  promised(hearingOf(trace, act), 'only a request that is checked is judged');

/**
 * Grades a judgement on a request of a run. Any order of the checks is taken that keeps to what AWS publishes; what is
 * so then follows from that order, for the first check that fails ends the request.
 */
export function gradeJudgement(trace: Trace, act: ActId, said: SaidJudgement): GradedJudgement {
  const hearing = heardIn(trace, act);
  const order = ordered(hearing, said);
  const broken = brokenIn(order, said);
  const ruled = ruling(hearing, broken ? hearing.checks : order);
  const checks = gradedChecks(hearing, order, ruled, said);
  const hasMissed = checks.some(({ worth }) => worth === 'miss');
  const answer = gradedAnswer(hearing, ruled, said, hasMissed);
  const worths = [
    ...checks.flatMap(({ worth, picked }) => (picked ? [worth, picked.worth] : [worth])),
    answer.worth,
    ...(broken ? (['miss'] as const) : []),
  ];
  const count = (wanted: Worth): number => worths.filter((one) => one === wanted).length;
  return {
    checks,
    answer,
    ...(broken && { broken }),
    right: count('right'),
    misses: count('miss'),
    total: worths.length - count('open'),
  };
}

/** The judgement that the engine itself passes on a request. */
export function ownJudgement(trace: Trace, act: ActId): SaidJudgement {
  const hearing = heardIn(trace, act);
  const { verdicts, code } = ruling(hearing, hearing.checks);
  return {
    checks: hearing.checks.map((heard) => {
      const verdict = verdicts.get(heard.rule) ?? 'not-reached';
      const [pick] =
        verdict === 'not-reached' ? [] : (pickOf(heard, hearing.checks)?.accepted ?? []);
      return { rule: heard.rule, verdict, ...(pick !== undefined && { pick }) };
    }),
    answer: code,
  };
}
