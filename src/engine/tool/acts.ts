import type { Dated, PartyId, Presign } from '../act.ts';
import type { Seconds } from '../time.ts';
import type { SigningTool } from './signingTool.ts';

/** Asking a tool for a presigned URL: it signs on the caller's own machine, and nothing is sent to AWS. */
export interface PresignByTool extends Dated, Omit<Presign, 'kind' | 'expires'> {
  readonly kind: 'tool:presign';
  readonly to: PartyId;
  readonly tool: SigningTool;
  /** The lifetime that is asked for; left out: the tool's own. */
  readonly asked?: Seconds;
}
