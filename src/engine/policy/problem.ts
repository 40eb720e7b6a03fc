import type { Basis } from '../basis.ts';
import type { PolicyType } from './document.ts';
import type { JsonNode } from './json.ts';
import { PROBLEM_PHASES, wordingOf } from './wording.ts';
import type { ProblemKind, Subject } from './wording.ts';

/** What is wrong with a policy text: AWS's words where they are known, the place, and what to write instead. */
export interface PolicyProblem {
  readonly kind: ProblemKind;
  readonly message: string;
  /** How sure it is that AWS words it so. */
  readonly wording: Basis;
  readonly fix: string;
  /** JSON pointer (RFC 6901) to the element. */
  readonly pointer: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
}

/** A problem as its finder states it, before it has a line, a column and AWS's words. */
export interface Complaint {
  readonly kind: ProblemKind;
  readonly at: number;
  readonly pointer: string;
  readonly fix: string;
  readonly subject?: Subject;
}

/** A value of the document and the path to it. */
export interface Place<N extends JsonNode = JsonNode> {
  readonly node: N;
  readonly pointer: string;
}

/** A complaint about a place. */
export const complaint = (
  { node, pointer }: Place,
  kind: ProblemKind,
  fix: string,
  subject?: Subject,
): Complaint => ({
  kind,
  at: node.at,
  pointer,
  fix,
  ...(subject && { subject }),
});

// More than a reader can use; a hostile text can hold a hundred thousand.
const MOST = 100;

/** Complaints as problems: the one AWS would report first, then in the order of the text. */
export function problemsOf(
  found: readonly Complaint[],
  text: string,
  type: PolicyType,
): readonly PolicyProblem[] {
  const phase = (kind: ProblemKind): number =>
    PROBLEM_PHASES.findIndex((kinds) => (kinds as readonly string[]).includes(kind));
  const sorted = found.toSorted(
    (one, other) => phase(one.kind) - phase(other.kind) || one.at - other.at,
  );
  const lines = lineStarts(text);
  return sorted.slice(0, MOST).map(({ kind, at, pointer, fix, subject }) => ({
    kind,
    ...wordingOf(kind, type, subject),
    fix,
    pointer,
    ...positionOf(at, lines),
  }));
}

/** The offsets at which lines begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** Line and column of an offset, counted from 1. */
export function positionOf(
  at: number,
  lines: readonly number[],
): { readonly line: number; readonly column: number } {
  const index = Math.max(
    0,
    lines.findLastIndex((start) => start <= at),
  );
  return { line: index + 1, column: at - (lines[index] ?? 0) + 1 };
}
