import type { Question } from '#content/question.ts';
import { wallClock } from '#platform/clock.ts';
import { useAttempts } from '#stores/attempts.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { selected } from '#study/selected.ts';
import type { Selection } from '#study/selection.ts';

/** Where questions in class stand: the list of a selection, and each of them. */

/** A question in class; without a question, the list. */
export const classPlace = (selection: Selection, question?: string): QuizPlace => ({
  page: 'quiz',
  view: 'class',
  ...(question !== undefined && { question }),
  ...(Object.keys(selection).length > 0 && { selection }),
});

/** Class mode can ask what one hand can answer. */
const isForHands = ({ type }: Question): boolean => type === 'choice';

/** A question in class, and where one goes from it. */
export interface InClass {
  readonly question: Question;
  readonly place: QuizPlace;
  /** The question after this one, or the list of all. */
  readonly next: QuizPlace;
  readonly hasNext: boolean;
  readonly chooser: QuizPlace;
}

/** The questions that a class can be asked: all, those that are chosen, and one of them by its name. */
export function useClassQuestions(bank: readonly Question[], selection: Selection) {
  const { attempts } = useAttempts();
  const all = bank.filter(isForHands);
  const questions = selected(all, selection, attempts, wallClock());
  const inClass = (id: string): InClass | undefined => {
    const question = all.find((one) => one.id === id);
    if (!question) return undefined;
    const next = questions[questions.indexOf(question) + 1];
    return {
      question,
      place: classPlace(selection, id),
      next: classPlace(selection, next?.id),
      hasNext: next !== undefined,
      chooser: classPlace(selection),
    };
  };
  return { all, questions, inClass };
}
