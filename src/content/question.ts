import type { StepId, Trace } from '#engine/trace.ts';

import type { RawKnobs } from './knob.ts';
import type { MisconceptionId, TrapId } from './misconceptions.ts';
import type { Claim } from './questions/claim.ts';
import type { LabId } from './scenario.ts';
import type { SourceId } from './sources.ts';

/** A question about a run. Its key is read from the run, never written down. */

/** The exam's skills that were read on AWS's own page; the numbers of other domains are second-hand. */
export const SKILLS = ['4.1.2', '4.2.1', '4.2.3'] as const;
export type Skill = (typeof SKILLS)[number];

/** The place in the simulator that a question is about, and where its answer can be seen. */
export interface Shown {
  readonly lab: LabId;
  readonly scenario: string;
  readonly knobs: RawKnobs;
  /** The check that decides the answer. */
  readonly step: StepId;
}

/** One answer to choose. Its id is the claim it makes, so that claims of runs and of wrong ideas can be compared to it. */
export interface Option {
  readonly id: Claim;
  readonly text: string;
  /** Why it is right, or why it is not. */
  readonly why: string;
  /** The wrong idea that leads here; the key has none. */
  readonly misconception?: MisconceptionId;
}

/** What every type of question has. */
interface Item {
  readonly id: string;
  /** Raised when an answer given earlier would no longer mean the same. */
  readonly version: number;
  /** In a list of questions: what it is about, and nothing about the answer. */
  readonly title: string;
  readonly skill: Skill;
  readonly traps: readonly TrapId[];
  readonly difficulty: 1 | 2 | 3;
  /** What is the case, in a few sentences. */
  readonly situation: string;
  /** The question itself, in one sentence. */
  readonly stem: string;
  readonly source: SourceId;
  readonly shows: Shown;
}

/** One answer of several. */
export interface ChoiceQuestion extends Item {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** What the run says; undefined when it says nothing of the kind. */
  readonly answer: (trace: Trace) => Claim | undefined;
}

/** A question of any type. Another type is another member here and another case where questions are graded and shown. */
export type Question = ChoiceQuestion;
