import type { PlainQuestion } from '#content/own/format.ts';
import { TOPICS } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';

import { plainOf } from './plain.ts';

/** Questions of one topic, which programs keep in a category or a deck of its own. */
export interface Chapter {
  readonly title: string;
  readonly questions: readonly PlainQuestion[];
}

/** Some questions by topic, with their answers in them. */
export const chaptersOf = (questions: readonly Question[]): readonly Chapter[] =>
  TOPICS.flatMap((topic) => {
    const some = questions.filter((question) => question.topic === topic);
    return some.length === 0 ? [] : [{ title: TOPIC_WORDS[topic], questions: some.map(plainOf) }];
  });

/** What a question is called where it has no title. */
export const titleOf = ({ title, stem }: PlainQuestion): string => title ?? stem;

/** Words by which programs find questions again. */
export const tagsOf = ({ skill, traps = [], difficulty }: PlainQuestion): readonly string[] => [
  'scs-c03',
  ...(skill === undefined ? [] : [`skill-${skill}`]),
  ...traps.map((trap) => `trap-${trap}`),
  ...(difficulty === undefined ? [] : [`difficulty-${difficulty}`]),
];

/** How much one right answer of several counts, in percent, as Moodle knows it: with five decimals. */
export const shareOf = (rights: number): string => `${Number((100 / rights).toFixed(5))}`;
