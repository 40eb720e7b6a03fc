import { hours } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';

import { shortLength, spokenLength } from '../words.ts';

/** Lengths as the pages of AWS STS say them: in hours also beyond a day. */

const wholeHours = (length: Seconds): number | undefined =>
  length > hours(24) && length % hours(1) === 0 ? length / hours(1) : undefined;

/** A length in short form: `36 h`, `15 min`. */
export const shortHours = (length: Seconds): string => {
  const count = wholeHours(length);
  return count === undefined ? shortLength(length) : `${count} h`;
};

/** A length in words: `36 hours`, `15 minutes`. */
export const spokenHours = (length: Seconds): string => {
  const count = wholeHours(length);
  return count === undefined ? spokenLength(length) : `${count} hours`;
};
