import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { PlainOption, PlainPair, PlainQuestion, PlainStep } from '#content/own/format.ts';
import { plainId } from '#content/own/asked.ts';
import { sourceOf } from '#content/own/sourceOf.ts';
import type { Entry, Option, Prompt, Question, Response } from '#content/question.ts';

import { grade } from '../grade.ts';

/** A question as it stands in a file: what a run or a key says is written into it. */
export function plainOf(question: Question): PlainQuestion {
  const common = commonOf(question);
  switch (question.type) {
    case 'choice':
    case 'response': {
      const { key } = grade(question, []);
      const options: readonly (Entry | Option)[] = question.options;
      return { type: question.type, ...common, options: options.map((one) => optionOf(one, key)) };
    }
    case 'ordering':
      return {
        type: 'ordering',
        ...common,
        steps: question.steps.map(stepOf),
        ...leftOver(question.others ?? []),
      };
    case 'matching': {
      const { prompts, responses } = question;
      return {
        type: 'matching',
        ...common,
        pairs: prompts.map((prompt) => pairOf(prompt, responses)),
        ...leftOver(responses.filter(({ id }) => prompts.every(({ key }) => key !== id))),
      };
    }
  }
}

function commonOf(question: Question) {
  const { id, title, situation, stem, deciding, skill, traps, difficulty } = question;
  return {
    id: plainId(id) ?? id,
    title,
    ...(situation !== '' && { situation }),
    stem,
    ...(deciding && { deciding }),
    ...(skill && { skill }),
    ...(traps.length > 0 && { traps }),
    difficulty,
    source: sourceOf(question),
  };
}

const pairOf = ({ text, key, why }: Prompt, responses: readonly Response[]): PlainPair => ({
  prompt: text,
  response: responses.find(({ id }) => id === key)?.text ?? '',
  why,
});

const leftOver = (all: readonly Stepped[]): { readonly others?: readonly PlainStep[] } =>
  all.length > 0 ? { others: all.map(stepOf) } : {};

type Idea = Pick<Entry | Option, 'misconception'> & Pick<Entry, 'belief'>;

const ideaOf = ({ belief, misconception }: Idea): { readonly belief?: string } => {
  const idea = misconception === undefined ? belief : MISCONCEPTIONS[misconception].belief;
  return idea === undefined ? {} : { belief: idea };
};

const optionOf = (option: Option | Entry, key: readonly string[]): PlainOption => ({
  text: option.text,
  ...(key.includes(option.id) && { isRight: true }),
  why: option.why,
  ...ideaOf(option),
});

type Stepped = Idea & { readonly text: string; readonly why?: string };

const stepOf = (entry: Stepped): PlainStep => ({
  text: entry.text,
  why: entry.why ?? '',
  ...ideaOf(entry),
});
