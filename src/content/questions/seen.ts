import type { StepId } from '#engine/trace.ts';

import type { RawKnobs } from '../knob.ts';
import type { Shown } from '../question.ts';

/** The place where a question can be seen: `seenIn('presigned')('used-again', 'use-stranger.answer')`. */
export const seenIn =
  (lab: Shown['lab']) =>
  (scenario: string, step: StepId, knobs: RawKnobs = {}): Shown => ({ lab, scenario, step, knobs });
