import type { ApiCall } from '#engine/api/acts.ts';
import type { AccountId } from '#engine/arn.ts';
import type { Policy, Statement } from '#engine/policy/document.ts';
import type { ChangeRolesAnywhere, CreateSession } from '#engine/rolesanywhere/acts.ts';
import { PROFILE_DURATION } from '#engine/rolesanywhere/limits.ts';
import { DEFAULT_MAPPINGS, resourceArn } from '#engine/rolesanywhere/resources.ts';
import type { Crl, Profile, TrustAnchor } from '#engine/rolesanywhere/resources.ts';
import type { ResourceChange } from '#engine/rolesanywhere/resourceChange.ts';
import type { Instant } from '#engine/time.ts';
import type { Account, Role } from '#engine/world.ts';
import type { Fingerprint } from '#engine/x509/certificate.ts';

import type { Party } from '../../scenario.ts';
import { allow, document, policy, role } from '../build.ts';

/** The bricks of Roles Anywhere: each has what the service gives it by itself, and takes what the story changes. */

interface Place {
  readonly region: string;
  readonly account: AccountId;
}

/** Where most stories of this lab play, and the moment they begin. */
export const PLACE = { region: 'eu-central-1', account: '111122223333' } as const;

export const SERVICE: Party = {
  id: 'rolesanywhere',
  name: 'Roles Anywhere',
  spoken: 'IAM Roles Anywhere',
};
export const S3: Party = { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' };
export const ADMIN: Party = {
  id: 'admin',
  name: 'administrator',
  spoken: 'the administrator',
  isOffstage: true,
};

/** What the service does with a role, and so must be allowed (User Guide, trust model). */
export const ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] as const;

/** A role's trust policy for IAM Roles Anywhere: the three actions, and what the story changes of each statement. */
export const serviceTrust = (role: string, ...statements: readonly Partial<Statement>[]): Policy =>
  policy(
    `${role}Trust`,
    'trust',
    document(
      ...(statements.length > 0 ? statements : [{}]).map((fields): Statement => ({
        Effect: 'Allow',
        Principal: { Service: 'rolesanywhere.amazonaws.com' },
        Action: ACTIONS,
        ...fields,
      })),
    ),
  );

/** A role for IAM Roles Anywhere that may do one thing with the objects of a bucket. */
export const bucketRole = (
  name: string,
  { action, bucket }: { readonly action: string; readonly bucket: string },
  trust: Partial<Statement> = {},
  fields: Partial<Role> = {},
): Role =>
  role(PLACE.account, name, {
    trustPolicy: serviceTrust(name, trust),
    policies: [
      policy(`${name}Policy`, 'identity', document(allow(action, `arn:aws:s3:::${bucket}/*`))),
    ],
    ...fields,
  });

/** The condition that a certificate was shown for this trust anchor. */
export const fromAnchor = (arn: string) => ({ ArnEquals: { 'aws:SourceArn': arn } });

/** The condition that an attribute of the certificate's subject has this value. */
export const ofSubject = (attribute: 'CN' | 'OU', value: string) => ({
  StringEquals: { [`aws:PrincipalTag/x509Subject/${attribute}`]: value },
});

/** A request for a session, sent by the server with nothing beside its certificate, unless the story says otherwise. */
export const opened = (
  fields: Pick<CreateSession, 'at' | 'certificate' | 'trustAnchorArn' | 'profileArn' | 'roleArn'> &
    Partial<CreateSession>,
): CreateSession => ({
  id: 'create-session',
  kind: 'rolesanywhere:CreateSession',
  by: 'server',
  to: 'rolesanywhere',
  region: PLACE.region,
  chain: [],
  ...fields,
});

/** A call to S3 with the session, unless the story says otherwise. */
export const called = (
  fields: Pick<ApiCall, 'at' | 'id' | 'action' | 'resources'> & Partial<ApiCall>,
): ApiCall => ({
  kind: 'call',
  by: 'server',
  to: 's3',
  region: PLACE.region,
  credentials: { issuedBy: 'create-session' },
  ...fields,
});

/** What the administrator changes of Roles Anywhere. */
export const changed = (id: string, at: Instant, change: ResourceChange): ChangeRolesAnywhere => ({
  id,
  at,
  kind: 'rolesanywhere:change',
  by: 'admin',
  change,
});

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
  durationSeconds: PROFILE_DURATION,
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

/** An imported list of a CA, enabled. */
export const crl = (
  place: Place,
  name: string,
  fields: Pick<Crl, 'trustAnchorArn' | 'list'> & Partial<Crl>,
): Crl => ({ arn: resourceArn('crl', place, name), name, enabled: true, ...fields });
