import type { Basis } from '#engine/basis.ts';

import type { SourceId } from './sources.ts';

/** How the exam asks and counts, as far as it is played here. */
export const EXAM_FACTS: readonly {
  readonly says: string;
  readonly source: SourceId;
  readonly basis: Basis;
}[] = [
  {
    says: 'The exam has 65 questions and 170 minutes. Shorter sets have as much time for each question.',
    source: 'exam.guide',
    basis: 'documented',
  },
  {
    says: 'Several answers, orders and pairs are right as a whole, or they are wrong.',
    source: 'exam.guide',
    basis: 'documented',
  },
  {
    says: 'A question without an answer counts as wrong. A guess costs nothing.',
    source: 'exam.guide',
    basis: 'documented',
  },
];
