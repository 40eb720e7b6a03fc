import { SKILLS, TOPICS } from '#content/question.ts';
import { QUIZ_VIEWS } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { DIFFICULTIES, LISTS } from '#study/selection.ts';
import type { Selection } from '#study/selection.ts';
import { EXPORTS } from '#study/teach/exports.ts';

import { addExam, examSegments, readExamPart } from './examRoute.ts';

/** Links into the quiz: `#/quiz/<question>?topic=…`, `#/quiz/class/<question>`, `#/quiz/progress`, `#/quiz/exam/…`, `#/quiz/teach?as=…`. */

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const TRAP = /^[A-G][1-9]\d?$/;
/** A packed text that a link has room for; what it says is read by the page. */
const SET = /^z\.[\w-]{1,8190}$/;

const UNKNOWN = 'The link asks for questions that do not exist; all of them are asked.';

/** Reads the segments of a path; undefined when they are no place in the quiz. */
export function readQuiz(
  [page, ...names]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): QuizPlace | undefined {
  if (page !== 'quiz') return undefined;
  const view = QUIZ_VIEWS.find((one) => one === names[0]);
  if (view === 'exam') return readExam(names.slice(1), parameters, notices);
  const [question, ...rest] = view ? names.slice(1) : names;
  if (rest.length > 0 || !isAsked(view, question)) return undefined;
  return {
    page,
    ...(view && { view }),
    ...(question !== undefined && { question }),
    ...(view !== 'progress' && selecting(readSelection(parameters, notices))),
    ...(view === 'teach' && readExport(parameters.get('as'), notices)),
  };
}

/** Whether a view may show a question of this name; none is always right. */
const isAsked = (view: QuizPlace['view'], question: string | undefined): boolean =>
  question === undefined || (view !== 'progress' && view !== 'teach' && NAME.test(question));

/** A selection as a place holds it: one that selects nothing is none. */
const selecting = (selection: Selection): Pick<QuizPlace, 'selection'> =>
  Object.keys(selection).length > 0 ? { selection } : {};

function readExport(asked: string | null, notices: string[]): Pick<QuizPlace, 'as'> {
  const as = EXPORTS.find((one) => one === asked);
  if (asked !== null && !as) notices.push('A part of the link is damaged; it was left out.');
  return as ? { as } : {};
}

function readExam(
  names: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): QuizPlace | undefined {
  const exam = readExamPart(names, parameters, notices);
  if (!exam) return undefined;
  const { topic, skill } = exam.kind === 'start' ? readSelection(parameters, notices) : {};
  return {
    page: 'quiz',
    view: 'exam',
    exam,
    ...selecting({ ...(topic && { topic }), ...(skill && { skill }) }),
  };
}

const among =
  (all: readonly (string | number)[]) =>
  (text: string): string | number | undefined =>
    all.find((one) => `${one}` === text);

const like =
  (form: RegExp) =>
  (text: string): string | undefined =>
    form.test(text) ? text : undefined;

/** How each thing that a link may ask for is read; undefined where it is no such thing. */
const READERS: Readonly<Record<keyof Selection, (text: string) => string | number | undefined>> = {
  topic: among(TOPICS),
  skill: among(SKILLS),
  trap: like(TRAP),
  list: among(LISTS),
  difficulty: among(DIFFICULTIES),
  set: like(SET),
};

function readSelection(parameters: URLSearchParams, notices: string[]): Selection {
  const read = Object.entries(READERS).flatMap(([name, readerOf]) => {
    const text = parameters.get(name);
    return text === null ? [] : [[name, readerOf(text)] as const];
  });
  const found = read.filter(([, one]) => one !== undefined);
  if (found.length < read.length) notices.push(UNKNOWN);
  return Object.fromEntries(found);
}

/** The path of a place in the quiz. */
export const quizPath = ({ view, prediction, question, exam }: QuizPlace): string =>
  ['quiz', view, prediction?.path, question, ...examSegments(exam)]
    .filter((segment) => segment !== undefined)
    .join('/');

/** Adds what a place asks for to the parameters of its link. */
export function addQuiz(
  parameters: URLSearchParams,
  { selection = {}, exam, as }: QuizPlace,
): void {
  addExam(parameters, exam);
  for (const [name, value] of Object.entries(selection)) parameters.set(name, String(value));
  if (as) parameters.set('as', as);
}
