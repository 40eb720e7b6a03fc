import type { Skill, Topic } from '#content/question.ts';

/** Which questions somebody wants to be asked. */

/** How hard questions are. */
export const DIFFICULTIES = [1, 2, 3] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Lists that follow from the answers given so far. */
export const LISTS = ['due', 'wrong', 'sure-and-wrong', 'open'] as const;
export type ListName = (typeof LISTS)[number];

/** A selection with one thing in it changed, or taken out. */
export const chosen = <Name extends keyof Selection>(
  selection: Selection,
  name: Name,
  value: Selection[Name] | undefined,
): Selection => {
  const others = Object.entries(selection).filter(([one]) => one !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
};

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
