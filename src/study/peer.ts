/** Peer instruction: a class votes, talks and votes again (Mazur). What the two votes say together. */

/** The phases of a question in class, in their order. */
export const CLASS_PHASES = [
  'ask',
  'vote',
  'discuss',
  'vote-again',
  'shift',
  'reveal',
  'run',
] as const;
export type ClassPhase = (typeof CLASS_PHASES)[number];

/** A question in class: how far it has come, and the hands before and after the talk. */
export interface ClassRun {
  readonly phase: ClassPhase;
  readonly before: Votes;
  readonly after: Votes;
}

/** The phase before or after one; undefined at the ends. */
export const phaseBeside = (phase: ClassPhase, by: 1 | -1): ClassPhase | undefined =>
  CLASS_PHASES[CLASS_PHASES.indexOf(phase) + by];

/** Which vote a phase counts; undefined where none is counted. */
export function roundOf(phase: ClassPhase): 'before' | 'after' | undefined {
  if (phase === 'vote') return 'before';
  return phase === 'vote-again' ? 'after' : undefined;
}

/** Whether a class may see what is right. */
export const isRevealed = (phase: ClassPhase): boolean => phase === 'reveal' || phase === 'run';

/** How many hands each option got, by the option’s id; none where it is absent. */
export type Votes = Readonly<Record<string, number>>;

/** The most hands that are counted for one option. */
export const MOST_HANDS = 999;

/** The votes after so many hands more for an option, or fewer. */
export const counted = (votes: Votes, option: string, by: number): Votes =>
  withCount(votes, option, (votes[option] ?? 0) + by);

/** The votes with a number of hands for an option. */
export const withCount = (votes: Votes, option: string, hands: number): Votes => ({
  ...votes,
  [option]: Math.max(0, Math.min(MOST_HANDS, Math.trunc(hands))),
});

/** How many hands there were. */
export const handsIn = (votes: Votes): number =>
  Object.values(votes).reduce((sum, hands) => sum + hands, 0);

/** The share of an option, from 0 to 1; 0 where nobody voted. */
export function shareOf(votes: Votes, option: string): number {
  const all = handsIn(votes);
  return all === 0 ? 0 : (votes[option] ?? 0) / all;
}

/** What talking changed. */
export interface Gain {
  /** The shares of right answers. */
  readonly before: number;
  readonly after: number;
  /** Hake’s normalised gain: of what was missing to all, the part that was won. Absent where nothing was missing, or right answers were lost. */
  readonly gain?: number;
}

/** Compares two votes; undefined unless there were hands in both. */
export function gainOf(first: Votes, second: Votes, key: string): Gain | undefined {
  if (handsIn(first) === 0 || handsIn(second) === 0) return undefined;
  const before = shareOf(first, key);
  const after = shareOf(second, key);
  const isGain = before < 1 && after >= before;
  return { before, after, ...(isGain && { gain: (after - before) / (1 - before) }) };
}
