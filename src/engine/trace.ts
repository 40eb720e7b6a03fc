import type { Act, ActId, PartyId } from './act.ts';
import type { AwsError } from './errors.ts';
import type { Check } from './judge.ts';
import type { RuleId } from './rules.ts';
import type { Instant } from './time.ts';
import type { World } from './world.ts';

/** What playing a script leaves behind. A step is one row on screen; every view is a function of (trace, cursor). */

/** `act.row` in words: `open-url.token-alive`. Links, questions and gates hang on it; it is never renamed. */
export type StepId = `${ActId}.${string}`;

/** Something to look at beside a step: texts are exactly what is sent, hashed or signed. */
export interface Artifact {
  readonly kind:
    | 'request'
    | 'response'
    | 'canonical-request'
    | 'string-to-sign'
    | 'signing-key'
    | 'signature'
    | 'url'
    | 'policy'
    | 'credentials'
    | 'cloudtrail'
    | 'assertion'
    | 'claims'
    | 'post-policy'
    | 'form'
    | 'message'
    | 'helper'
    /** The commands that do the same: they are written where they are shown, so the text is empty. */
    | 'command';
  /** Tells two of one kind apart: a policy's name. */
  readonly name?: string;
  /** Which policy of the world or the script it is. */
  readonly policyId?: string;
  readonly text: string;
}

export type Outcome =
  | { readonly kind: 'granted' }
  | {
      readonly kind: 'refused';
      readonly rule: RuleId;
      readonly error: AwsError;
      readonly check: Check;
    };

interface Row {
  readonly id: StepId;
  readonly act: Act;
  readonly artifacts: readonly Artifact[];
  /** The world once this step is done. */
  readonly world: World;
}

/** A message leaves one party for another. */
export interface CallStep extends Row {
  readonly row: 'call';
  readonly from: PartyId;
  readonly to: PartyId;
}

/** Somebody checks one rule. */
export interface CheckStep extends Row {
  readonly row: 'check';
  readonly by: PartyId;
  readonly check: Check;
}

/** The rules that were never reached, because one before them failed. */
export interface NotReachedStep extends Row {
  readonly row: 'not-reached';
  readonly by: PartyId;
  readonly rules: readonly RuleId[];
  /** What they would have found, as far as they can be tested without those before them. */
  readonly unmade: readonly Check[];
}

/** The answer to a call: it carries the outcome of its act. */
export interface AnswerStep extends Row {
  readonly row: 'answer';
  readonly from: PartyId;
  readonly to: PartyId;
  readonly outcome: Outcome;
  readonly status: number;
}

/** Work a party does alone: signing a URL, changing a policy. */
export interface WorkStep extends Row {
  readonly row: 'work';
  readonly by: PartyId;
}

/** AWS's clock moves. */
export interface ClockStep extends Row {
  readonly row: 'clock';
  readonly from: Instant;
  readonly until: Instant;
}

export type Step = CallStep | CheckStep | NotReachedStep | AnswerStep | WorkStep | ClockStep;

export interface Trace {
  readonly start: World;
  readonly steps: readonly Step[];
  /** How each act that happened ended. */
  readonly outcomes: Readonly<Record<ActId, Outcome>>;
  /** Acts that never happened, because something they need was refused. */
  readonly unplayed: readonly ActId[];
  /** Whether there is more of it than may be shown yet. */
  readonly goesOn?: true;
}

/** How the run ended: the outcome of the last act that happened; granted for an empty script. */
export function outcomeOf(trace: Trace): Outcome {
  for (const step of trace.steps.toReversed()) {
    if (step.row === 'answer') return step.outcome;
  }
  return { kind: 'granted' };
}
