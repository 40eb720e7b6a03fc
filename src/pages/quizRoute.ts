import { SKILLS, TOPICS } from '#content/question.ts';
import { QUIZ_VIEWS } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { LISTS } from '#study/selection.ts';
import type { Selection } from '#study/selection.ts';

import { addExam, examSegments, readExamPart } from './examRoute.ts';

/** Links into the quiz: `#/quiz/<question>?topic=…`, `#/quiz/class/<question>`, `#/quiz/progress`, `#/quiz/exam/…`. */

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const TRAP = /^[A-G][1-9]\d?$/;

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
  if (view === 'progress') return names.length === 1 ? { page, view } : undefined;
  const [question, ...rest] = view ? names.slice(1) : names;
  if (rest.length > 0 || (question !== undefined && !NAME.test(question))) return undefined;
  const selection = readSelection(parameters, notices);
  return {
    page,
    ...(view && { view }),
    ...(question !== undefined && { question }),
    ...(Object.keys(selection).length > 0 && { selection }),
  };
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

function readSelection(parameters: URLSearchParams, notices: string[]): Selection {
  const [topic, skill, trap, list] = ['topic', 'skill', 'trap', 'list'].map(
    (name) => parameters.get(name) ?? undefined,
  );
  const found = {
    topic: TOPICS.find((one) => one === topic),
    skill: SKILLS.find((one) => one === skill),
    trap: TRAP.test(trap ?? '') ? trap : undefined,
    list: LISTS.find((one) => one === list),
  };
  const asked = [topic, skill, trap, list].filter((one) => one !== undefined).length;
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
export function addQuiz(parameters: URLSearchParams, { selection = {}, exam }: QuizPlace): void {
  addExam(parameters, exam);
  for (const [name, value] of Object.entries(selection)) parameters.set(name, String(value));
}
