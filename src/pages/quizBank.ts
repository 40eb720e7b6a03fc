import { use, useMemo } from 'react';

import { askedQuestion } from '#content/own/asked.ts';
import type { Question } from '#content/question.ts';
import type { Packing } from '#platform/packing.ts';
import { loadOwn, useOwn } from '#stores/own.ts';

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

/** The link to the step that shows a question's answer; undefined where no run shows it. */
export const labHrefOf = ({ shows }: Question, packing: Packing): string | undefined =>
  shows && formatRoute({ place: { page: 'lab', ...shows, mode: 'study' } }, packing);
