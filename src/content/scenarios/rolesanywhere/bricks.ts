import type { Account } from '#engine/world.ts';
import type { AccountId } from '#engine/arn.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import type { Crl, Profile, TrustAnchor } from '#engine/rolesanywhere/resources.ts';
import type { Fingerprint } from '#engine/x509/certificate.ts';
import { hours } from '#engine/time.ts';

/** The bricks of Roles Anywhere: each has what the service gives it by itself, and takes what the story changes. */

interface Place {
  readonly region: string;
  readonly account: AccountId;
}

/** An enabled trust anchor with the certificates of a CA. */
export const anchor = (
  place: Place,
  name: string,
  certificates: readonly Fingerprint[],
  fields: Partial<TrustAnchor> = {},
): TrustAnchor => ({
  arn: resourceArn('trust-anchor', place, name),
  name,
  enabled: true,
  source: { sourceType: 'CERTIFICATE_BUNDLE', certificates },
  ...fields,
});

/** An enabled profile of an hour that takes no session names and maps every attribute. */
export const profile = (
  place: Place,
  name: string,
  roleArns: readonly string[],
  fields: Partial<Profile> = {},
): Profile => ({
  arn: resourceArn('profile', place, name),
  name,
  enabled: true,
  roleArns,
  durationSeconds: hours(1),
  managedPolicyArns: [],
  acceptRoleSessionName: false,
  attributeMappings: DEFAULT_MAPPINGS,
  ...fields,
});

/** What an account has of Roles Anywhere. */
export const anywhere = (
  anchors: readonly TrustAnchor[],
  profiles: readonly Profile[],
  crls: readonly Crl[] = [],
): Pick<Account, 'rolesAnywhere'> => ({
  rolesAnywhere: {
    trustAnchors: Object.fromEntries(anchors.map((one) => [one.arn, one])),
    profiles: Object.fromEntries(profiles.map((one) => [one.arn, one])),
    crls: Object.fromEntries(crls.map((one) => [one.arn, one])),
    subjects: {},
  },
});
