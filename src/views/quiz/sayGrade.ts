import type { PlayedQuestion } from '#content/question.ts';
import type { Grade } from '#study/grade.ts';
import type { Progress } from '#study/progress.ts';

/** Grades and progress in sentences. */

/** An option's text inside a sentence, with one full stop at most. */
const textOf = ({ options }: PlayedQuestion, id: string): string =>
  (options.find((option) => option.id === id)?.text ?? id).replace(/\.$/, '');

/** What a screen reader hears after an answer: one sentence. */
export const sayGrade = (question: PlayedQuestion, { isCorrect, key }: Grade): string =>
  isCorrect
    ? `Right: ${textOf(question, key)}.`
    : `Wrong: the right answer is “${textOf(question, key)}”.`;

/** How far somebody has come, kindly. */
export function sayProgress({ total, answered, right }: Progress): string {
  if (answered === 0) return `${total} questions, none answered yet.`;
  if (answered < total) return `${answered} of ${total} answered, ${right} right.`;
  if (right === total) return `All ${total} answered, all ${total} right.`;
  return `All ${total} answered, ${right} right. The others are worth another look.`;
}
