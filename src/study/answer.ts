import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { entriesOf, partsOf, writtenKey } from '#content/questions/entries.ts';
import { numberOf } from '#content/questions/wording.ts';

import { shuffled } from './shuffle.ts';

/** Answers of any form, and what can be said of them without the key. */

/** Ids of options; ids of steps in their order; or pairs `prompt=response`. */
export type Answer = readonly string[];

/** How sure somebody was before they knew. */
export const CERTAINTIES = ['sure', 'unsure', 'guess'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Whether nothing is missing for an answer to be checked. */
export const isComplete = (question: Question, answer: Answer): boolean =>
  answer.length === partsOf(question);

/** One thing to choose from, as it is shown. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

const isSame = (some: readonly Choice[], ids: readonly string[]): boolean =>
  ids.every((id, index) => some[index]?.id === id);

/**
 * What there is to choose from, in the order it is shown in. Numbers stay in order; steps never stand in the right one.
 * The seed belongs to one asking: letters and numbers mean the same until it is answered.
 */
export function choicesOf(question: Question, seed: string): readonly Choice[] {
  if (isPlayed(question)) return question.options;
  const entries = entriesOf(question);
  if (entries.every(({ text }) => numberOf(text) !== undefined)) return entries;
  const mixed = shuffled(entries, `${question.id} ${seed}`);
  const [first, ...rest] = mixed;
  return first && question.type === 'ordering' && isSame(mixed, writtenKey(question))
    ? [...rest, first]
    : mixed;
}

/** An answer after one more choice: an option taken or put back, where one or several are wanted. */
export function chosen(question: Question, answer: Answer, id: string): Answer {
  if (question.type === 'choice') return [id];
  if (answer.includes(id)) return answer.filter((one) => one !== id);
  return answer.length < partsOf(question) ? [...answer, id] : answer;
}

/** An ordering after a step has moved by so many places. */
export function moved(answer: Answer, id: string, by: number): Answer {
  const from = answer.indexOf(id);
  const to = Math.max(0, Math.min(answer.length - 1, from + by));
  return from < 0 ? answer : answer.filter((one) => one !== id).toSpliced(to, 0, id);
}

/** An ordering after a step was put at a place: moved there, or taken in where there is room for it. */
export function placed(question: Question, answer: Answer, id: string, place: number): Answer {
  if (answer.includes(id)) return moved(answer, id, place - answer.indexOf(id));
  return answer.length < partsOf(question) ? answer.toSpliced(place, 0, id) : answer;
}

/** A matching after a prompt has got a response, or lost it. */
export function matched(answer: Answer, prompt: string, response: string | undefined): Answer {
  const others = answer.filter((pair) => !pair.startsWith(`${prompt}=`));
  return response === undefined ? others : [...others, `${prompt}=${response}`];
}

/** The response a prompt has got. */
export const responseTo = (answer: Answer, prompt: string): string | undefined =>
  answer.find((pair) => pair.startsWith(`${prompt}=`))?.slice(prompt.length + 1);
