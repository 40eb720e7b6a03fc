import { principalAccount, principalArn } from '../principal.ts';
import type { Principal } from '../principal.ts';
import { listed } from './document.ts';
import type { PolicyType, PrincipalElement } from './document.ts';
import { byKind } from './principalKinds.ts';
import type { ByKind } from './principalKinds.ts';
import { GRANTS } from './reasons.ts';
import type { Grant, PrincipalReason, ValueMatch } from './reasons.ts';

/** Who calls, and what the policy with the Principal element is. */
export interface PrincipalQuestion {
  readonly principal: Principal;
  readonly type: PolicyType;
  /** Whether the calling user or role has a permissions boundary. */
  readonly hasBoundary: boolean;
}

type PrincipalValue = ValueMatch<PrincipalReason>;

/** How each value of a Principal element compares with the caller (IAM User Guide, Principal). */
export function matchPrincipal(
  element: PrincipalElement,
  question: PrincipalQuestion,
): readonly PrincipalValue[] {
  if (element === '*') return [valueMatch('*', everyone(question))];
  return Object.entries(element).flatMap(([kind, values]) =>
    listed<string>(values).map((value) => valueMatch(value, reasonFor(kind, value, question))),
  );
}

/** The strongest of the ways in which some values name the caller. */
export const strongestGrant = (values: readonly PrincipalValue[]): Grant | undefined =>
  GRANTS.find((grant) => values.some(({ because }) => because === grant));

// All of these must stand in NotPrincipal for a caller to be spared: AWS checks the account first, then the role or
// user, then the session (IAM User Guide, NotPrincipal).
const SPARED_BY: ByKind<readonly Grant[]> = {
  root: () => ['account'],
  'root-session': () => ['account'],
  user: () => ['account', 'user'],
  'user-session': () => ['account', 'user'],
  'role-session': () => ['account', 'role', 'session'],
  'federated-user': () => ['account', 'federated-user'],
  'saml-identity': () => ['provider'],
  'web-identity': () => ['provider'],
  service: () => ['service'],
  anonymous: () => ['everyone'],
};

/** Whether NotPrincipal spares the caller; one with a permissions boundary never is (IAM User Guide, NotPrincipal). */
export function isSpared(
  values: readonly PrincipalValue[],
  { principal, hasBoundary }: PrincipalQuestion,
): boolean {
  const has = (grant: Grant): boolean => values.some(({ because }) => because === grant);
  if (hasBoundary) return false;
  return has('everyone') || byKind(SPARED_BY, principal).every(has);
}

const valueMatch = (value: string, because: PrincipalReason): PrincipalValue => ({
  value,
  because,
  matched: (GRANTS as readonly string[]).includes(because),
});

/** In a trust policy `*` is everyone who is authenticated (sts.md 5.2). */
const everyone = ({ principal, type }: PrincipalQuestion): PrincipalReason =>
  type === 'trust' && principal.kind === 'anonymous' ? 'not-authenticated' : 'everyone';

function reasonFor(kind: string, value: string, question: PrincipalQuestion): PrincipalReason {
  const { principal } = question;
  if (kind === 'CanonicalUser') return 'canonical-user';
  if (kind === 'Service') {
    if (principal.kind !== 'service') return 'other-kind';
    return value === principal.name ? 'service' : 'other-principal';
  }
  if (kind === 'Federated') {
    if (principal.kind !== 'saml-identity' && principal.kind !== 'web-identity') {
      return 'other-kind';
    }
    return value === principal.provider ? 'provider' : 'other-principal';
  }
  return value === '*' ? everyone(question) : awsReason(value, principal);
}

const ACCOUNT = /^(?:\d{12}|arn:[^:]*:iam::(\d{12}):root)$/;
const UNIQUE_ID = /^(?:AIDA|AROA)[A-Z0-9]+$/;

function awsReason(value: string, principal: Principal): PrincipalReason {
  const account = principalAccount(principal);
  if (account === undefined) {
    return principal.kind === 'anonymous' ? 'not-authenticated' : 'other-kind';
  }
  const named = ACCOUNT.exec(value);
  if (named) return (named[1] ?? value) === account ? 'account' : 'other-account';
  // What stays when the user or role was deleted; it matches nobody (IAM User Guide, Principal).
  if (UNIQUE_ID.test(value)) return 'deleted-principal';
  const [grant] = byKind(NAMES, principal).find(([, arn]) => arn === value) ?? [];
  return grant ?? 'other-principal';
}

type Name = readonly [grant: Grant, arn: string | undefined];

const user = ({ arn }: { readonly arn: string }): readonly Name[] => [['user', arn]];
const none = (): readonly Name[] => [];

// The ARNs by which a policy can name a caller.
const NAMES: ByKind<readonly Name[]> = {
  root: none,
  'root-session': none,
  user,
  'user-session': user,
  'role-session': (session) => [
    ['role', session.role],
    ['session', principalArn(session)],
  ],
  'federated-user': ({ arn, user: issuer }) => [
    ['user', issuer],
    ['federated-user', arn],
  ],
  'saml-identity': none,
  'web-identity': none,
  service: none,
  anonymous: none,
};
