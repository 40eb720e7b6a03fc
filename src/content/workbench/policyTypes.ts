import type { CallerKind, Level, Members, PassedOver } from '#engine/policy/accessCase.ts';
import type { PolicyType } from '#engine/policy/document.ts';

interface TypeWords {
  readonly name: string;
  /** Where it hangs and what it does, for the learner who hesitates. */
  readonly says: string;
  /** Why there cannot be a second one; absent where there can. */
  readonly single?: string;
}

/** The types of policies as headings and menus name them. */
export const POLICY_TYPE_WORDS: Record<PolicyType, TypeWords> = {
  identity: {
    name: 'Identity-based policy',
    says: 'Attached to the user or role; it grants.',
  },
  boundary: {
    name: 'Permissions boundary',
    says: 'The most that identity-based policies can grant; it grants nothing itself.',
    single: 'A user or role has one permissions boundary at most.',
  },
  session: {
    name: 'Session policy',
    says: 'Passed when the session was opened; it can only take away.',
  },
  bucket: {
    name: 'Resource-based policy',
    says: 'Attached to the resource; it names who may use it.',
    single: 'A resource has one policy of its own.',
  },
  trust: {
    name: 'Role trust policy',
    says: 'Attached to the role; it names who may assume it.',
    single: 'A role has one trust policy.',
  },
  'vpc-endpoint': {
    name: 'VPC endpoint policy',
    says: 'Limits what passes a VPC endpoint; it grants nothing itself.',
    single: 'A request passes one VPC endpoint.',
  },
  'service-control': {
    name: 'Service control policy (SCP)',
    says: 'Limits the principals of an organization’s accounts.',
  },
  'resource-control': {
    name: 'Resource control policy (RCP)',
    says: 'Limits access to the resources of an organization’s accounts, whoever asks.',
  },
};

/** The forms of callers as a menu names them. */
export const CALLER_WORDS: Record<CallerKind, string> = {
  user: 'IAM user',
  'user-session': 'IAM user, with GetSessionToken credentials',
  'role-session': 'role session',
  'federated-user': 'federated user (GetFederationToken)',
  root: 'root user',
  service: 'AWS service',
  'web-identity': 'OIDC identity, before it has a role',
  'saml-identity': 'SAML identity, before it has a role',
  anonymous: 'anyone, unsigned',
};

/** What a control policy hangs on. */
export const LEVEL_WORDS: Record<Level, string> = {
  root: 'the organization’s root',
  unit: 'the organizational unit',
  account: 'the account',
};

/** Which accounts the organization holds. */
export const MEMBER_WORDS: Record<Members, string> = {
  both: 'both accounts',
  caller: 'only the caller’s account',
  resource: 'only the resource’s account',
};

/** Why a policy that is there is not read. */
export const PASSED_OVER_WORDS: Record<PassedOver, string> = {
  'caller-without-policies':
    'Not read: this caller has no identity-based policies and no boundary.',
  'caller-without-session-policy':
    'Not read: only role sessions and federated users have session policies.',
  'other-resource':
    'Not read: a trust policy answers to calls that assume its role, any other resource’s policy to the rest.',
};

/** A name for one more policy of a type: numbered where there are others. */
export function nameOfNew(type: PolicyType, others: readonly { readonly name: string }[]): string {
  const { name } = POLICY_TYPE_WORDS[type];
  const isTaken = (each: string): boolean => others.some((other) => other.name === each);
  let numbered = name;
  for (let number = 2; isTaken(numbered); number += 1) numbered = `${name} ${number}`;
  return numbered;
}
