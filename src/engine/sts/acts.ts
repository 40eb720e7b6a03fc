import type { Act, AssumeRole, SessionLimits, SessionTag, SignedToSts, ToSts } from '../act.ts';
import type { RoleArn } from '../arn.ts';
import type { Instant, Seconds } from '../time.ts';

/** The calls of STS beside AssumeRole, as acts: every parameter of the API model of October 2026 (sts.md 1.4). */

/** AssumeRoleWithSAML: not signed; what the identity provider says takes the place of credentials. */
export interface AssumeRoleWithSaml extends ToSts, SessionLimits {
  readonly kind: 'sts:AssumeRoleWithSAML';
  readonly roleArn: RoleArn;
  readonly principalArn: string;
  /** What the provider said, or a text in base64 that says it or something else. */
  readonly sAMLAssertion: SamlAssertion | string;
}

/** What a SAML 2.0 response says (IAM User Guide, SAML assertions). */
export interface SamlAssertion {
  readonly id: string;
  readonly issuer: string;
  readonly audience: string;
  /** Where it is meant to be sent: `https://signin.aws.amazon.com/saml`. */
  readonly recipient: string;
  /** NameID; absent where the provider sends none. */
  readonly subject?: string;
  /** The format of NameID, a URN or one of its last parts: `persistent`. */
  readonly subjectType: string;
  readonly issuedAt: Instant;
  readonly notOnOrAfter: Instant;
  readonly sessionNotOnOrAfter?: Instant;
  /** The name of the key that signed it; absent where no signature verifies. */
  readonly signedBy?: string;
  /** False where the provider reports that the user did not sign in. */
  readonly isSuccess?: boolean;
  /** Attributes by their full names. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** AssumeRoleWithWebIdentity: not signed; a token of an identity provider takes the place of credentials. */
export interface AssumeRoleWithWebIdentity extends ToSts, SessionLimits {
  readonly kind: 'sts:AssumeRoleWithWebIdentity';
  readonly roleArn: RoleArn;
  readonly roleSessionName: string;
  /** What the provider said, or a text that says it or something else. */
  readonly webIdentityToken: IdentityToken | string;
  /** Only for OAuth 2.0 access tokens of two providers. */
  readonly providerId?: string;
}

/** A JSON Web Token: what its header and its claims say (RFC 7519). */
export interface IdentityToken {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string | readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly algorithm: string;
  /** The name of the key that signed it; absent where no signature verifies. */
  readonly signedBy?: string;
  /** Claims beside the registered ones above. */
  readonly claims: Readonly<Record<string, Json>>;
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** AssumeRoot: a short session of a member account's root user for one task. */
export interface AssumeRoot extends SignedToSts {
  readonly kind: 'sts:AssumeRoot';
  /** The id of the member account, or the ARN of its root user. */
  readonly targetPrincipal: string;
  readonly taskPolicyArn: string;
  /** Left out: 900 s, which is also the most. */
  readonly durationSeconds?: Seconds;
  readonly minimumSessionTokenSize?: number;
}

/** GetSessionToken; without `durationSeconds` a user gets 43200 s and root 3600 s. */
export interface GetSessionToken extends SignedToSts {
  readonly kind: 'sts:GetSessionToken';
  readonly durationSeconds?: Seconds;
  readonly serialNumber?: string;
  readonly tokenCode?: string;
  readonly minimumSessionTokenSize?: number;
}

/** GetFederationToken; without `durationSeconds` a user gets 43200 s and root 3600 s. */
export interface GetFederationToken extends SignedToSts, SessionLimits {
  readonly kind: 'sts:GetFederationToken';
  readonly name: string;
  readonly tags?: readonly SessionTag[];
}

/** GetCallerIdentity: who signed this? */
export interface GetCallerIdentity extends SignedToSts {
  readonly kind: 'sts:GetCallerIdentity';
}

/** GetAccessKeyInfo: whose account does this key belong to? */
export interface GetAccessKeyInfo extends SignedToSts {
  readonly kind: 'sts:GetAccessKeyInfo';
  readonly accessKeyId: string;
}

/** DecodeAuthorizationMessage: why was this refused? */
export interface DecodeAuthorizationMessage extends SignedToSts {
  readonly kind: 'sts:DecodeAuthorizationMessage';
  readonly encodedMessage: string;
}

/** GetWebIdentityToken: a token with which the caller shows an outside service who it is. */
export interface GetWebIdentityToken extends SignedToSts {
  readonly kind: 'sts:GetWebIdentityToken';
  readonly audience: readonly string[];
  readonly signingAlgorithm: string;
  /** Left out: 300 s. */
  readonly durationSeconds?: Seconds;
  readonly tags?: readonly SessionTag[];
}

/** GetDelegatedAccessToken: a partner trades a customer's token for credentials. */
export interface GetDelegatedAccessToken extends SignedToSts {
  readonly kind: 'sts:GetDelegatedAccessToken';
  readonly tradeInToken: string;
}

export type StsAct =
  | AssumeRole
  | AssumeRoleWithSaml
  | AssumeRoleWithWebIdentity
  | AssumeRoot
  | GetSessionToken
  | GetFederationToken
  | GetCallerIdentity
  | GetAccessKeyInfo
  | DecodeAuthorizationMessage
  | GetWebIdentityToken
  | GetDelegatedAccessToken;

/** Whether an act is a call to STS. */
export const isStsAct = (act: Act): act is StsAct => act.kind.startsWith('sts:');
