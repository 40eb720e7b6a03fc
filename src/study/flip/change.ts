import type { RawKnobs } from '#content/knob.ts';
import type { StatementFix } from './policyFixes.ts';

/** How near a change lies to what decided: what the check itself compared comes first, a rewritten policy last. */
export const NEARNESS = [
  // For an attack: a safeguard switched on.
  'guarded',
  // The time at which it happens, at the limits of the check that decided.
  'moment',
  // A length of time, at the same limits.
  'length',
  // A setting that was changed before, back at its start.
  'undone',
  'setting',
  // Times and lengths that the check that decided does not name.
  'far',
  // A safeguard switched off.
  'unguarded',
  'policy',
] as const;
export type Nearness = (typeof NEARNESS)[number];

/** One change to a run: a knob's new text, or a policy with other statements. */
export interface Change {
  readonly knob: string;
  readonly text: string;
  /** The text at which it is no change at all. */
  readonly start: string;
  readonly nearness: Nearness;
  /** What becomes of a policy, where it is one: a statement is fixed, or all is as it was. */
  readonly fix?: StatementFix | { readonly kind: 'restore' };
  /** The name of that policy. */
  readonly policy?: string;
}

/** Texts of the knobs with one change more; what is back at its start is left out. */
export function withChange(raw: RawKnobs, { knob, text, start }: Change): RawKnobs {
  const others = Object.entries(raw).filter(([name]) => name !== knob);
  return Object.fromEntries(text === start ? others : [...others, [knob, text]]);
}
