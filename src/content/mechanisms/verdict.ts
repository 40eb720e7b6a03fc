import { KINDS } from './cell.ts';
import type { Cell, Kind } from './cell.ts';
import { CLUES } from './clues.ts';
import { CLUE_NAMES, MECHANISMS } from './mechanism.ts';
import type { Clue, Clues } from './clues.ts';
import type { Mechanism } from './mechanism.ts';
import { TABLE } from './table.ts';

/** Which mechanisms are left by the clues, and why the others are not. Each clue is asked by itself: their order is nothing. */

export interface Reason extends Cell {
  readonly clue: Clue;
}

export interface Verdict {
  readonly mechanism: Mechanism;
  /** The worst that any clue says of it. */
  readonly kind: Kind;
  /** One reason for each clue that says something, in the order of the clues. */
  readonly reasons: readonly Reason[];
}

/** What a clue does to a mechanism; undefined where it says nothing. */
function reasonOf(mechanism: Mechanism, clue: Clue, clues: Clues): Reason | undefined {
  const said = clues[clue];
  if (said === 'any') return undefined;
  // A column has a cell for each value it names, and one for the rest.
  const column: Readonly<Record<string, Cell>> & { readonly else: Cell } =
    TABLE[mechanism].columns[clue];
  return { clue, ...(Object.hasOwn(column, said) ? (column[said] ?? column.else) : column.else) };
}

/** What becomes of one mechanism. */
function verdictOf(mechanism: Mechanism, clues: Clues): Verdict {
  const reasons = CLUE_NAMES.flatMap((clue) => reasonOf(mechanism, clue, clues) ?? []);
  const kinds = [TABLE[mechanism].first, ...reasons.map(({ kind }) => kind)];
  const kind = KINDS.findLast((each) => kinds.includes(each)) ?? 'stays';
  return { mechanism, kind, reasons };
}

/** What becomes of every mechanism, in their order. */
export const verdicts = (clues: Clues): readonly Verdict[] =>
  MECHANISMS.map((mechanism) => verdictOf(mechanism, clues));

const ANSWERING = ['stays', 'works', 'last'] as const;

/** The mechanisms that answer a case: those made for it, or else those that would work, or else the last resort. */
export function answers(clues: Clues): readonly Mechanism[] {
  const all = verdicts(clues);
  const best = ANSWERING.find((wanted) => all.some(({ kind }) => kind === wanted));
  return all.flatMap(({ kind, mechanism }) => (kind === best ? [mechanism] : []));
}

/** The clue to ask for next: the first that can leave a single answer; undefined where none can, or one is left. */
export const nextClue = (clues: Clues): Clue | undefined =>
  answers(clues).length < 2
    ? undefined
    : CLUE_NAMES.find(
        (clue) =>
          clues[clue] === 'any' &&
          CLUES[clue].some((said) => answers({ ...clues, [clue]: said }).length === 1),
      );

/** One clue taken back, and what it leaves. */
export interface WayOut {
  readonly clue: Clue;
  readonly clues: Clues;
  readonly left: readonly Mechanism[];
}

/** Which single clue to take back so that something is left. */
export const waysOut = (clues: Clues): readonly WayOut[] =>
  CLUE_NAMES.filter((clue) => clues[clue] !== 'any').flatMap((clue) => {
    const fewer = { ...clues, [clue]: 'any' };
    const left = answers(fewer);
    return left.length > 0 ? [{ clue, clues: fewer, left }] : [];
  });
