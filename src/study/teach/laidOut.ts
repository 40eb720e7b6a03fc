import type { PlainQuestion } from '#content/own/format.ts';
import { numberOf } from '#content/questions/wording.ts';

import { shuffled } from '../shuffle.ts';

/** A question for paper: what there is to choose from has letters, in an order that gives nothing away. */

interface Lettered {
  readonly letter: string;
  readonly text: string;
  readonly why: string;
  readonly belief?: string;
  readonly isRight: boolean;
}

export interface LaidOut {
  /** What is asked of each, where a response is wanted for several. */
  readonly prompts: readonly string[];
  readonly choices: readonly Lettered[];
  /** What is right: `B`, `A and D`, `C, A, B`, `1 B, 2 A`. */
  readonly key: string;
}

/** Lays a question out; the same way every time. */
export function laidOut(question: PlainQuestion): LaidOut {
  switch (question.type) {
    case 'choice':
    case 'response': {
      const choices = lettered(
        question.id,
        question.options.map((one) => ({ ...one, isRight: one.isRight === true })),
      );
      const rights = choices.filter(({ isRight }) => isRight).map(({ letter }) => letter);
      return { prompts: [], choices, key: rights.join(' and ') };
    }
    case 'ordering': {
      const choices = lettered(question.id, [
        ...question.steps.map((one) => ({ ...one, isRight: true })),
        ...(question.others ?? []).map((one) => ({ ...one, isRight: false })),
      ]);
      const key = question.steps.map(({ text }) => letterOf(choices, text)).join(', ');
      return { prompts: [], choices, key };
    }
    case 'matching': {
      const { pairs, others = [] } = question;
      const responses = [...new Set(pairs.map(({ response }) => response))];
      const choices = lettered(question.id, [
        ...responses.map((text) => ({ text, why: whyOf(question, text), isRight: true })),
        ...others.map((one) => ({ ...one, isRight: false })),
      ]);
      const key = pairs
        .map(({ response }, index) => `${index + 1} ${letterOf(choices, response)}`)
        .join(', ');
      return { prompts: pairs.map(({ prompt }) => prompt), choices, key };
    }
  }
}

const whyOf = ({ pairs }: Extract<PlainQuestion, { type: 'matching' }>, text: string): string =>
  pairs
    .filter(({ response }) => response === text)
    .map(({ why }) => why)
    .join(' ');

function lettered(id: string, all: readonly Omit<Lettered, 'letter'>[]): readonly Lettered[] {
  const isCounted = all.every(({ text }) => numberOf(text) !== undefined);
  return (isCounted ? all : shuffled(all, `${id} on paper`)).map((one, index) => ({
    ...one,
    letter: String.fromCodePoint(65 + index),
  }));
}

const letterOf = (choices: readonly Lettered[], text: string): string =>
  choices.find((one) => one.text === text)?.letter ?? '';
