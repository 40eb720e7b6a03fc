import type { AssumeRole } from '../act.ts';
import { seconds } from '../time.ts';
import type { Seconds } from '../time.ts';

/** The numbers of STS: how long sessions last. */

/** What STS takes for a role session when DurationSeconds is left out (AssumeRole). */
export const DEFAULT_DURATION = seconds(3600);

/** The least and the most the API model takes for DurationSeconds (AssumeRole). */
export const DURATION_BOUNDS = { min: seconds(900), max: seconds(43_200) } as const;

/** The least and the most the API model takes for a session of a user or of root (GetSessionToken, GetFederationToken). */
export const USER_BOUNDS = { min: seconds(900), max: seconds(129_600) } as const;

/** The most a session opened from another session may last (IAM User Guide, role chaining). */
export const CHAINED_MAXIMUM = seconds(3600);

/** What a user's session lasts when DurationSeconds is left out (GetSessionToken, GetFederationToken). */
export const USER_DEFAULT = seconds(43_200);

/** What a root user's session lasts at most, however much is asked for (GetSessionToken, GetFederationToken). */
export const ROOT_MAXIMUM = seconds(3600);

/** The duration a call for a role session asks for. */
export const askedDuration = (act: Pick<AssumeRole, 'durationSeconds'>): Seconds =>
  act.durationSeconds ?? DEFAULT_DURATION;
