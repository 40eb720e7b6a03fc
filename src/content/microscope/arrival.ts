import type { Examined } from '#engine/microscope/examine.ts';
import type { Basis } from '#engine/basis.ts';
import type { RuleId } from '#engine/rules.ts';

import { changedParts } from './boxWords.ts';
import type { MicroscopeTable } from './table.ts';

/** What AWS answers to the request that arrived. */
export interface Arrival {
  readonly tone: 'good' | 'bad';
  readonly word: 'GRANTED' | 'REFUSED';
  /** The error’s code, or the status. */
  readonly code: string;
  /** One sentence or two: what decided it. */
  readonly because: string;
  /** The answer as it is on the wire. */
  readonly answer: string;
  /** The rule that refused it, where one of those we tell apart did. */
  readonly rule?: RuleId;
  readonly wording?: Basis;
}

/** Why the verifier computes another signature than the one that came. */
export function mismatchReason(table: MicroscopeTable, found: Examined): string {
  const { differing } = found;
  if (differing.every((id) => id === 'claim')) {
    return 'The signature in the request was changed; what it signs is still the same.';
  }
  if (table.knownSecret !== undefined && table.knownSecret !== table.inputs.secretAccessKey) {
    return 'AWS knows another secret for this key id, so its key ladder ends in another signing key.';
  }
  const parts = changedParts(found);
  return parts === undefined
    ? 'The verifier arrives at another signature from the same request.'
    : `Changed after signing: ${parts}.`;
}
