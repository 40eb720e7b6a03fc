import { countOf, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { narrate } from './narrate.ts';
import { RULE_FACTS } from './ruleFacts.ts';
import type { Scenario } from './scenario.ts';

/** What somebody who presents a run reads beside each step: what to say, what to ask, what lies behind it. */

export const NOTE_KINDS = ['say', 'why', 'rule', 'ask', 'choose', 'key', 'said', 'keep'] as const;

export interface Note {
  readonly kind: (typeof NOTE_KINDS)[number];
  readonly text: string;
}

/** Whether a step ends the doubt: a check that fails, or the last answer. */
const decides = (step: Step): boolean =>
  (step.row === 'check' && step.check.result === 'fail') || step.row === 'answer';

/** What to ask the room before a step, without a word of how it ends. */
function questionBefore(next: Step | undefined): readonly Note[] {
  if (!next) return [];
  const vote = decides(next) ? ' Let the room vote before you go on.' : '';
  if (next.row === 'check') {
    return [{ kind: 'ask', text: `${RULE_FACTS[next.check.rule].question}${vote}` }];
  }
  return next.row === 'answer'
    ? [{ kind: 'ask', text: `What is the answer: granted or refused?${vote}` }]
    : [];
}

/** The notes for the step that is shown; at the start, those for the story. */
export function speakerNotes(scenario: Scenario, trace: Trace, cursor: Cursor): readonly Note[] {
  const step = stepAt(trace, cursor);
  const isLast = cursor === countOf(trace);
  const keep = scenario.lesson?.text ?? RULE_FACTS[scenario.about].statement;
  return [
    ...(step ? stepNotes(step, scenario) : [{ kind: 'say', text: scenario.summary } as const]),
    ...questionBefore(trace.steps[cursor]),
    ...(isLast ? [{ kind: 'keep', text: keep } as const] : []),
  ];
}

function stepNotes(step: Step, scenario: Scenario): readonly Note[] {
  const { caption, because } = narrate(step, scenario);
  return [
    { kind: 'say', text: caption },
    ...(because === '' ? [] : [{ kind: 'why', text: because } as const]),
    ...(step.row === 'check'
      ? [{ kind: 'rule', text: RULE_FACTS[step.check.rule].statement } as const]
      : []),
  ];
}
