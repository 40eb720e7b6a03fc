import type { Trace } from '#engine/trace.ts';

import type { Claim } from './questions/claim.ts';
import type { TrapId } from './traps.ts';

/** What a wrong idea is. */

/**
 * What an idea speaks of: a link that is signed or used, a call of AssumeRole, any call that gives a session, any
 * request, or who a caller is. It is asked for predictions about no other.
 */
export const MATTERS = ['link', 'assume-role', 'session', 'request', 'caller'] as const;
export type Matter = (typeof MATTERS)[number];

export interface Misconception {
  /** The idea in one sentence, as its holder would say it. */
  readonly belief: string;
  /** What is true instead, in short sentences that hold wherever the idea claims something else. */
  readonly truth: string;
  readonly trap?: TrapId;
  readonly about: readonly Matter[];
  /** At most one claim of a kind. */
  readonly expects: (trace: Trace) => readonly Claim[];
}

/** These claims, where there is an occasion for them. */
export const when = (holds: boolean, ...claims: readonly Claim[]): readonly Claim[] =>
  holds ? claims : [];
