import { isPlayed } from '#content/question.ts';
import type { Entry, Question } from '#content/question.ts';
import type { MisconceptionId } from '#content/misconceptions.ts';
import { entriesOf, writtenKey } from '#content/questions/entries.ts';

import type { Progress } from './progress.ts';

/** A wrong idea that has led astray, and the questions where it did. */
export interface LedAstray {
  /** One of the named ideas, or what a question calls it. */
  readonly idea: { readonly id: MisconceptionId } | { readonly belief: string };
  readonly questions: readonly Question[];
}

/** What was chosen and is wrong: only that comes from an idea. */
function wrongIn(question: Question, answer: readonly string[]): readonly Partial<Entry>[] {
  if (isPlayed(question)) return question.options.filter(({ id }) => answer.includes(id));
  const key = writtenKey(question);
  const chosen =
    question.type === 'matching'
      ? answer.filter((pair) => !key.includes(pair)).map((pair) => pair.split('=')[1])
      : answer.filter((id) => !key.includes(id));
  return entriesOf(question).filter(({ id }) => chosen.includes(id));
}

/** The ideas behind the wrong answers that count, those first that led astray most often. */
export function ideasBehind(
  questions: readonly Question[],
  { latest }: Pick<Progress, 'latest'>,
): readonly LedAstray[] {
  const found = new Map<string, LedAstray>();
  for (const question of questions) {
    const attempt = latest.get(question.id);
    if (!attempt || attempt.isCorrect) continue;
    for (const { misconception, belief } of wrongIn(question, attempt.answer)) {
      const name = misconception ?? belief;
      if (name === undefined) continue;
      const idea = misconception === undefined ? { belief: name } : { id: misconception };
      const before = found.get(name)?.questions ?? [];
      if (!before.includes(question)) found.set(name, { idea, questions: [...before, question] });
    }
  }
  return [...found.values()].toSorted((a, b) => b.questions.length - a.questions.length);
}
