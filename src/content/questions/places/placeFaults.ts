import { cursorOf } from '#engine/cursor.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import type { Shown } from '../../question.ts';
import { RULE_FACTS } from '../../ruleFacts.ts';
import type { Scenario } from '../../scenario.ts';

/** What is wrong with a place in the simulator that a question leads to, in words. */

type Find = (lab: string, id: string) => Scenario | undefined;

export function placeFaults(shows: Shown, find: Find): readonly string[] {
  const scenario = find(shows.lab, shows.scenario);
  if (!scenario) return [`no scenario ${shows.lab}/${shows.scenario}`];
  const { trace, notices } = scenario.play(shows.knobs, { parsePolicy });
  const { cursor, exact } = cursorOf(trace, shows.step);
  const step = trace.steps[cursor - 1];
  const isModelled =
    step?.row === 'check' && RULE_FACTS[step.check.rule].basis.verdict === 'modelled';
  return [
    ...notices,
    ...(exact ? [] : [`the run has no step ${shows.step}`]),
    ...(exact && isModelled ? [`the verdict is modelled: ${step.check.rule}`] : []),
  ];
}
