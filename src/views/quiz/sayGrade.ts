import type { Question } from '#content/question.ts';
import { isPlayed } from '#content/question.ts';
import { entriesOf } from '#content/questions/entries.ts';
import type { Grade } from '#study/grade.ts';
import type { Progress } from '#study/progress.ts';

/** Grades and progress in sentences. */

/** The text of an option or a step inside a sentence, with one full stop at most. */
function textOf(question: Question, id: string): string {
  const all = isPlayed(question) ? question.options : entriesOf(question);
  return (all.find((one) => one.id === id)?.text ?? id).replace(/\.$/, '');
}

const quoted = (question: Question, ids: readonly string[], join: string): string =>
  ids.map((id) => `“${textOf(question, id)}”`).join(join);

/** What a screen reader hears after an answer: one sentence. */
export function sayGrade(question: Question, { isCorrect, key }: Grade): string {
  const [first = ''] = key;
  switch (question.type) {
    case 'choice':
      return isCorrect
        ? `Right: ${textOf(question, first)}.`
        : `Wrong: the right answer is ${quoted(question, [first], '')}.`;
    case 'response':
      return isCorrect
        ? `Right: ${key.map((id) => textOf(question, id)).join('; ')}.`
        : `Wrong: the right answers are ${quoted(question, key, ' and ')}.`;
    case 'ordering':
      return isCorrect
        ? `Right: all ${key.length} steps, in order.`
        : `Wrong: the right order is ${quoted(question, key, ', ')}.`;
    case 'matching':
      return isCorrect
        ? `Right: all ${key.length} pairs.`
        : 'Wrong: the right response stands with each of them.';
  }
}

/** What a screen reader hears after a prediction of something that AWS does not document. */
export const sayUncounted = (question: Question, { key }: Grade): string =>
  `Not counted, for AWS does not document this: the simulator says ${quoted(question, key, '')}.`;

/** How many answers a question wants, as an instruction. */
export function sayWanted(question: Question, keyCount: number): string {
  switch (question.type) {
    case 'choice':
      return 'Choose one answer.';
    case 'response':
      return `Choose ${spelled(keyCount)} answers.`;
    case 'ordering':
      return question.others && question.others.length > 0
        ? `Choose the ${spelled(keyCount)} steps that belong there, and put them in order.`
        : `Put the ${spelled(keyCount)} steps in order.`;
    case 'matching':
      return 'Choose a response for each. One may fit twice, or fit nowhere.';
  }
}

const spelled = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? `${count}`;

/** How far somebody has come, kindly. */
export function sayProgress({ total, answered, right }: Progress): string {
  if (answered === 0) return `${total} questions, none answered yet.`;
  if (answered < total) return `${answered} of ${total} answered, ${right} right.`;
  if (right === total) return `All ${total} answered, all ${total} right.`;
  return `All ${total} answered, ${right} right. The others are worth another look.`;
}
