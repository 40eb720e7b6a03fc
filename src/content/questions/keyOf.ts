import { cursorOf } from '#engine/cursor.ts';
import { promised } from '#engine/never.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Trace } from '#engine/trace.ts';

import type { PlayedQuestion } from '../question.ts';
import type { Claim } from './claim.ts';
import { playedScenario } from './played.ts';

/** What the run of a question says. */

/** The run a question is about. */
export function traceOf({ shows }: PlayedQuestion): Trace {
  const scenario = promised(
    playedScenario(shows.lab, shows.scenario),
    'questions are about scenarios that exist',
  );
  return scenario.play(shows.knobs, { parsePolicy }).trace;
}

/** The option that is right. */
export const keyOf = (question: PlayedQuestion): Claim =>
  promised(question.answer(traceOf(question)), 'the run of a question answers it');

/** The rule whose check decides the answer; undefined where the step is no check. */
export function decidingRule(question: PlayedQuestion): RuleId | undefined {
  const trace = traceOf(question);
  const { cursor, exact } = cursorOf(trace, question.shows.step);
  const step = trace.steps[cursor - 1];
  return exact && step?.row === 'check' ? step.check.rule : undefined;
}
