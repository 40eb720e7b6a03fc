import type { Stop } from './format.ts';

/** Bricks of the lessons that are ready. */

type Rest = Pick<Stop, 'minutes' | 'say'> & Partial<Pick<Stop, 'ask'>>;

/** A stop of a lesson: what it is about, what is shown, and the words to it. */
export const stop = (title: string, link: `#/${string}`, rest: Rest): Stop => ({
  title,
  link,
  ...rest,
});

/** What every ready lesson begins with. */
export const HEAD = { format: 'shortlived-lesson', version: 1 } as const;
