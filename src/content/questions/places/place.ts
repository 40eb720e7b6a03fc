import type { StepId } from '#engine/trace.ts';

import type { RawKnobs } from '../../knob.ts';
import type { Shown } from '../../question.ts';

/** Where written questions can be seen to happen: apart from them, since nobody may go there before the answer is in. */

export interface Place {
  /** The step that decides the question. */
  readonly shows: Shown;
  /**
   * Where what is wrong is refuted: `here` at that step, or each entry in a run of its own, by the entry's id. Pairs of a
   * matching stand under the id of their prompt.
   */
  readonly refutes?: 'here' | Readonly<Record<string, Shown>>;
}

export type Places = Readonly<Record<string, Place>>;

/** A step of a scenario in a lab: `stepIn('presigned')('used-again', 'use-stranger.answer')`. */
export const stepIn =
  (lab: Shown['lab']) =>
  (scenario: string, step: StepId, knobs: RawKnobs = {}): Shown => ({ lab, scenario, step, knobs });

/** A step that decides, and refutes everything else that was said. */
export const decided = (shows: Shown): Place => ({ shows, refutes: 'here' });

/** A step that decides, and steps of other runs that refute what is wrong, by entry. */
export const each = (shows: Shown, refutes: Readonly<Record<string, Shown>>): Place => ({
  shows,
  refutes,
});

/** The same step for several entries. */
export const all = (ids: readonly string[], shown: Shown): Readonly<Record<string, Shown>> =>
  Object.fromEntries(ids.map((id) => [id, shown]));

/** A policy document with one statement, as a knob or an edit holds it. */
export const statement = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [fields] });
