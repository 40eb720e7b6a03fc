/** Places in an exam, as links name them. */

/** How many questions a set has: the last is as long as the exam itself. */
export const EXAM_SIZES = [10, 20, 40, 65] as const;
export type ExamSize = (typeof EXAM_SIZES)[number];

/** Where one begins, a question of the exam that is open, its list, or what became of one. */
export type ExamPart =
  | { readonly kind: 'start'; readonly size: ExamSize }
  | { readonly kind: 'question'; readonly number: number }
  | { readonly kind: 'review' }
  | { readonly kind: 'result'; readonly id: string };

/** What one meets first. */
export const EXAM_START: ExamPart = { kind: 'start', size: 20 };
