import type { StepId } from '#engine/trace.ts';

import type { RawKnobs } from '../knob.ts';
import type { LabId } from '../scenario.ts';
import type { Written } from './tools.ts';

/** Something that is often written, and what AWS does. */
export interface Correction extends Written {
  readonly id: string;
  readonly often: string;
  readonly does: string;
  /** The step of a run that shows it; absent while none does. */
  readonly shown?: Shown;
}

export interface Shown {
  readonly lab: LabId;
  readonly scenario: string;
  readonly step: StepId;
  readonly knobs: RawKnobs;
}

export interface Corrections {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Correction[];
}

/** A step of a run in the lab of presigned URLs. */
export const presignedStep = (scenario: string, step: StepId, knobs: RawKnobs = {}): Shown => ({
  lab: 'presigned',
  scenario,
  step,
  knobs,
});

/** A step of a run in the lab of AWS STS. */
export const stsStep = (scenario: string, step: StepId, knobs: RawKnobs = {}): Shown => ({
  lab: 'sts',
  scenario,
  step,
  knobs,
});

/** A step of a run in the lab of IAM Roles Anywhere. */
export const anywhereStep = (scenario: string, step: StepId, knobs: RawKnobs = {}): Shown => ({
  lab: 'rolesanywhere',
  scenario,
  step,
  knobs,
});
