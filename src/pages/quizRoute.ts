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
  // These are no questions’ views.
  const isBare = view === 'progress' || view === 'teach';
  const isNamed = question === undefined || (!isBare && NAME.test(question));
  if (rest.length > 0 || !isNamed) return undefined;
  return {
    page,
    ...(view && { view }),
    ...(question !== undefined && { question }),
    ...(view !== 'progress' && readAsked(view, parameters, notices)),
  };
}

function readAsked(
  view: QuizPlace['view'],
  parameters: URLSearchParams,
  notices: string[],
): Pick<QuizPlace, 'selection' | 'as'> {
  const selection = readSelection(parameters, notices);
  return {
    ...(Object.keys(selection).length > 0 && { selection }),
    ...(view === 'teach' && readExport(parameters, notices)),
  };
}

function readExport(parameters: URLSearchParams, notices: string[]): Pick<QuizPlace, 'as'> {
  const asked = parameters.get('as');
  const as = EXPORTS.find((one) => one === asked);
  if (asked !== null && !as) notices.push('The link asks for a file that is not made here.');
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
  const selection = { ...(topic && { topic }), ...(skill && { skill }) };
  return {
    page: 'quiz',
    view: 'exam',
    exam,
    ...(Object.keys(selection).length > 0 && { selection }),
  };
}

const NAMES = ['topic', 'skill', 'trap', 'list', 'difficulty', 'set'] as const;

function readSelection(parameters: URLSearchParams, notices: string[]): Selection {
  const [topic, skill, trap, list, difficulty, set] = NAMES.map(
    (name) => parameters.get(name) ?? undefined,
  );
  const found = {
    topic: TOPICS.find((one) => one === topic),
    skill: SKILLS.find((one) => one === skill),
    trap: TRAP.test(trap ?? '') ? trap : undefined,
    list: LISTS.find((one) => one === list),
    difficulty: DIFFICULTIES.find((one) => `${one}` === difficulty),
    set: SET.test(set ?? '') ? set : undefined,
  };
  const asked = NAMES.filter((name) => parameters.has(name)).length;
  const read = Object.entries(found).filter(([, one]) => one !== undefined);
  if (read.length < asked) notices.push(UNKNOWN);
  return Object.fromEntries(read);
}

/** The path of a place in the quiz. */
export const quizPath = ({ view, question, exam }: QuizPlace): string =>
  ['quiz', view, question, ...examSegments(exam)]
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
