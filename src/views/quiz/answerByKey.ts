import type { Option, PlayedQuestion } from '#content/question.ts';

import { keepsKey } from '../keymap.ts';

/** Answering by keyboard: 1 to 9 choose, Enter commits. The card listens to itself; a page may listen for it too. */

/** What a key can do to a question that is open. */
export interface Answering {
  readonly question: PlayedQuestion;
  readonly chosen: string | undefined;
  readonly onChoose: (option: string) => void;
  readonly onCommit: () => void;
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

/** The id of an option's radio button. */
export const radioId = (question: PlayedQuestion, option: Option): string =>
  `${question.id}.${option.id}`;

/** Does what a key means to an open question; a key that means nothing is left to the browser. */
export function answerByKey(
  press: Press,
  { question, chosen, onChoose, onCommit }: Answering,
): void {
  if (press.defaultPrevented || press.ctrlKey || press.altKey || press.metaKey) return;
  if (keepsKey(press.target, press.key)) return;
  const option = /^[1-9]$/.test(press.key) ? question.options[Number(press.key) - 1] : undefined;
  if (option) {
    press.preventDefault();
    onChoose(option.id);
    document.getElementById(radioId(question, option))?.focus();
  } else if (press.key === 'Enter' && chosen !== undefined && !press.repeat) {
    press.preventDefault();
    onCommit();
  }
}
