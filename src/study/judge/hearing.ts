import type { Act, ActId, PartyId } from '#engine/act.ts';
import type { Check } from '#engine/judge.ts';
import type { RuleId } from '#engine/rules.ts';
import type { AnswerStep, CallStep, StepId, Trace } from '#engine/trace.ts';

/** One check that a service makes of a request. */
export interface HeardCheck {
  readonly rule: RuleId;
  /** What it finds, or would have found; absent where it needs what a check that failed would have given. */
  readonly check?: Check;
  /** The step that shows it, where it was made. */
  readonly step?: StepId;
}

/** A request before the service that is to decide on it, with what the engine found. */
export interface Hearing {
  readonly call: CallStep;
  readonly answer: AnswerStep;
  /** Who decides. */
  readonly by: PartyId;
  /** In the engine's order. */
  readonly checks: readonly HeardCheck[];
}

/** Whether a check had what it compares: a moment that could not be read is none. */
const isFounded = ({ evidence }: Check): boolean =>
  evidence.kind !== 'window' ||
  [evidence.at, evidence.from, evidence.until].every((at) => at === undefined || !Number.isNaN(at));

/** A tool asks nobody, and an answer to HEAD names no error. */
const isAnswered = (act: Act): boolean =>
  !act.kind.startsWith('tool:') && !(act.kind === 'open-url' && act.method === 'HEAD');

/** What a service has to decide on in one act of a run; undefined where it checks nothing. */
export function hearingOf({ steps }: Trace, id: ActId): Hearing | undefined {
  const own = steps.filter(({ act }) => act.id === id);
  const call = own.find((step) => step.row === 'call');
  const answer = own.find((step) => step.row === 'answer');
  const checks = own.flatMap((step): readonly HeardCheck[] => {
    if (step.row === 'check') return [{ rule: step.check.rule, check: step.check, step: step.id }];
    if (step.row !== 'not-reached') return [];
    return step.rules.map((rule) => {
      const check = step.unmade.find((one) => one.rule === rule && isFounded(one));
      return { rule, ...(check && { check }) };
    });
  });
  if (!call || !answer || checks.length < 2 || !isAnswered(call.act)) return undefined;
  return { call, answer, by: call.to, checks };
}

/** The acts of a run that can be judged. */
export const actsToJudge = (trace: Trace): readonly ActId[] => [
  ...new Set(
    trace.steps.flatMap(({ row, act }) =>
      row === 'call' && hearingOf(trace, act.id) ? [act.id] : [],
    ),
  ),
];
