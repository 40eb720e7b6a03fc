import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { MisconceptionId } from '#content/misconceptions.ts';
import { LAB_IDS } from '#content/scenario.ts';

import type { Answer } from '../answer.ts';
import type { Attempt, IdeasMet } from '../attempt.ts';
import type { Tally } from '../progress.ts';
import { predicted } from './past.ts';
import { readPredictionId } from './prediction.ts';
import type { Prediction } from './prediction.ts';

/** What predictions tell about somebody: which wrong ideas still convince them, and where. */

/** The wrong ideas among the options of a prediction, and the one that was taken. */
export function ideasMet({ options }: Prediction, answer: Answer): IdeasMet {
  const taken = options.find(({ id }) => answer.includes(id))?.misconception;
  return {
    offered: [...new Set(options.flatMap(({ misconception }) => misconception ?? []))],
    ...(taken !== undefined && { taken }),
  };
}

/** How many of the latest times an idea was offered count: what was learned since shall show. */
export const LATEST_TIMES = 10;

const isIdea = (name: string): name is MisconceptionId => Object.hasOwn(MISCONCEPTIONS, name);

/** How often each idea was offered of late, and seen through; those that convince most come first. */
export function ideaTallies(
  attempts: readonly Attempt[],
): readonly (Tally & { readonly name: MisconceptionId })[] {
  const met = attempts.flatMap(({ ideas }) => ideas ?? []);
  const names = [...new Set(met.flatMap(({ offered }) => offered))].filter(isIdea);
  return names
    .map((name) => {
      const times = met.filter(({ offered }) => offered.includes(name)).slice(-LATEST_TIMES);
      const right = times.filter(({ taken }) => taken !== name).length;
      return { name, total: times.length, answered: times.length, right };
    })
    .toSorted((a, b) => a.right / a.answered - b.right / b.answered || b.answered - a.answered);
}

/** How predictions of each lab went: the latest answer to each counts. */
export function labTallies(attempts: readonly Attempt[]): readonly Tally[] {
  const latest = new Map(predicted(attempts).map((attempt) => [attempt.questionId, attempt]));
  return LAB_IDS.flatMap((lab) => {
    const own = [...latest].filter(([id]) => readPredictionId(id)?.lab === lab);
    const right = own.filter(([, { isCorrect }]) => isCorrect).length;
    return own.length > 0 ? [{ name: lab, total: own.length, answered: own.length, right }] : [];
  });
}
