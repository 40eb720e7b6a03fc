import type { QuizPlace } from '#stores/stage.ts';
import { EXAM_START } from '#study/examPart.ts';
import type { ExamPart } from '#study/examPart.ts';
import type { Selection } from '#study/selection.ts';

import { formatRoute } from './route.ts';

/** A place in an exam. */
export const examPlace = (exam: ExamPart = EXAM_START, selection: Selection = {}): QuizPlace => ({
  page: 'quiz',
  view: 'exam',
  exam,
  ...(Object.keys(selection).length > 0 && { selection }),
});

/** The link to a place in an exam. */
export const examHref = (exam?: ExamPart): string => formatRoute({ place: examPlace(exam) });
