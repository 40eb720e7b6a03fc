import { create } from 'zustand';

import { loadClassRuns, onClassElsewhere, saveClassRuns } from '#platform/classRuns.ts';
import type { KeptRuns } from '#platform/classRuns.ts';
import { CLASS_PHASES, counted, roundOf, withCount } from '#study/peer.ts';
import type { ClassPhase, ClassRun, Votes } from '#study/peer.ts';

/** Questions in class: their phases and votes. Every change is kept at once, and made to what is kept by then. */

const NEW_RUN: ClassRun = { phase: 'ask', before: {}, after: {} };

interface Classroom {
  readonly runs: Readonly<Record<string, ClassRun>>;
  /** Whether this browser keeps them. */
  readonly isKept: boolean;
  /** Hands that were counted here, to undo keys that slipped; only for the question on stage. */
  readonly undo: readonly Counted[];
}

interface Counted {
  readonly question: string;
  readonly phase: ClassPhase;
  readonly option: string;
  readonly by: number;
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

/** All questions as they are kept: another tab may have changed them. Where nothing is kept, as this page has them. */
function now(): Classroom['runs'] {
  const { runs, isKept } = useClassroom.getState();
  return isKept ? known(loadClassRuns()) : runs;
}

onClassElsewhere(() => useClassroom.setState({ runs: now() }));

/** A question as it stands in class, where this browser does not keep it; undefined where it does. */
export function unkeptRun(question: string): ClassRun | undefined {
  const { runs, isKept } = useClassroom.getState();
  return isKept ? undefined : runs[question];
}

/** Takes a question over as another window has it, which keeps none either; without a run, that one keeps it again. */
export const takeRun = (question: string, run: KeptRuns[string] | undefined): void =>
  useClassroom.setState(({ runs, isKept }) => {
    if (run) return { runs: { ...runs, ...known({ [question]: run }) }, isKept: false };
    return isKept ? {} : { runs: known(loadClassRuns()), isKept: true };
  });

/** A question as it stands in class. */
export const classRun = (question: string): ClassRun => now()[question] ?? NEW_RUN;

function keep(runs: Classroom['runs'], undo: Classroom['undo']): void {
  useClassroom.setState({ runs, undo, isKept: saveClassRuns(runs) });
}

function changeVotes(question: string, option: string, change: (votes: Votes) => Votes): void {
  const runs = now();
  const { [question]: run = NEW_RUN } = runs;
  const round = roundOf(run.phase);
  // It was forgotten in another tab, or led on.
  if (!round) return useClassroom.setState({ runs });
  const votes = change(run[round]);
  const by = (votes[option] ?? 0) - (run[round][option] ?? 0);
  const { undo } = useClassroom.getState();
  const last = by === 0 ? [] : [{ question, phase: run.phase, option, by }];
  keep(
    { ...runs, [question]: { ...run, [round]: votes } },
    [...undo, ...last].slice(-LONGEST_UNDO),
  );
}

/** Counts hands for an option: one more, or one fewer. */
export const countHands = (question: string, option: string, by: number): void =>
  changeVotes(question, option, (votes) => counted(votes, option, by));

/** Sets the hands of an option. */
export const setHands = (question: string, option: string, hands: number): void =>
  changeVotes(question, option, (votes) => withCount(votes, option, hands));

/** Takes the last change of this vote back. What other tabs counted since then stays. */
export function undoHands(question: string): void {
  const { undo } = useClassroom.getState();
  const last = undo.at(-1);
  if (last?.question !== question || last.phase !== classRun(question).phase) return;
  countHands(question, last.option, -last.by);
  useClassroom.setState({ undo: undo.slice(0, -1) });
}

/** Shows a phase of a question; what can be undone ends with the phase before. */
export const showPhase = (question: string, phase: ClassPhase): void =>
  keep({ ...now(), [question]: { ...classRun(question), phase } }, []);

/** Begins a question anew, without its votes; all questions where none is named. */
export function clearClass(question?: string): void {
  const others = Object.entries(now()).filter(([id]) => question !== undefined && id !== question);
  keep(Object.fromEntries(others), []);
}
