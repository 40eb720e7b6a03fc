import * as v from 'valibot';

import { load } from './load.ts';
import { save } from './storage.ts';

/** The lesson somebody is writing, kept in this browser. What is in it is checked by whoever reads it. */

const NAME = 'shortlived.lesson';

/** Whatever is kept; undefined where nothing is. */
export const loadOwnLesson = (): unknown => load(NAME, v.unknown());

/** Keeps a lesson, or that there is none; tells whether that worked. */
export const saveOwnLesson = (lesson: unknown): boolean => save(NAME, lesson ?? null);

/** Hears when another window has changed it. */
export const onLessonElsewhere = (listener: () => void): void =>
  addEventListener('storage', ({ key }) => {
    if (key === NAME || key === null) listener();
  });
