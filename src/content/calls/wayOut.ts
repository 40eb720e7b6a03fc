import { CHOICES } from './choices.ts';
import type { Choices } from './choices.ts';
import { verdicts } from './verdict.ts';

/** One choice changed. */
export interface WayOut {
  readonly name: keyof Choices;
  readonly choices: Choices;
  /** How many calls fit then. */
  readonly count: number;
}

const NAMES = ['lasts', 'mfa', 'caller', 'from'] as const;

/** What to change, one choice at a time and not the purpose, so that a call fits: four ways at most. */
export const waysOut = (choices: Choices): readonly WayOut[] =>
  NAMES.flatMap((name) =>
    CHOICES[name].flatMap((value) => {
      const changed = { ...choices, [name]: value };
      const count = verdicts(changed).filter(({ kind }) => kind === 'fits').length;
      return count > 0 ? [{ name, choices: changed, count }] : [];
    }),
  ).slice(0, 4);
