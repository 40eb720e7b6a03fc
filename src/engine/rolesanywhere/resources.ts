import type { AccountId } from '../arn.ts';
import { requestId } from '../ids.ts';
import type { Instant, Seconds } from '../time.ts';
import type { Fingerprint } from '../x509/certificate.ts';

/** What IAM Roles Anywhere keeps for an account: trust anchors, profiles, CRLs and subjects, each in its Region (roles-anywhere.md 1). */

type ResourceArn<Kind extends string> =
  `arn:aws:rolesanywhere:${string}:${AccountId}:${Kind}/${string}`;

export type TrustAnchorArn = ResourceArn<'trust-anchor'>;
export type ProfileArn = ResourceArn<'profile'>;
export type CrlArn = ResourceArn<'crl'>;
export type SubjectArn = ResourceArn<'subject'>;

/** The ARN of a resource of Roles Anywhere; its UUID is made from a label. */
export const resourceArn = <Kind extends 'trust-anchor' | 'profile' | 'crl' | 'subject'>(
  kind: Kind,
  { region, account }: { readonly region: string; readonly account: AccountId },
  label: string,
): ResourceArn<Kind> =>
  `arn:aws:rolesanywhere:${region}:${account}:${kind}/${requestId(`${kind} ${region} ${account} ${label}`)}`;

/** A CA whose certificates open roles: the service keeps what it read when the anchor was made or last updated. */
export interface TrustAnchor {
  readonly arn: TrustAnchorArn;
  readonly name: string;
  readonly enabled: boolean;
  readonly source:
    | { readonly sourceType: 'CERTIFICATE_BUNDLE'; readonly certificates: readonly Fingerprint[] }
    | {
        readonly sourceType: 'AWS_ACM_PCA';
        readonly acmPcaArn: string;
        readonly certificates: readonly Fingerprint[];
      };
  /** Left out: both events, 45 days ahead (User Guide, default notification settings). */
  readonly notificationSettings?: readonly NotificationSetting[];
}

export interface NotificationSetting {
  readonly event: 'CA_CERTIFICATE_EXPIRY' | 'END_ENTITY_CERTIFICATE_EXPIRY';
  readonly enabled: boolean;
  /** Days before the end, 1 to 360. */
  readonly threshold: number;
}

export const CERTIFICATE_FIELDS = ['x509Subject', 'x509Issuer', 'x509SAN'] as const;
export type MappedField = (typeof CERTIFICATE_FIELDS)[number];

/** Which attributes of one field of the certificate become tags of the session (PutAttributeMapping). */
export interface AttributeMapping {
  readonly certificateField: MappedField;
  readonly mappingRules: readonly { readonly specifier: string }[];
}

const mapping = (
  certificateField: MappedField,
  ...specifiers: readonly string[]
): AttributeMapping => ({
  certificateField,
  mappingRules: specifiers.map((specifier) => ({ specifier })),
});

/** What GetProfile returns where nobody changed the mapping (User Guide, default mapping behavior). */
export const DEFAULT_MAPPINGS: readonly AttributeMapping[] = [
  mapping('x509Issuer', '*'),
  mapping('x509SAN', 'DNS', 'URI', 'Name/*'),
  mapping('x509Subject', '*'),
];

/** Which roles may be asked for, and what limits the session: it says nothing of trust anchors. */
export interface Profile {
  readonly arn: ProfileArn;
  readonly name: string;
  readonly enabled: boolean;
  readonly roleArns: readonly string[];
  /** 900 to 43200; 3600 where nobody set it (CreateProfile). */
  readonly durationSeconds: Seconds;
  readonly sessionPolicy?: string;
  readonly managedPolicyArns: readonly string[];
  readonly acceptRoleSessionName: boolean;
  readonly attributeMappings: readonly AttributeMapping[];
}

/** An imported revocation list: one that is not enabled revokes nothing. */
export interface Crl {
  readonly arn: CrlArn;
  readonly name: string;
  readonly enabled: boolean;
  readonly trustAnchorArn: TrustAnchorArn;
  readonly list: Fingerprint;
}

/** Whoever authenticated with a subject name: a record for audits, made by the service; nobody can disable it. */
export interface Subject {
  readonly arn: SubjectArn;
  readonly x509Subject: string;
  readonly enabled: true;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly credentials: readonly SeenCertificate[];
}

export interface SeenCertificate {
  readonly seenAt: Instant;
  readonly serialNumber: string;
  readonly issuer: string;
  readonly enabled: boolean;
  /** Whether no session came of it. */
  readonly failed: boolean;
  readonly certificate: Fingerprint;
}

/** What an account has of it, by ARN. */
export interface RolesAnywhere {
  readonly trustAnchors: Readonly<Record<string, TrustAnchor>>;
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly crls: Readonly<Record<string, Crl>>;
  readonly subjects: Readonly<Record<string, Subject>>;
}

export const NO_RESOURCES: RolesAnywhere = {
  trustAnchors: {},
  profiles: {},
  crls: {},
  subjects: {},
};
