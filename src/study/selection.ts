import type { Skill, Topic } from '#content/question.ts';

/** Which questions somebody wants to be asked. */

/** How hard questions are. */
export const DIFFICULTIES = [1, 2, 3] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Lists that follow from the answers given so far. */
export const LISTS = ['due', 'wrong', 'sure-and-wrong', 'open'] as const;
export type ListName = (typeof LISTS)[number];

/** Everything, or what has a topic, a skill or a trap in common, or a list. */
export interface Selection {
  readonly topic?: Topic;
  readonly skill?: Skill;
  readonly trap?: string;
  readonly list?: ListName;
  readonly difficulty?: Difficulty;
  /** A set somebody put together, packed as it stands in a link. */
  readonly set?: string;
}
