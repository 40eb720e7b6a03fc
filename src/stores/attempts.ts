import { create } from 'zustand';

import {
  addAttempts,
  clearProgress,
  keepExam,
  onElsewhere,
  readProgress,
} from '#platform/progressLog.ts';
import { attemptId } from '#platform/progressSchema.ts';
import type { Attempt } from '#study/attempt.ts';
import { joined } from '#study/exam.ts';
import type { Exam } from '#study/exam.ts';

/** What the learner answered, kept in this browser. Answers are added, never changed. */
interface Attempts {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly exams: readonly Exam[];
  /** Whether the browser kept what was done last; without that, it ends with the page. */
  readonly isKept: boolean;
}

export const useAttempts = create<Attempts>(() => ({ attempts: [], exams: [], isKept: true }));

/** What the browser has not kept yet. */
let unkept: { readonly attempts: readonly Attempt[]; readonly exams: ReadonlyMap<string, Exam> } = {
  attempts: [],
  exams: new Map(),
};

let asked: Promise<void> | undefined;

/** Reads what is kept, once; from then on the page follows what other tabs do. */
export const loadAttempts = (): Promise<void> => (asked ??= follow());

async function follow(): Promise<void> {
  await refresh();
  onElsewhere(() => void refresh());
}

async function refresh(): Promise<void> {
  const { attempts, exams, isKept, isRead } = await readProgress();
  const hasLeft = unkept.attempts.length + unkept.exams.size > 0;
  // What could not be read anew is still here.
  const state = useAttempts.getState();
  const left = isRead ? [...unkept.exams.values()] : state.exams;
  useAttempts.setState({
    attempts: withAttempts(attempts, isRead ? unkept.attempts : state.attempts),
    exams: left.reduce(withExam, exams),
    isKept: isKept && !hasLeft,
  });
}

/** Answers of two places in the order they were given, each once. */
function withAttempts(some: readonly Attempt[], others: readonly Attempt[]): readonly Attempt[] {
  const [one, ...more] = others;
  if (!one) return some;
  // As a rule there is one more, and it is the latest.
  if (more.length === 0 && one.at > (some.at(-1)?.at ?? '')) return [...some, one];
  const all = new Map([...some, ...others].map((attempt) => [attemptId(attempt), attempt]));
  return [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, attempt]) => attempt);
}

function withExam(exams: readonly Exam[], exam: Exam): readonly Exam[] {
  const kept = exams.find(({ id }) => id === exam.id);
  return kept
    ? exams.map((one) => (one === kept ? joined(exam, one) : one))
    : [...exams, exam].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tries again to keep what is not kept yet. */
async function flush(): Promise<void> {
  const { attempts, exams } = unkept;
  const isAdded = attempts.length === 0 || (await addAttempts(attempts));
  const done = await Promise.all([...exams.values()].map((exam) => keepExam(exam, joined)));
  unkept = {
    attempts: isAdded ? unkept.attempts.filter((one) => !attempts.includes(one)) : unkept.attempts,
    exams: new Map(
      [...unkept.exams].filter(([id, exam]) => exams.get(id) !== exam || done.includes(false)),
    ),
  };
  useAttempts.setState({ isKept: isAdded && !done.includes(false) });
}

/** Adds answers. */
export async function record(...attempts: readonly Attempt[]): Promise<void> {
  unkept = { ...unkept, attempts: [...unkept.attempts, ...attempts] };
  useAttempts.setState((state) => ({ attempts: withAttempts(state.attempts, attempts) }));
  await flush();
}

/** Keeps an exam as it is now, joined with what another tab did to it. */
export async function keep(exam: Exam): Promise<void> {
  unkept = { ...unkept, exams: new Map([...unkept.exams, [exam.id, exam]]) };
  useAttempts.setState((state) => ({ exams: withExam(state.exams, exam) }));
  await flush();
}

/** Forgets all answers and exams, here and in the browser; tells whether the browser did. */
export async function forgetProgress(): Promise<boolean> {
  unkept = { attempts: [], exams: new Map() };
  const isDone = await clearProgress();
  useAttempts.setState({ attempts: [], exams: [] });
  await refresh();
  return isDone;
}
