import { create } from 'zustand';

import { loadAttempts, saveAttempts } from '#platform/keptAttempts.ts';
import type { Attempt } from '#study/grade.ts';

/** What the learner answered, kept in this browser. Answers are added, never changed. */
interface Attempts {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  /** Whether the browser kept the last answer; without that, answers end with the page. */
  readonly isKept: boolean;
}

export const useAttempts = create<Attempts>(() => ({ attempts: loadAttempts(), isKept: true }));

/** Adds an answer. What another tab has kept in the meantime stays. */
export function record(attempt: Attempt): void {
  const { attempts, isKept } = useAttempts.getState();
  const now = [...(isKept ? loadAttempts() : attempts), attempt];
  useAttempts.setState({ attempts: now, isKept: saveAttempts(now) });
}
