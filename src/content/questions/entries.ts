import { isPlayed } from '../question.ts';
import type { Entry, Question, WrittenQuestion } from '../question.ts';

/** What a question lets one choose from, whatever its form, and what is right among it. */

/** The texts to choose from, in written order. */
export function entriesOf(question: WrittenQuestion): readonly Entry[] {
  switch (question.type) {
    case 'choice':
    case 'response':
      return question.options;
    case 'ordering':
      return [...question.steps, ...(question.others ?? [])];
    case 'matching':
      return question.responses.map(({ id, text, why = '', belief }) => ({
        id,
        text,
        why,
        ...(belief !== undefined && { belief }),
      }));
  }
}

/** How a prompt and its response are written as one part of an answer. */
export const paired = (prompt: string, response: string): string => `${prompt}=${response}`;

/** What is right: ids of entries, in order where the order counts, or pairs. */
export function writtenKey(question: WrittenQuestion): readonly string[] {
  switch (question.type) {
    case 'choice':
      return [question.key];
    case 'response':
      return question.keys;
    case 'ordering':
      return question.steps.map(({ id }) => id);
    case 'matching':
      return question.prompts.map(({ id, key }) => paired(id, key));
  }
}

/** How many parts an answer has: options to choose, steps to order, prompts to match. */
export function partsOf(question: Question): number {
  return isPlayed(question) ? 1 : writtenKey(question).length;
}
