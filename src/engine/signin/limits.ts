import { hours, minutes } from '../time.ts';

/** The numbers of console federation (IAM User Guide, custom identity broker access). */

/** The least and the most that SessionDuration may be. */
export const CONSOLE_BOUNDS = { min: minutes(15), max: hours(12) } as const;

/** How long a sign-in URL is good. */
export const TOKEN_LIFE = minutes(15);
