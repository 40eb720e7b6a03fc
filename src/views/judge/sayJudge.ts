import type { GradedJudgement, Worth } from '#study/judge/gradeJudgement.ts';
import type { Pick } from '#study/judge/picks.ts';
import { GRANTED } from '#study/judge/said.ts';
import type { CheckVerdict } from '#study/judge/said.ts';

import type { Tone } from '../ui/Mark.tsx';

/** Judgements in words. */

export const VERDICT_WORDS: Readonly<Record<CheckVerdict, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-reached': 'Not reached',
};

export const PICK_WORDS: Readonly<Record<Pick['asks'], string>> = {
  statement: 'Which statement decides it?',
  length: 'What is the longest that it lets pass?',
  moment: 'When does what it looks at end?',
};

export const WORTH_WORDS: Readonly<Record<Worth, { readonly word: string; readonly tone: Tone }>> =
  {
    right: { word: 'Right', tone: 'good' },
    miss: { word: 'Missed', tone: 'bad' },
    follows: { word: 'Follows from a miss', tone: 'none' },
    open: { word: 'Not counted', tone: 'not-reached' },
  };

/** A name at the beginning of a line. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** An answer in words: a code as it is, or that the request is granted. */
export const sayAnswer = (answer: string | undefined): string => {
  if (answer === undefined) return 'nothing';
  return answer === GRANTED ? 'Granted' : answer;
};

const count = (number: number, one: string, several: string): string =>
  `${number} ${number === 1 ? one : several}`;

/** How a judgement went, in a sentence or two. */
export function sayScore({ right, total, misses }: GradedJudgement): string {
  if (total === 0) return 'Nothing here counts: AWS does not document what decides it.';
  if (misses === 0 && right === total) return `All ${total} right: you decided as AWS does.`;
  const rest = total - right - misses;
  const follows = rest > 0 ? ` ${count(rest, 'more follows', 'more follow')} from that.` : '';
  return `${right} of ${total} right, ${count(misses, 'miss', 'misses')}.${follows}`;
}
