import { create } from 'zustand';

import type { SaidJudgement } from '#study/judge/said.ts';

/** What was said of requests and is not handed in: kept as long as the page is open, like the draft of an answer. */
interface Judging {
  readonly drafts: Readonly<Record<string, SaidJudgement>>;
}

export const useJudging = create<Judging>(() => ({ drafts: {} }));

/** Keeps what was said of a request so far; undefined forgets it. */
export const setDraft = (id: string, said: SaidJudgement | undefined): void =>
  useJudging.setState(({ drafts: { [id]: _, ...others } }) => ({
    drafts: said ? { ...others, [id]: said } : others,
  }));
