import { minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';

/** The numbers of IAM Roles Anywhere: what a request may ask for, and how much there may be (roles-anywhere.md 1 and 3). */

/** The least and the most that a profile or a request may say a session lasts (API model, durationSeconds). */
export const DURATION_BOUNDS = { min: seconds(900), max: seconds(43_200) } as const;

/** Whether a session may be asked to last so long. */
export const isDuration = (length: Seconds): boolean =>
  length >= DURATION_BOUNDS.min && length <= DURATION_BOUNDS.max;

/** What a profile says where nobody sets it (CreateProfile). */
export const PROFILE_DURATION = seconds(3600);

/** How many certificates may come beside the caller's own (User Guide, authentication). */
export const LONGEST_CHAIN = 5;

/** How far the caller's clock may be off. AWS publishes no figure for this service; this is SigV4's (roles-anywhere.md 3.2). */
export const CLOCK_TOLERANCE = minutes(5);

/** Quotas for an account and Region, and the API model's limits (roles-anywhere.md 1.2 to 1.6). */
export const MOST = {
  trustAnchors: 50,
  profiles: 250,
  rolesOfProfile: 250,
  certificatesOfAnchor: 2,
  crlsOfAnchor: 2,
  managedPolicies: 50,
} as const;

/** What STS lets a session carry (AssumeRole, PolicyArns, Tags and SourceIdentity). */
export const MOST_ARNS = 10;
export const MOST_TAGS = 50;
export const LONGEST_IDENTITY = 64;
