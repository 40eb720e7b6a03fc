import type { AccountId, RoleArn, UserArn } from './arn.ts';
import type { AccessKeyId, LongTermKeyId, TemporaryKeyId } from './ids.ts';
import type { Policy } from './policy/document.ts';
import type { Principal, Tags } from './principal.ts';
import type { RolesAnywhere } from './rolesanywhere/resources.ts';
import type { Instant, Seconds } from './time.ts';
import type { X509Material } from './x509/certificate.ts';

/** Everything AWS and its clients know at one moment: organization, accounts, resources, credentials. */
export interface World {
  /** AWS's clock. */
  readonly now: Instant;
  /** How far each party's clock runs ahead of AWS's; absent parties are on time. */
  readonly clockSkew: Readonly<Record<string, Seconds>>;
  readonly organization?: Organization;
  readonly accounts: Readonly<Record<AccountId, Account>>;
  readonly accessKeys: Readonly<Record<string, AccessKey>>;
  readonly presignedUrls: Readonly<Record<string, PresignedUrl>>;
  /** Forms that somebody signed, by the act that did. */
  readonly forms?: Readonly<Record<string, SignedForm>>;
  /** Tokens for signing in to the console, by the act that got them. */
  readonly signinTokens?: Readonly<Record<string, SigninToken>>;
  /** By id. */
  readonly vpcEndpoints?: Readonly<Record<VpcEndpointId, VpcEndpoint>>;
  /** What customers delegated to partners, by trade-in token. */
  readonly delegations?: Readonly<Record<string, Delegation>>;
  /** The certificates and revocation lists there are, wherever they lie, and whose signatures verify. */
  readonly x509?: X509Material;
}

export type VpcEndpointId = `vpce-${string}`;

/** A way from a VPC to S3 that does not leave AWS's network. */
export interface VpcEndpoint {
  readonly id: VpcEndpointId;
  readonly vpc: `vpc-${string}`;
  /** Absent: the default, which allows everything. */
  readonly policy?: Policy;
}

/** What a customer accepted and sent to a partner (IAM API, SendDelegationToken). */
export interface Delegation {
  readonly partner: AccountId;
  /** Who accepted it: the credentials map to this identity. */
  readonly principal: Principal;
  /** The permissions that were asked for: they limit the session. */
  readonly policies: readonly Policy[];
  /** When the customer sent the token; the session is counted from here. */
  readonly sentAt: Instant;
  readonly sessionDuration: Seconds;
  readonly tokenExpiresAt: Instant;
}

export interface Organization {
  readonly id: `o-${string}`;
  readonly managementAccount: AccountId;
  readonly root: OrganizationalUnit;
  /** Whether centralized root access is on, and which member account IAM's administration was delegated to. */
  readonly rootSessions?: boolean;
  readonly delegatedIamAdministrator?: AccountId;
}

/** The root of the tree or a unit in it; service and resource control policies hang on units and accounts. */
export interface OrganizationalUnit {
  readonly id: string;
  readonly name: string;
  readonly serviceControlPolicies: readonly Policy[];
  readonly resourceControlPolicies: readonly Policy[];
  readonly units: readonly OrganizationalUnit[];
  readonly accounts: readonly AccountId[];
}

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly serviceControlPolicies: readonly Policy[];
  readonly resourceControlPolicies: readonly Policy[];
  readonly regions: Readonly<Record<string, RegionSettings>>;
  /** What the global STS endpoint issues (IAM account settings). */
  readonly globalEndpointTokenVersion: 1 | 2;
  readonly users: Readonly<Record<string, User>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly mfaDevices: readonly MfaDevice[];
  readonly samlProviders: readonly SamlProvider[];
  readonly oidcProviders: readonly OidcProvider[];
  readonly buckets: Readonly<Record<string, Bucket>>;
  /** KMS keys by ARN. */
  readonly kmsKeys?: Readonly<Record<string, KmsKey>>;
  /** Block Public Access for all its buckets. */
  readonly publicAccessBlock?: PublicAccessBlock;
  /** Customer managed policies by ARN. */
  readonly managedPolicies?: Readonly<Record<string, Policy>>;
  /** The issuer of its tokens, once outbound web identity federation is on. */
  readonly outboundTokenIssuer?: string;
  /** Trust anchors, profiles, CRLs and subjects. */
  readonly rolesAnywhere?: RolesAnywhere;
}

export interface RegionSettings {
  readonly enabled: boolean;
  /** Whether the Region is one that an account must opt in to. */
  readonly optIn?: boolean;
  readonly stsActive: boolean;
}

export interface User {
  readonly arn: UserArn;
  readonly userId: `AIDA${string}`;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
  readonly tags: Tags;
}

export interface Role {
  readonly arn: RoleArn;
  readonly roleId: `AROA${string}`;
  readonly trustPolicy: Policy;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
  /** 3600 to 43200; 3600 where nobody set it (IAM CreateRole). */
  readonly maxSessionDuration: Seconds;
  readonly tags: Tags;
}

export interface MfaDevice {
  readonly serialNumber: string;
  readonly user: UserArn;
  /** The last code it was used with: a code is good once. */
  readonly usedCode?: string;
}

interface IdentityProvider {
  readonly arn: string;
  readonly issuer: string;
  /** The names of the keys its tokens may be signed with: certificates in SAML metadata, a JWKS for OIDC. */
  readonly signingKeys: readonly string[];
}

/** A SAML provider: `issuer` is the entity id of its metadata. */
export type SamlProvider = IdentityProvider;

/** An OIDC provider: `issuer` is a URL. */
export interface OidcProvider extends IdentityProvider {
  readonly audiences: readonly string[];
  /** Why STS cannot have the keys: nobody answers, or what answers is no JWKS. */
  readonly jwks?: 'unreachable' | 'unreadable';
  /** Subjects whose tokens the provider has taken back. */
  readonly rejectedSubjects?: readonly string[];
}

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly policy?: Policy;
  /** The current objects by key. */
  readonly objects: Readonly<Record<string, StoredObject>>;
  /** Block Public Access for this bucket; what either the bucket or its account blocks is blocked. */
  readonly publicAccessBlock?: PublicAccessBlock;
  /** Whether whoever asks pays, and says so. */
  readonly isRequesterPays?: boolean;
  /** Whether its objects have access control lists: those of new buckets have none. */
  readonly hasAcls?: boolean;
  /** The ARN of the KMS key with which it encrypts by default. */
  readonly kmsKey?: string;
  /** Whether a write keeps what was there before it. */
  readonly isVersioned?: boolean;
  /** What is no longer current, and the delete markers, by key: the newest first. */
  readonly earlier?: Readonly<Record<string, readonly ObjectVersion[]>>;
}

/** What Block Public Access blocks, of what policies can make public (PublicAccessBlockConfiguration). */
export interface PublicAccessBlock {
  /** A public bucket policy is not saved. */
  readonly blockPublicPolicy: boolean;
  /** A bucket with a public policy is open to its own account and to AWS services only. */
  readonly restrictPublicBuckets: boolean;
}

export interface KmsKey {
  readonly arn: string;
  readonly policy: Policy;
}

export interface StoredObject {
  readonly contentType: string;
  /** All of it or, where `size` is given, what stands for it. */
  readonly body: string;
  /** In bytes; absent: as long as the body. */
  readonly size?: number;
  /** Absent where the bucket was never versioned. */
  readonly versionId?: string;
  /** The ARN of the KMS key it is encrypted with. */
  readonly kmsKey?: string;
  /** Where it must be restored before it can be read. */
  readonly storageClass?: 'GLACIER' | 'DEEP_ARCHIVE';
  readonly isRestored?: boolean;
}

/** An object that was replaced or deleted, or the marker that a deletion left. */
export type ObjectVersion =
  | (StoredObject & { readonly versionId: string })
  | { readonly kind: 'delete-marker'; readonly versionId: string };

interface KeyMaterial {
  readonly secretAccessKey: string;
  readonly owner: Principal;
}

export interface LongTermKey extends KeyMaterial {
  readonly kind: 'long-term';
  readonly id: LongTermKeyId;
  /** A deleted key stays here: AWS knows it no more, but whoever holds its secret can still sign with it. */
  readonly status: 'Active' | 'Inactive' | 'Deleted';
  /** When somebody deactivated or deleted it: nothing else ends it. */
  readonly endedAt?: Instant;
}

export interface TemporaryKey extends KeyMaterial {
  readonly kind: 'temporary';
  readonly id: TemporaryKeyId;
  readonly sessionToken: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** The act that issued it. */
  readonly issuedBy: string;
  /** Whether it is the key behind a console session. */
  readonly isConsole?: boolean;
  /** Version 1, which the global endpoint may issue, does not work in opt-in Regions; absent: 2. */
  readonly tokenVersion?: 1 | 2;
}

/** What getSigninToken gives for session credentials: good for 15 minutes. */
export interface SigninToken {
  readonly key: TemporaryKey;
  readonly issuedAt: Instant;
  readonly sessionDuration?: Seconds;
}

export type AccessKey = LongTermKey | TemporaryKey;

/** A URL somebody signed: what was asked for and who holds it. */
export interface PresignedUrl {
  readonly url: string;
  readonly signedWith: AccessKeyId;
  /** Its X-Amz-Date: the signer's clock, not AWS's. */
  readonly date: Instant;
  readonly expires: Seconds;
  /** What was signed: the text a verifier must arrive at too. */
  readonly canonicalRequest: string;
  readonly holders: readonly string[];
  /** When a change made S3 refuse it, whatever its dates say; absent until then. */
  readonly ended?: Instant;
}

/** A browser upload's form that somebody signed, and who holds it. */
export interface SignedForm {
  readonly bucket: string;
  readonly region: string;
  readonly signedWith: AccessKeyId;
  /** Its x-amz-date: the signer's clock, not AWS's. */
  readonly date: Instant;
  /** How long its policy holds. */
  readonly expires: Seconds;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly holders: readonly string[];
}

/** A thing by its own name: `constructor` and its like, which every record inherits, are none. */
const own = <T>(things: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(things, name) ? things[name] : undefined;

const accountIn = (world: World, arn: string): Account | undefined =>
  own(world.accounts, arn.split(':')[4] ?? '');

/** A user by ARN; undefined when there is none. */
export const findUser = (world: World, arn: string): User | undefined =>
  own(accountIn(world, arn)?.users ?? {}, arn);

/** A role by ARN; undefined when there is none. */
export const findRole = (world: World, arn: string): Role | undefined =>
  own(accountIn(world, arn)?.roles ?? {}, arn);

/** A bucket by name with the account that owns it; bucket names are global. */
export function findBucket(
  world: World,
  name: string,
): { owner: Account; bucket: Bucket } | undefined {
  for (const owner of Object.values(world.accounts)) {
    const bucket = own(owner.buckets, name);
    if (bucket) return { owner, bucket };
  }
  return undefined;
}

/** A KMS key by ARN; undefined when there is none. */
export const findKmsKey = (world: World, arn: string): KmsKey | undefined =>
  own(accountIn(world, arn)?.kmsKeys ?? {}, arn);

/** A party's own clock. */
export const clockOf = (world: World, party: string): Instant =>
  // The sum of a moment and a length is a moment.
  (world.now + (world.clockSkew[party] ?? 0) * 1000) as Instant;

/** An account with nothing in it but an activated home Region. */
export const emptyAccount = (id: AccountId, name: string, region: string): Account => ({
  id,
  name,
  serviceControlPolicies: [],
  resourceControlPolicies: [],
  regions: { [region]: { enabled: true, stsActive: true } },
  globalEndpointTokenVersion: 1,
  users: {},
  roles: {},
  mfaDevices: [],
  samlProviders: [],
  oidcProviders: [],
  buckets: {},
});
