import type { Question } from '#content/question.ts';

import type { Attempt } from './attempt.ts';
import { isSureAndWrong, progressOf } from './progress.ts';
import { dueAt } from './schedule.ts';
import type { ListName, Selection } from './selection.ts';
import { shuffled } from './shuffle.ts';

/** All questions as they are met: topics mixed, since telling them apart is what is hard; the same order every time. */
export const mixed = (questions: readonly Question[]): readonly Question[] =>
  shuffled(questions, 'mixed');

/** What is in a set is looked up before: it may bring questions along. */
const has = ({ topic, skill, trap, difficulty }: Selection, question: Question): boolean =>
  (topic === undefined || question.topic === topic) &&
  (difficulty === undefined || question.difficulty === difficulty) &&
  (skill === undefined || question.skill === skill) &&
  (trap === undefined || question.traps.some((one) => one === trap));

/** The questions of a selection at a moment. */
export function selected(
  questions: readonly Question[],
  selection: Selection,
  attempts: readonly Attempt[],
  now: string,
): readonly Question[] {
  const some = questions.filter((question) => has(selection, question));
  const { latest } = progressOf(questions, attempts);
  if (selection.list === undefined) return some;
  switch (selection.list) {
    case 'due':
      return dueAt(some, attempts, now);
    case 'wrong':
      return some.filter(({ id }) => latest.get(id)?.isCorrect === false);
    case 'sure-and-wrong':
      return some.filter(({ id }) => isSureAndWrong(latest.get(id)));
    case 'open':
      return some.filter(({ id }) => !latest.has(id));
  }
}

/** How many questions each list has at a moment. */
export const countsOf = (
  questions: readonly Question[],
  attempts: readonly Attempt[],
  now: string,
): Readonly<Record<ListName, number>> => {
  const count = (list: ListName): number => selected(questions, { list }, attempts, now).length;
  return {
    due: count('due'),
    wrong: count('wrong'),
    'sure-and-wrong': count('sure-and-wrong'),
    open: count('open'),
  };
};
