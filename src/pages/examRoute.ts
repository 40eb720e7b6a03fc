import { EXAM_SIZES, EXAM_START } from '#study/examPart.ts';
import type { ExamPart } from '#study/examPart.ts';

/** Links into an exam: `#/quiz/exam?size=40&topic=…`, `#/quiz/exam/7`, `#/quiz/exam/review`, `#/quiz/exam/<when it began>`. */

const NUMBER = /^[1-9]\d{0,2}$/;
const MOMENT = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)(\d{3})z$/;

/** Reads what follows `quiz/exam`; undefined when it is no place in an exam. */
export function readExamPart(
  [name, ...rest]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): ExamPart | undefined {
  if (rest.length > 0) return undefined;
  if (name === undefined) return readStart(parameters.get('size'), notices);
  if (name === 'review') return { kind: 'review' };
  if (NUMBER.test(name)) return { kind: 'question', number: Number(name) };
  const id = name.replace(MOMENT, '$1-$2-$3T$4:$5:$6.$7Z');
  return id === name ? undefined : { kind: 'result', id };
}

function readStart(asked: string | null, notices: string[]): ExamPart {
  const size = EXAM_SIZES.find((one) => String(one) === asked);
  if (asked !== null && size === undefined) {
    notices.push('The link asks for a number of questions that no exam has.');
  }
  return size === undefined ? EXAM_START : { kind: 'start', size };
}

/** What follows `quiz/exam` in the path of a place. */
export function examSegments(part: ExamPart | undefined): readonly string[] {
  switch (part?.kind) {
    case 'question':
      return [String(part.number)];
    case 'review':
      return [part.kind];
    case 'result':
      return [part.id.replaceAll(/[-:.]/g, '').toLowerCase()];
    case 'start':
    case undefined:
      return [];
  }
}

/** Adds what a place asks for to the parameters of its link. */
export function addExam(parameters: URLSearchParams, part: ExamPart | undefined): void {
  const isUsual = part?.kind !== 'start' || part.size === 20;
  if (!isUsual) parameters.set('size', String(part.size));
}
