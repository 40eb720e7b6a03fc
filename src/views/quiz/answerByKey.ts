import type { Question } from '#content/question.ts';
import { chosen, isComplete } from '#study/answer.ts';
import type { Answer, Choice } from '#study/answer.ts';

import { keepsKey } from '../keymap.ts';

/** Answering by keyboard: 1 to 9 choose, Enter commits. The card listens to itself; a page may listen for it too. */

/** What a key can do to a question that is open. */
export interface Answering {
  readonly question: Question;
  /** What there is to choose from, in the order shown. */
  readonly choices: readonly Choice[];
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
  /** Undefined as long as something is missing. */
  readonly onCommit: (() => void) | undefined;
}

/** A key press, as the browser and React both give it. */
type Press = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'altKey'
  | 'metaKey'
  | 'repeat'
  | 'target'
  | 'defaultPrevented'
  | 'preventDefault'
>;

/** The id of what chooses an option or a step, or answers a prompt. */
export const controlId = ({ id }: Pick<Question, 'id'>, part: string): string => `${id}.${part}`;

/** Does what a key means to an open question; a key that means nothing is left to the browser. */
export function answerByKey(
  press: Press,
  { question, choices, answer, onAnswer, onCommit }: Answering,
): void {
  if (!isOurs(press, question, isComplete(question, answer))) return;
  if (isNumber(press.key)) {
    const part = partAt(question, choices, Number(press.key) - 1);
    if (part === undefined) return;
    press.preventDefault();
    if (question.type !== 'matching') onAnswer(chosen(question, answer, part));
    document.getElementById(controlId(question, part))?.focus();
  } else if (press.key === 'Enter' && onCommit && !press.repeat) {
    press.preventDefault();
    onCommit();
  }
}

/** Goes on from a question that has been answered: a key held down since then does not. */
export function goOnByKey(press: Press, onNext: () => void): void {
  if (press.key !== 'Enter' || press.repeat || press.defaultPrevented) return;
  if (press.ctrlKey || press.altKey || press.metaKey || keepsKey(press.target, press.key)) return;
  press.preventDefault();
  onNext();
}

const isNumber = (key: string): boolean => /^[1-9]$/.test(key);

/** Whether a key press is meant for the question, and not for the browser or what has the focus. */
function isOurs(press: Press, question: Question, isDone: boolean): boolean {
  if (press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey) return false;
  if (isNumber(press.key) && isPrompt(press.target, question)) return true;
  if (press.key === 'Enter' && isDone && isPart(press.target, question)) return true;
  return !keepsKey(press.target, press.key);
}

/** Whether the focus is on a step or a list of the question: once nothing is missing, Enter is done with the answer. */
const isPart = (target: EventTarget | null, { id }: Question): boolean =>
  (target instanceof HTMLButtonElement || isClosedList(target)) && target.id.startsWith(`${id}.`);

/** Whether something is a list that does not hang open; where a browser cannot tell, Enter stays with the list. */
const isClosedList = (target: EventTarget | null): target is HTMLSelectElement =>
  target instanceof HTMLSelectElement &&
  CSS.supports('selector(:open)') &&
  !target.matches(':open');

/** Whether the focus is in a list that answers a prompt: a number goes on to another prompt. */
const isPrompt = (target: EventTarget | null, { id }: Question): boolean =>
  target instanceof HTMLSelectElement && target.id.startsWith(`${id}.`);

/** What a number stands for: an option or a step; of a matching, the prompt to answer. */
const partAt = (
  question: Question,
  choices: readonly Choice[],
  index: number,
): string | undefined =>
  question.type === 'matching' ? question.prompts[index]?.id : choices[index]?.id;
