import type { LessonPlace, Stage } from '#stores/stage.ts';

/** Links to lessons, `#/lesson/<id>/<stop>`, and what a lesson and a presenter’s window put before other links. */

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Reads the path of a link; undefined where it names no lesson. */
export function readLesson([page, id, stop, ...rest]: readonly string[]): LessonPlace | undefined {
  if (page !== 'lesson' || rest.length > 0) return undefined;
  if (id === undefined) return { page };
  if (!NAME.test(id)) return undefined;
  if (stop === undefined) return { page, id };
  return /^[1-9]\d?$/.test(stop) ? { page, id, stop: Number(stop) } : undefined;
}

/** Writes the path of a place among lessons. */
export const lessonPath = ({ id, stop }: LessonPlace): string =>
  ['lesson', id, stop].filter((name) => name !== undefined).join('/');

/** What stands before the place in the link of a presenter’s window. */
export const windowOf = ({ presenter }: Pick<Stage, 'presenter'>): string =>
  presenter === undefined ? '' : `presenter/${presenter}/`;

/** What stands before the place in the link of a lesson that is being given. */
export const lessonOf = ({ lesson }: Pick<Stage, 'lesson'>): string =>
  lesson ? `lesson/${lesson.id}/${lesson.stop}/` : '';
