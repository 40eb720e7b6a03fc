import { days, hours, minutes } from '#engine/time.ts';

/** Numbers that AWS publishes and no rule of the engine needs; where each is written stands beside its limit. */
export const PUBLISHED = {
  /** Identity Center: a permission set, and the sign-in to the access portal. */
  permissionSet: { min: hours(1), max: hours(12) },
  permissionSetDefault: hours(1),
  portalSession: days(90),
  /** Cognito’s identity pools: the token of the classic flow. */
  openIdToken: minutes(10),
  /** The token of a developer’s own identity in a Cognito identity pool, where nobody says, and at most. */
  developerToken: { default: minutes(15), max: hours(24) },
  /** Roles Anywhere: calls a second for an account and Region, bytes of an imported list, characters of a mapping. */
  createSessionRate: 10,
  revocationList: 300_000,
  mappingSpecifier: 60,
  /** IAM: characters of all inline policies of a user, a group or a role together. */
  inlineOfUser: 2048,
  inlineOfGroup: 5120,
  inlineOfRole: 10_240,
} as const;
