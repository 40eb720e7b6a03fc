import { rootArn, sessionArn } from './arn.ts';
import type { AccountId, FederatedUserArn, RoleArn, RootArn, UserArn } from './arn.ts';
import type { Policy } from './policy/document.ts';
import type { Instant } from './time.ts';

/** Who makes a call: every form of sts.md 3.3 and of the Principal element. */

export type Tags = Readonly<Record<string, string>>;

/** What a session carries from the call that opened it. */
export interface SessionContext {
  readonly sessionPolicies: readonly Policy[];
  readonly tags: Tags;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string;
  /** When the caller proved MFA; absent where it did not. */
  readonly mfaAt?: Instant;
  /** Who vouched for the person behind it, where an identity provider did. */
  readonly federation?: Federation;
}

/** An identity provider, and the condition keys of its assertion that stay with the session (IAM User Guide, IAM condition keys). */
export interface Federation {
  readonly provider: string;
  readonly keys: Readonly<Record<string, string>>;
}

export interface RoleSession extends SessionContext {
  readonly kind: 'role-session';
  readonly role: RoleArn;
  readonly roleId: `AROA${string}`;
  readonly sessionName: string;
  /** Whether another session's credentials opened it: role chaining. */
  readonly isChained?: boolean;
  /** The call or service that opened the session. */
  readonly via:
    | 'AssumeRole'
    | 'AssumeRoleWithSAML'
    | 'AssumeRoleWithWebIdentity'
    | 'RolesAnywhere'
    // EC2 hands an instance its role's credentials: they count as no first link of a chain (sts.md 2).
    | 'ec2'
    | 'service';
}

export type Principal =
  | { readonly kind: 'root'; readonly account: AccountId }
  | { readonly kind: 'user'; readonly arn: UserArn; readonly userId: `AIDA${string}` }
  | {
      readonly kind: 'user-session';
      readonly arn: UserArn;
      readonly userId: `AIDA${string}`;
      readonly mfaAt?: Instant;
      /** What a delegation leaves of the user's permissions. */
      readonly sessionPolicies?: readonly Policy[];
    }
  | {
      readonly kind: 'root-session';
      readonly account: AccountId;
      readonly mfaAt?: Instant;
      /** The task policy, where AssumeRoot opened the session. */
      readonly sessionPolicies?: readonly Policy[];
      readonly sourceIdentity?: string;
    }
  | RoleSession
  | ({
      readonly kind: 'federated-user';
      readonly arn: FederatedUserArn;
      /** The user, or the root user, whose keys made the call. */
      readonly user: UserArn | RootArn;
      /** The unique id of that user: a new one of the same name is another user. Root has none. */
      readonly userId?: `AIDA${string}`;
    } & SessionContext)
  | { readonly kind: 'saml-identity'; readonly provider: string; readonly subject: string }
  | { readonly kind: 'web-identity'; readonly provider: string; readonly subject: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'anonymous' };

/** A principal's ARN as `GetCallerIdentity` and error messages write it; undefined for those that have none. */
export function principalArn(principal: Principal): string | undefined {
  switch (principal.kind) {
    case 'root':
    case 'root-session':
      return rootArn(principal.account);
    case 'user':
    case 'user-session':
    case 'federated-user':
      return principal.arn;
    case 'role-session':
      return sessionArn(principal.role, principal.sessionName);
    case 'saml-identity':
    case 'web-identity':
    case 'service':
    case 'anonymous':
      return undefined;
  }
}

/** The account whose policies govern a principal; undefined for those outside any account. */
export function principalAccount(principal: Principal): AccountId | undefined {
  return principalArn(principal)?.split(':')[4];
}
