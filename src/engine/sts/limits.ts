import type { AssumeRole } from '../act.ts';
import { minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';

/** The numbers of STS: how long sessions last. */

/** What STS takes for a role session when DurationSeconds is left out (AssumeRole). */
export const DEFAULT_DURATION = seconds(3600);

/** The least and the most the API model takes for DurationSeconds (AssumeRole). */
export const DURATION_BOUNDS = { min: seconds(900), max: seconds(43_200) } as const;

/** The least and the most the API model takes for a session of a user or of root (GetSessionToken, GetFederationToken). */
export const USER_BOUNDS = { min: seconds(900), max: seconds(129_600) } as const;

/** What an administrator can set as a role's longest session, and what it is where nobody sets it (CreateRole, MaxSessionDuration). */
export const ROLE_MAXIMUM = {
  min: seconds(3600),
  max: seconds(43_200),
  default: seconds(3600),
} as const;

/** The most a session opened from another session may last (IAM User Guide, role chaining). */
export const CHAINED_MAXIMUM = seconds(3600);

/** What a user's session lasts when DurationSeconds is left out (GetSessionToken, GetFederationToken). */
export const USER_DEFAULT = seconds(43_200);

/** What a root user's session lasts at most, however much is asked for (GetSessionToken, GetFederationToken). */
export const ROOT_MAXIMUM = seconds(3600);

/** The least and the most AssumeRoot's session may last, and what it lasts when DurationSeconds is left out (AssumeRoot). */
export const ROOT_TASK_BOUNDS = { min: seconds(0), max: seconds(900) } as const;
export const ROOT_TASK_DURATION = seconds(900);

/** The least and the most a web identity token may last, and what it lasts when DurationSeconds is left out (GetWebIdentityToken). */
export const TOKEN_BOUNDS = { min: seconds(60), max: seconds(3600) } as const;
export const TOKEN_DURATION = seconds(300);

/** How far a signer's clock may be off, either way (observed in the errors STS sends). */
export const CLOCK_TOLERANCE = minutes(15);

/** How long after its making a SAML response is taken (observed, gimme-aws-creds issue 251). */
export const REDEEM_WITHIN = minutes(5);

/** How much of their space a session's policies and tags may take, in per cent (AssumeRole, PackedPolicySize). */
export const PACKED_MAXIMUM = 100;

/** The duration a call for a role session asks for. */
export const askedDuration = (act: Pick<AssumeRole, 'durationSeconds'>): Seconds =>
  act.durationSeconds ?? DEFAULT_DURATION;
