import type { Grade } from '#study/grade.ts';

import type { Tone } from '../ui/Mark.tsx';

interface Predicted {
  readonly grade: Grade;
  readonly isCounted: boolean;
}

/** What became of a prediction, in a word and its shape: what AWS does not document makes none right or wrong. */
export function verdictOf({ grade, isCounted }: Predicted): {
  readonly tone: Tone;
  readonly word: string;
} {
  if (!isCounted) return { tone: 'none', word: 'NOT COUNTED' };
  return grade.isCorrect ? { tone: 'good', word: 'RIGHT' } : { tone: 'bad', word: 'WRONG' };
}
