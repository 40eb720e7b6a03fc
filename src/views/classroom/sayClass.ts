import { handsIn, shareOf } from '#study/peer.ts';
import type { ClassPhase, Gain, Votes } from '#study/peer.ts';

/** A question in class in words. */

interface PhaseWords {
  readonly name: string;
  /** What the room does now. */
  readonly says: string;
  /** What the button says that leads here. */
  readonly leads: string;
}

export const PHASE_WORDS: Readonly<Record<ClassPhase, PhaseWords>> = {
  ask: { name: 'Ask', says: 'Read, and choose an answer for yourself.', leads: 'Ask' },
  vote: { name: 'Vote', says: 'Hands up for your answer.', leads: 'Vote' },
  discuss: {
    name: 'Discuss',
    says: 'Find somebody who chose another answer, and convince each other.',
    leads: 'Discuss',
  },
  'vote-again': { name: 'Vote again', says: 'Hands up once more.', leads: 'Vote again' },
  shift: { name: 'Shift', says: 'How the room moved.', leads: 'Show the shift' },
  reveal: { name: 'Reveal', says: 'What is right, and why.', leads: 'Reveal' },
  run: { name: 'Run', says: 'You have seen it happen.', leads: 'Show it happening' },
};

/** Hands in words: `1 hand`, `12 hands`. */
export const sayHands = (hands: number): string => `${hands} ${hands === 1 ? 'hand' : 'hands'}`;

/** A share in per cent, without decimals. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The hands for an option with their share: `12 hands, 60 %`. */
export const sayVotes = (votes: Votes, option: string): string =>
  `${sayHands(votes[option] ?? 0)}, ${percent(shareOf(votes, option))}`;

/** How many hands there were in each vote. */
export function sayTotals(before: Votes, after: Votes): string {
  const [first, second] = [handsIn(before), handsIn(after)];
  if (first === 0 && second === 0) return 'No hands were counted.';
  return second === 0
    ? `${sayHands(first)} in the first vote.`
    : `${sayHands(first)} in the first vote, ${second} in the second.`;
}

/** What the talk won, in sentences. */
export function sayGain({ before, after, gain }: Gain): readonly string[] {
  const shares = `Right answers: ${percent(before)} before the talk, ${percent(after)} after it.`;
  if (before === 1) return [shares, 'Nothing was missing before the talk.'];
  if (gain === undefined) return [shares, 'Right answers were lost, so there is no gain.'];
  return [
    shares,
    `Normalised gain (Hake): ${gain.toFixed(2)}. That is the part of the missing ${percent(1 - before)} that the talk won.`,
  ];
}
