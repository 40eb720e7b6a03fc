import type { Fact } from '../calls/facts.ts';
import type { Clue, Said } from './clues.ts';

/** From best to worst. `works` is possible, and not what it is made for; `last` works too, and is the last resort. */
export const KINDS = ['stays', 'works', 'last', 'out'] as const;
export type Kind = (typeof KINDS)[number];

/** What one thing that a clue says does to one mechanism, and why. */
export interface Cell extends Fact {
  readonly kind: Kind;
  readonly says: string;
}

/** What a clue does to a mechanism: `else` stands for all that is not named. */
type Column<Name extends Clue> = { readonly else: Cell } & Partial<
  Readonly<Record<Said<Name>, Cell>>
>;

export interface Row extends Fact {
  /** What it is, in a sentence. */
  readonly is: string;
  /** What it is before any clue: a key that never ends is the last thing to think of. */
  readonly first: Exclude<Kind, 'out'>;
  readonly columns: { readonly [Name in Clue]: Column<Name> };
}

const making =
  (kind: Kind, fact: Fact) =>
  (says: string, other: Partial<Fact> = {}): Cell => ({ kind, says, ...fact, ...other });

/** Makers of the cells of a mechanism whose own page says so, unless another does. */
export const cellsOf = (fact: Fact) => ({
  stays: making('stays', fact),
  works: making('works', fact),
  last: making('last', fact),
  out: making('out', fact),
});

/** AWS says no such thing; it follows from what the mechanism is. */
export const FOLLOWS = { basis: 'modelled' } as const;
