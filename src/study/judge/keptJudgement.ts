import type { ActId } from '#engine/act.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Trace } from '#engine/trace.ts';

import type { Answer } from '../answer.ts';
import type { Attempt } from '../attempt.ts';
import { gradeJudgement } from './gradeJudgement.ts';
import { CHECK_VERDICTS } from './said.ts';
import type { SaidJudgement } from './said.ts';

/** Judgements as they are kept: an attempt like any other, whose answer says it check by check. */

const ANSWER = 'answer';

/** A judgement as an answer: `s3.url-alive=fail=2026-01-15T13:00:00Z`. */
export const answerOf = ({ checks, answer }: SaidJudgement): Answer => [
  ...checks.map(({ rule, verdict, pick }) =>
    [rule, verdict, ...(pick === undefined ? [] : [pick])].join('='),
  ),
  ...(answer === undefined ? [] : [`${ANSWER}=${answer}`]),
];

const isRule = (text: string): text is RuleId => Object.hasOwn(RULES, text);

/** The judgement that an answer says; what cannot be read is left out. */
export function judgementOf(answer: Answer): SaidJudgement {
  const parts = answer.map((part) => part.split('='));
  const [, said] = parts.find(([name]) => name === ANSWER) ?? [];
  return {
    checks: parts.flatMap(([rule = '', verdictName, ...rest]) => {
      const verdict = CHECK_VERDICTS.find((one) => one === verdictName);
      if (!isRule(rule) || !verdict) return [];
      const pick = rest.join('=');
      return [{ rule, verdict, ...(pick !== '' && { pick }) }];
    }),
    ...(said !== undefined && { answer: said }),
  };
}

/** The record of a judgement handed in at a moment. */
export const judged = (
  questionId: string,
  run: { readonly trace: Trace; readonly act: ActId },
  { said, at }: { readonly said: SaidJudgement } & Pick<Attempt, 'at'>,
): Attempt => ({
  questionId,
  contentVersion: 1,
  mode: 'practice',
  answer: answerOf(said),
  isCorrect: gradeJudgement(run.trace, run.act, said).misses === 0,
  at,
});
