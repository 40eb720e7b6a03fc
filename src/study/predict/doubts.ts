import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { Check } from '#engine/judge.ts';
import { secondsBetween } from '#engine/time.ts';
import type { AnswerStep, Trace } from '#engine/trace.ts';

import type { PredictionKind } from './asked.ts';

/** Why a run is not to be asked about: something that AWS does not document, and nobody saw, decides it. */

/** How far a moment stays from the end of its window, in seconds: whether the very second counts is modelled. */
const CLEAR = 60;

/** AWS tolerates about fifteen minutes here, and gives no number. */
const CLEAR_OF_ABOUT = 300;

function clearanceOf({ rule }: Check): number {
  if (rule === 's3.not-in-the-future') return CLEAR_OF_ABOUT;
  // The ends of a certificate are part of its validity: RFC 5280, 4.1.2.5.
  return rule === 'rolesanywhere.certificate-current' ? 1 : CLEAR;
}

/** Whether what a check compared lies so near an end that the second decides. */
function isOnEdge(check: Check): boolean {
  if (check.evidence.kind !== 'window') return false;
  const { at, from, until } = check.evidence;
  // What begins at its beginning is within: somebody who signs may send at once.
  const edges = [...(from !== undefined && at < from ? [from] : []), until];
  return edges.some(
    (edge) => edge !== undefined && Math.abs(secondsBetween(edge, at)) < clearanceOf(check),
  );
}

/** Whether AWS neither says nor shows how such a check ends, and here it might end either way. */
function isGuess(check: Check): boolean {
  const { evidence, rule } = check;
  if (evidence.kind === 'policy' && evidence.decision.basis === 'modelled') return true;
  if (RULE_FACTS[rule].basis.verdict !== 'modelled') return false;
  if (check.result === 'fail') return true;
  // A pass is in doubt only where something stood against a bound.
  return rule === 'sts.packed-size' || rule === 'rolesanywhere.session-fits'
    ? isLarge(evidence)
    : evidence.kind === 'window' && isOff(evidence);
}

/** How much of the space for policies and tags may be taken: its size is modelled, and what is small fits anyway. */
const ROOMY = 60;

const isLarge = (evidence: Check['evidence']): boolean =>
  evidence.kind === 'constraints' &&
  evidence.parameters.some(
    ({ name, value }) => /per cent|%/.test(`${name} ${value}`) && Number.parseFloat(value) > ROOMY,
  );

/** Whether a clock is not in the middle of its window. */
function isOff({ at, from, until }: Extract<Check['evidence'], { kind: 'window' }>): boolean {
  if (from === undefined || until === undefined) return false;
  return Math.abs(secondsBetween(from, at) - secondsBetween(at, until)) > 2 * CLEAR;
}

/** What would have been found wrong beside what was. */
const unmadeFailures = (trace: Trace, { act }: AnswerStep): readonly Check[] =>
  trace.steps.flatMap((step) =>
    step.row === 'not-reached' && step.act.id === act.id
      ? step.unmade.filter(({ result }) => result === 'fail')
      : [],
  );

/** Whether another check fails too, so that the order of the two decides: AWS publishes none. */
function isOrdered(trace: Trace, answer: AnswerStep, kind: PredictionKind): boolean {
  const { outcome } = answer;
  if (outcome.kind === 'granted') return false;
  return unmadeFailures(trace, answer).some(
    ({ error }) =>
      kind === 'stops' || error?.code !== outcome.error.code || error.status !== answer.status,
  );
}

/** Whether a check might end either way, as far as AWS says or anybody saw. */
export const isDoubtful = (check: Check): boolean => isOnEdge(check) || isGuess(check);

/** Whether a run, up to the act that is asked about, leaves nothing to guess. */
export function isSettled(trace: Trace, kind: PredictionKind): boolean {
  const checks = trace.steps.flatMap((step) => (step.row === 'check' ? [step.check] : []));
  if (checks.some(isDoubtful)) return false;
  const last = trace.steps.at(-1);
  if (last?.row !== 'answer' || kind === 'ends') return true;
  if ((kind === 'answers' || kind === 'error') && last.outcome.kind === 'refused') {
    if (last.outcome.error.wording === 'modelled') return false;
  }
  return !isOrdered(trace, last, kind);
}
