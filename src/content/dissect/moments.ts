import { isoDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

/** A moment of any year, in words: `2026-01-15 12:00:00 UTC`. */
export const spokenMoment = (moment: Instant): string =>
  `${isoDate(moment).slice(0, 10)} ${isoDate(moment).slice(11, 19)} UTC`;
