import { use, useMemo } from 'react';

import { askedQuestion } from '#content/own/asked.ts';
import type { Question, Shown } from '#content/question.ts';
import type { Packing } from '#platform/packing.ts';
import { loadOwn, useOwn } from '#stores/own.ts';
import type { RefutedHref } from '#views/quiz/AnswerForm.tsx';

import type { Grading } from './grading.ts';
import { formatRoute } from './route.ts';

let asked: Promise<readonly Question[]> | undefined;

/** Every question in the order it is met: mixed, since telling mechanisms apart is what is hard. Loaded once. */
export const loadBank = (): Promise<readonly Question[]> =>
  (asked ??= Promise.all([import('#content/questions/all.ts'), import('#study/selected.ts')]).then(
    ([{ QUESTIONS }, { mixed }]) => mixed(QUESTIONS),
  ));

/** Every question there is in this browser: the bank’s, then those somebody added. Waits until they are read. */
export function useBank(): readonly Question[] {
  const bank = use(loadBank());
  use(loadOwn());
  const own = useOwn(({ questions }) => questions);
  return useMemo(
    () => (own.length === 0 ? bank : [...bank, ...own.map(askedQuestion)]),
    [bank, own],
  );
}

/** The link to a step of the simulator; undefined where there is none. */
export const labHrefOf = (shown: Shown | undefined, packing: Packing): string | undefined =>
  shown && formatRoute({ place: { page: 'lab', ...shown, mode: 'study', gate: 'off' } }, packing);

/** The links to what refutes wrong answers: each that was given, and others where they have a run of their own. */
export const refutedHrefOf =
  (question: Question, { shownOf, refutedAt }: Grading, packing: Packing): RefutedHref =>
  ({ id }, isMissed) => {
    const shown = refutedAt(question, id);
    return isMissed || shown !== shownOf(question) ? labHrefOf(shown, packing) : undefined;
  };
