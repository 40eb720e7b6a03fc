import type { Cursor } from '#engine/cursor.ts';
import type { Step, StepId, Trace } from '#engine/trace.ts';

import { narrate } from '../narrate.ts';
import type { Telling } from '../narrate.ts';
import type { Entry } from './rank.ts';

export interface StepEntry extends Entry {
  readonly step: StepId;
}

/** A step that is still to come, without its outcome: a check by what it looks at. Answers and what is never reached would tell. */
function stillToCome(step: Step, telling: Telling): string | undefined {
  switch (step.row) {
    case 'check': {
      const [words] = telling.subjects.flatMap(({ rules }) => rules[step.check.rule] ?? []);
      return words && `Check: ${words.name}`;
    }
    case 'call':
    case 'clock':
      return narrate(step, telling).label;
    case 'answer':
    case 'not-reached':
    case 'work':
      return undefined;
  }
}

/** The steps of a run to search in: those on screen in full, those to come without what becomes of them. */
export const stepEntries = (
  { steps }: Trace,
  cursor: Cursor,
  telling: Telling,
): readonly StepEntry[] =>
  steps.flatMap((step, index) => {
    const isSeen = index < cursor;
    const title = isSeen ? narrate(step, telling).label : stillToCome(step, telling);
    if (title === undefined) return [];
    return [
      {
        id: `step ${step.id}`,
        group: 'Steps of this run',
        title: `${index + 1} · ${title}`,
        also: isSeen && step.row === 'check' ? (step.check.error?.code ?? '') : '',
        step: step.id,
      },
    ];
  });
