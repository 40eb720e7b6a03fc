import { useMemo, useState } from 'react';

import type { Question } from '#content/question.ts';
import { choicesOf } from '#study/answer.ts';
import type { Answer, Certainty } from '#study/answer.ts';
import type { Attempt } from '#study/attempt.ts';
import type { Progress } from '#study/progress.ts';

export const NO_ANSWER: Answer = [];

/** What is answered and not yet checked. */
interface Draft {
  readonly answer: Answer;
  readonly certainty?: Certainty | undefined;
}

/** A question as it is asked now: open with a draft, or with its latest answer. */
export function useAsking(
  question: Question,
  { latest }: Pick<Progress, 'latest'>,
  attempts: readonly Attempt[],
) {
  const [all, setAll] = useState<Readonly<Record<string, Draft>>>({});
  const draft = all[question.id];
  const attempt = draft ? undefined : latest.get(question.id);
  // Each asking has an order of its own, and keeps it when its answer is shown.
  const askings = attempts.filter(({ questionId }) => questionId === question.id).length;
  const seed = `${askings - (attempt ? 1 : 0)}`;
  const choices = useMemo(() => choicesOf(question, seed), [question, seed]);
  return {
    attempt,
    choices,
    answer: draft?.answer ?? attempt?.answer ?? NO_ANSWER,
    certainty: draft?.certainty,
    // One draft at a time: what was not checked is gone with its question.
    setDraft: (next: Draft | undefined) => setAll(next ? { [question.id]: next } : {}),
  };
}
