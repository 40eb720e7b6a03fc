import { create } from 'zustand';

import { loadClassRuns, saveClassRuns } from '#platform/classRuns.ts';
import type { KeptRuns } from '#platform/classRuns.ts';
import { CLASS_PHASES, counted, roundOf, withCount } from '#study/peer.ts';
import type { ClassPhase, ClassRun, Votes } from '#study/peer.ts';

/** Questions in class: their phases and votes. Every change is kept at once. */

const NEW_RUN: ClassRun = { phase: 'ask', before: {}, after: {} };

interface Classroom {
  readonly runs: Readonly<Record<string, ClassRun>>;
  /** Whether this browser keeps them. */
  readonly isKept: boolean;
  /** Votes as they were, to undo keys that slipped; only for the question on stage. */
  readonly undo: readonly { readonly question: string; readonly run: ClassRun }[];
}

/** What was kept; a phase that is none of ours is the first. */
const known = (runs: KeptRuns): Classroom['runs'] =>
  Object.fromEntries(
    Object.entries(runs).map(([id, run]) => [
      id,
      { ...run, phase: CLASS_PHASES.find((phase) => phase === run.phase) ?? NEW_RUN.phase },
    ]),
  );

export const useClassroom = create<Classroom>(() => ({
  runs: known(loadClassRuns()),
  isKept: true,
  undo: [],
}));

const LONGEST_UNDO = 200;

/** A question as it stands in class. */
export const classRun = (question: string): ClassRun =>
  useClassroom.getState().runs[question] ?? NEW_RUN;

function keep(runs: Classroom['runs'], undo: Classroom['undo']): void {
  useClassroom.setState({ runs, undo, isKept: saveClassRuns(runs) });
}

function changeVotes(question: string, change: (votes: Votes) => Votes): void {
  const { runs, undo } = useClassroom.getState();
  const run = classRun(question);
  const round = roundOf(run.phase);
  if (!round) return;
  const changed = { ...run, [round]: change(run[round]) };
  keep({ ...runs, [question]: changed }, [...undo, { question, run }].slice(-LONGEST_UNDO));
}

/** Counts hands for an option: one more, or one fewer. */
export const countHands = (question: string, option: string, by: number): void =>
  changeVotes(question, (votes) => counted(votes, option, by));

/** Sets the hands of an option. */
export const setHands = (question: string, option: string, hands: number): void =>
  changeVotes(question, (votes) => withCount(votes, option, hands));

/** Takes the last change of this vote back. */
export function undoHands(question: string): void {
  const { runs, undo } = useClassroom.getState();
  const last = undo.at(-1);
  if (last?.question !== question || last.run.phase !== classRun(question).phase) return;
  keep({ ...runs, [question]: last.run }, undo.slice(0, -1));
}

/** Shows a phase of a question; what can be undone ends with the phase before. */
export const showPhase = (question: string, phase: ClassPhase): void =>
  keep({ ...useClassroom.getState().runs, [question]: { ...classRun(question), phase } }, []);

/** Begins a question anew, without its votes; all questions where none is named. */
export function clearClass(question?: string): void {
  const { runs } = useClassroom.getState();
  const others = Object.entries(runs).filter(([id]) => question !== undefined && id !== question);
  keep(Object.fromEntries(others), []);
}
