import { promised } from '#engine/never.ts';
import type { Outcome, Step, StepId } from '#engine/trace.ts';
import type { Instant } from '#engine/time.ts';

import type { Fact } from '../calls/facts.ts';
import type { RawKnobs } from '../knob.ts';
import { narrate } from '../narrate.ts';
import type { Verdict } from '../narrate.ts';
import { STORY } from './ways.ts';
import type { WayRun } from './ways.ts';
import { calendarDay, clockTime } from '../words.ts';

/** What stands where a way and a question of the comparison meet. */
export interface CompareCell {
  readonly says?: string;
  /** Names of AWS, letter by letter. */
  readonly code?: string;
  readonly verdict?: Verdict;
  /** Where it is written; absent where the engine has played it. */
  readonly fact?: Fact;
  /** The step of the lab that shows it. */
  readonly shows?: { readonly knobs: RawKnobs; readonly step: StepId };
}

/** A moment with its day, without a time of day that is midnight. */
export const spokenMoment = (at: Instant): string => {
  const time = clockTime(at);
  return time === '00:00' ? calendarDay(at) : `${calendarDay(at)}, ${time}`;
};

/** The outcome of the first of these acts that was refused, or else of the last. */
function endOf({ trace }: WayRun, acts: readonly string[]): readonly [string, Outcome] {
  const ended = acts.flatMap((id) => {
    const outcome = trace.outcomes[id];
    return outcome ? [[id, outcome] as const] : [];
  });
  const refused = ended.find(([, { kind }]) => kind === 'refused');
  return promised(refused ?? ended.at(-1), `one of ${acts.join(', ')} happened`);
}

/** The step that decided an act: the check that failed, or the answer. */
const decidingStep = ({ trace }: WayRun, id: string): Step =>
  promised(
    trace.steps.find(
      (step) => step.act.id === id && step.row === 'check' && step.check.result === 'fail',
    ) ?? trace.steps.find((step) => step.act.id === id && step.row === 'answer'),
    `${id} was answered`,
  );

const WORDS = {
  server: { granted: ['good', 'GRANTED'], refused: ['bad', 'REFUSED'] },
  thief: { granted: ['bad', 'GETS IN'], refused: ['good', 'STOPPED'] },
} as const;

/** How some acts of a run ended, for the server or for the thief, and which step shows it. */
export function ended(
  run: WayRun,
  whose: keyof typeof WORDS,
  acts: readonly string[],
): CompareCell & Required<Pick<CompareCell, 'verdict' | 'shows'>> {
  const [id, outcome] = endOf(run, acts);
  const [tone, word] = WORDS[whose][outcome.kind];
  const step = decidingStep(run, id);
  const { because } = narrate(step, STORY);
  return {
    verdict: { tone, word, ...(outcome.kind === 'refused' && { code: outcome.error.code }) },
    ...(outcome.kind === 'refused' && because !== '' && { says: because }),
    shows: { knobs: run.knobs, step: step.id },
  };
}
