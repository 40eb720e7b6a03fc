import type { Gate, GateId, GateReason } from '#engine/policy/gates.ts';

/** The gates of an authorization in words. */

export const GATE_TITLES: Record<GateId, string> = {
  'permission-free': 'A call that needs no permission',
  'explicit-deny': 'A Deny in any policy',
  'resource-control': 'Resource control policies',
  'service-control': 'Service control policies',
  endpoint: 'VPC endpoint policy',
  trust: 'Role trust policy',
  resource: 'Resource-based policy',
  identity: 'Identity-based policies',
  boundary: 'Permissions boundary',
  session: 'Session policies',
};

/** How a gate ended: a word and the tone whose shape and colour goes with it. */
export interface GateVerdict {
  readonly word: string;
  readonly tone: 'good' | 'bad' | 'none' | 'not-reached';
}

/** The word and the tone of a gate. */
export function gateVerdict({ result, because }: Pick<Gate, 'result' | 'because'>): GateVerdict {
  switch (result) {
    case 'passed':
      return { word: 'PASSED', tone: 'good' };
    case 'allowed':
      return { word: 'ALLOW', tone: 'good' };
    case 'denied':
      return because === 'explicit-deny'
        ? { word: 'EXPLICIT DENY', tone: 'bad' }
        : { word: 'IMPLICIT DENY', tone: 'none' };
    case 'not-applicable':
      return { word: 'DOES NOT APPLY', tone: 'not-reached' };
    case 'not-reached':
      return { word: 'NOT REACHED', tone: 'not-reached' };
  }
}

const REASONS: Record<GateReason, string> = {
  'no-permission-needed': 'AWS answers this call to every caller it can authenticate.',
  'explicit-deny': 'A statement with Deny matches. Nothing outweighs it.',
  'no-explicit-deny': 'No statement with Deny matches.',
  'no-organization': 'No organization, so no such policies.',
  'outside-organization': 'The account is not in the organization.',
  'management-account': 'Control policies leave the management account alone.',
  'service-linked-role': 'Control policies leave service-linked roles alone.',
  'not-enabled': 'The organization has no policies of this type.',
  'no-caller-account': 'They follow the caller’s account, and this caller has none.',
  'service-not-covered': 'Resource control policies do not cover this service.',
  'full-access-attached':
    'RCPFullAWSAccess is always attached, so these policies can only deny. The Deny gate has asked them.',
  'every-level-allows': 'Every level from the root to the account allows it.',
  'level-without-allow': 'One level has no Allow.',
  'no-resource-policy': 'The resource has no policy of its own.',
  'no-key-policy':
    'A KMS key is governed by its key policy: unless that lets the caller or its account in, no identity-based Allow counts.',
  'no-grant': 'Its policy allows nothing to this caller.',
  'grants-caller': 'It names this very caller, or everyone, and that is enough.',
  'grants-role-or-user':
    'It allows the role or user behind the caller. The boundary and the session policy still count.',
  'delegates-to-account':
    'It names the caller’s account, which leaves the decision to that account.',
  'grants-other-account': 'The resource’s side allows. The caller’s account must allow too.',
  allows: 'A statement allows it.',
  'no-allow': 'No statement allows it.',
  'root-user': 'The root user may do everything its account may.',
  'granted-by-resource-policy': 'The resource-based policy has allowed it already.',
  'identity-not-found': 'The user or role behind the caller is gone.',
  'no-boundary': 'The caller has no permissions boundary.',
  'no-session-policy': 'There is no session policy.',
  'federated-user-without-session-policy':
    'A federated user without a session policy has no permissions of its own.',
  'not-reached': 'The verdict had fallen before.',
};

/** Why a gate ended as it did: one sentence or two. */
export function gateReason({ gate, because, result, level }: Gate): string {
  if (because === 'level-without-allow' && level !== undefined) {
    return `No policy attached to ${levelName(level)} allows it. Every level must.`;
  }
  if (because === 'no-resource-policy' && result === 'denied') {
    return gate === 'trust'
      ? 'The role has no trust policy that could let the caller in.'
      : 'The resource has no policy of its own, and this caller needs one.';
  }
  if (because === 'no-grant' && result === 'passed') {
    return 'Its policy allows nothing to this caller. In one account the caller’s own policies may still allow.';
  }
  return REASONS[because];
}

/** A level of the organization as people call it. */
export const levelName = (id: string): string =>
  id.startsWith('r-')
    ? 'the organization’s root'
    : id.startsWith('ou-')
      ? 'the organizational unit'
      : `the account ${id}`;
