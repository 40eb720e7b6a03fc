import type { RuleId } from '#engine/rules.ts';

import type { Shown } from '../facts/correction.ts';
import type { Written } from '../facts/tools.ts';
import { RULE_FACTS } from '../ruleFacts.ts';

/**
 * The cheat sheet: durations, limits and defaults. Each number is read from the engine, or from `published.ts` where
 * no rule needs it, so that a sheet cannot say another number than the simulator checks.
 */

export type Unit = 'seconds' | 'bytes' | 'characters' | 'per cent' | 'a second' | 'pieces';

/** A number or two, and the step of a run that shows them; absent where no run does. */
export interface Figure {
  readonly min?: number;
  readonly max?: number;
  readonly shown?: Shown;
  /** The rule of that step, where it is another than the limit’s own. */
  readonly by?: RuleId;
}

interface Numbers {
  readonly id: string;
  /** What is limited: a few words. */
  readonly name: string;
  readonly unit: Unit;
  /** What may be asked for, or what there may be. */
  readonly bounds?: Figure;
  /** What it is where nobody says. */
  readonly standard?: Figure;
  /** What the numbers alone do not tell: a few words. */
  readonly note?: string;
}

/** A limit that a rule of the engine checks says what that rule says of its source; every other one says it itself. */
export type Limit = Numbers &
  (({ readonly rule: RuleId } & Partial<Written>) | ({ readonly rule?: undefined } & Written));

export interface LimitGroup {
  readonly id: 'sts' | 'presigned' | 'rolesanywhere' | 'policies' | 'console';
  readonly title: string;
  readonly limits: readonly Limit[];
}

/** Where a limit is written, and how sure we are of it. */
export function writtenOf(limit: Limit): Written {
  if (limit.rule === undefined) return { source: limit.source, basis: limit.basis };
  const { source, basis } = RULE_FACTS[limit.rule];
  return { source: limit.source ?? source, basis: limit.basis ?? basis.verdict };
}
