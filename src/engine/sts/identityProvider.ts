import { accountOf } from '../arn.ts';
import type { RequestContext } from '../policy/context.ts';
import type { Principal } from '../principal.ts';
import type { Instant } from '../time.ts';
import type { World } from '../world.ts';
import type { AssumeRoleWithSaml, AssumeRoleWithWebIdentity } from './acts.ts';
import { oidcIdentity } from './oidcIdentity.ts';
import { samlIdentity } from './samlIdentity.ts';

/** What an identity provider says of somebody, and what the world knows of that provider: one form for SAML and OIDC. */

export type FederatedAct = AssumeRoleWithSaml | AssumeRoleWithWebIdentity;

export interface Identity {
  readonly issuer: string;
  /** The provider as trust policies name it; undefined where the role's account has none. */
  readonly provider?: Provider;
  readonly signedBy?: string;
  readonly isSupported: boolean;
  readonly isRejected: boolean;
  readonly audiences: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly principal: Extract<Principal, { kind: 'saml-identity' | 'web-identity' }>;
  readonly keys: RequestContext;
  /** The keys that stay with the session. */
  readonly lastingKeys: Readonly<Record<string, string>>;
}

export interface Provider {
  readonly name: string;
  readonly issuer: string;
  /** Undefined for built-in providers, whose keys AWS knows itself. */
  readonly signingKeys?: readonly string[];
  readonly audiences?: readonly string[];
  readonly jwks?: 'unreachable' | 'unreadable';
}

/** The identity a call brings; undefined where its response or token cannot be read. */
export const identityOf = (world: World, act: FederatedAct): Identity | undefined =>
  act.kind === 'sts:AssumeRoleWithSAML' ? samlIdentity(world, act) : oidcIdentity(world, act);

/** The account in which STS looks for the provider. */
export const providerAccount = (act: FederatedAct): string =>
  act.kind === 'sts:AssumeRoleWithSAML' ? accountOf(act.principalArn) : accountOf(act.roleArn);
