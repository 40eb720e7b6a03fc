import type { RawKnobs } from '#content/knob.ts';
import type { LabId } from '#content/scenario.ts';
import type { ActId } from '#engine/act.ts';

/** What a prediction is made from: apart from what makes it, so that links can be read without. */

/**
 * What is to be predicted of an act: which check refuses it, what the service answers, when what it gives ends, and who
 * the caller is.
 */
export const PREDICTION_KINDS = ['stops', 'answers', 'ends', 'caller'] as const;

/**
 * What is asked at any time, and what only once it is known that a check fails: the error. That is a kind of its own:
 * among its answers none is granted, and what somebody said to it is no answer to the other.
 */
export type PredictionKind = (typeof PREDICTION_KINDS)[number] | 'error';

/** All kinds, for names that are read. */
export const NAMED_KINDS: readonly PredictionKind[] = [...PREDICTION_KINDS, 'error'];

/** What a prediction is made of, and made again from: a story, a setting, an act and what is asked of it. */
export interface Asked {
  readonly lab: LabId;
  readonly scenario: string;
  /** Only what differs from the start, and matters. */
  readonly knobs: RawKnobs;
  readonly act: ActId;
  readonly kind: PredictionKind;
}
