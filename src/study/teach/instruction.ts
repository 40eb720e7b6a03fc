import type { PlainQuestion } from '#content/own/format.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many answers a question wants, in a sentence. */
export function instructionOf(question: PlainQuestion): string {
  switch (question.type) {
    case 'choice':
      return 'Choose one answer.';
    case 'response': {
      const count = question.options.filter(({ isRight }) => isRight).length;
      return `Choose ${NUMBERS[count] ?? count} answers.`;
    }
    case 'ordering':
      return question.others
        ? `Choose the ${NUMBERS[question.steps.length] ?? ''} steps that belong there, and put them in order.`
        : 'Put the steps in order.';
    case 'matching':
      return 'Choose a response for each. One may fit twice, or fit nowhere.';
  }
}

/** What the places of an ordering are called where it becomes a matching. */
export const placeName = (index: number): string => `Step ${index + 1}`;
