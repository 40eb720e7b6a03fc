import type { Call } from './callIds.ts';
import { CALL_FACTS } from './facts.ts';
import type { Fact } from './facts.ts';

/** What becomes of a call in a case. */

export interface Fits extends Fact {
  readonly kind: 'fits';
  readonly call: Call;
  /** How it serves the purpose, in a sentence. */
  readonly says: string;
  /** What else the run showed: how long it lasts. */
  readonly note?: string;
}

export interface Unfit extends Fact {
  readonly kind: 'unfit';
  readonly call: Call;
  /** Why not, in a sentence. */
  readonly says: string;
  /** Whether it serves the purpose at all. */
  readonly isMeant: boolean;
  /** AWS's own code where the call would be refused. */
  readonly code?: string;
}

export type Verdict = Fits | Unfit;

/** A call that fits; its own page says so unless another fact does. */
export const fits = (call: Call, says: string, fact: Fact = CALL_FACTS[call]): Fits => ({
  kind: 'fits',
  call,
  says,
  source: fact.source,
  basis: fact.basis,
});

/** A call that serves the purpose, but not in this case. */
export const unfit = (call: Call, says: string, fact: Fact = CALL_FACTS[call]): Unfit => ({
  kind: 'unfit',
  call,
  says,
  isMeant: true,
  source: fact.source,
  basis: fact.basis,
});
