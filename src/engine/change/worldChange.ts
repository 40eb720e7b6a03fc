import type { AccountId, RoleArn, UserArn } from '../arn.ts';
import type { LongTermKeyId } from '../ids.ts';
import type { Policy } from '../policy/document.ts';
import type { Tags } from '../principal.ts';
import type { Seconds } from '../time.ts';

/** What an administrator can change in a world. What AWS would refuse to save changes nothing. */

export type PolicyChange =
  | {
      readonly kind: 'replace-policies';
      readonly principal: string;
      readonly policies: readonly Policy[];
    }
  /** Attaches a policy to a user or role, or puts it in the place of the one with its id. */
  | { readonly kind: 'put-policy'; readonly principal: string; readonly policy: Policy }
  | { readonly kind: 'detach-policy'; readonly principal: string; readonly policyId: string }
  | { readonly kind: 'put-boundary'; readonly principal: string; readonly policy: Policy }
  | { readonly kind: 'delete-boundary'; readonly principal: string }
  | { readonly kind: 'put-trust-policy'; readonly role: RoleArn; readonly policy: Policy }
  | { readonly kind: 'revoke-sessions'; readonly role: RoleArn };

export type IdentityChange =
  | {
      readonly kind: 'create-role';
      readonly role: RoleArn;
      readonly trustPolicy: Policy;
      readonly policies: readonly Policy[];
      /** Left out: IAM takes 3600 s. */
      readonly maxSessionDuration?: Seconds;
      readonly tags?: Tags;
    }
  | { readonly kind: 'delete-role'; readonly role: RoleArn }
  | { readonly kind: 'create-user'; readonly user: UserArn; readonly policies: readonly Policy[] }
  /** With the user's access keys and MFA devices, which must go first. */
  | { readonly kind: 'delete-user'; readonly user: UserArn }
  | { readonly kind: 'tag-role'; readonly role: RoleArn; readonly tags: Tags }
  | { readonly kind: 'untag-role'; readonly role: RoleArn; readonly tagKeys: readonly string[] }
  | {
      readonly kind: 'set-max-session-duration';
      readonly role: RoleArn;
      readonly maxSessionDuration: Seconds;
    }
  | { readonly kind: 'delete-provider'; readonly provider: string };

export type KeyChange =
  | { readonly kind: 'create-key'; readonly user: UserArn; readonly keyId: LongTermKeyId }
  | { readonly kind: 'activate-key'; readonly keyId: LongTermKeyId }
  | { readonly kind: 'deactivate-key'; readonly keyId: LongTermKeyId }
  | { readonly kind: 'delete-key'; readonly keyId: LongTermKeyId };

/** A target is the organization's root, a unit or an account, by id. */
export type OrganizationChange =
  | { readonly kind: 'put-scp'; readonly target: string; readonly policy: Policy }
  | { readonly kind: 'put-rcp'; readonly target: string; readonly policy: Policy }
  | {
      readonly kind: 'detach-control-policy';
      readonly target: string;
      readonly policyId: string;
    };

export type SettingChange =
  | {
      readonly kind: 'set-sts-region';
      readonly account: AccountId;
      readonly region: string;
      readonly active: boolean;
    }
  | { readonly kind: 'enable-region'; readonly account: AccountId; readonly region: string }
  | { readonly kind: 'set-token-version'; readonly account: AccountId; readonly version: 1 | 2 };

export type BucketChange =
  | { readonly kind: 'put-bucket-policy'; readonly bucket: string; readonly policy: Policy }
  | { readonly kind: 'delete-object'; readonly bucket: string; readonly key: string };

export type WorldChange =
  | PolicyChange
  | IdentityChange
  | KeyChange
  | OrganizationChange
  | SettingChange
  | BucketChange;
