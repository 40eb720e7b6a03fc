import type { Lesson } from './format.ts';
import { HALF_HOUR } from './halfHour.ts';
import { QUARTER } from './quarter.ts';
import { WHOLE_HOUR } from './wholeHour.ts';

/** Lessons that are ready: for a class on temporary credentials, in 15, 30 and 60 minutes. */

export const READY_LESSONS: Readonly<Record<string, Lesson>> = {
  quarter: QUARTER,
  'half-hour': HALF_HOUR,
  'whole-hour': WHOLE_HOUR,
};
