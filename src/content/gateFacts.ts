import type { GateId } from '#engine/policy/gates.ts';

import type { SourceId } from './sources.ts';

/** What a gate of an authorization asks, and where AWS writes it. */
export interface GateFacts {
  readonly statement: string;
  readonly source: SourceId;
}

/** The rule of each gate: shown where that gate decided. */
export const GATE_FACTS: Readonly<Record<GateId, GateFacts>> = {
  'permission-free': {
    statement: 'A few calls need no permission, so no policy can deny them.',
    source: 'sts.caller-identity',
  },
  'explicit-deny': {
    statement: 'One Deny that matches, in any policy, outweighs every Allow.',
    source: 'iam.evaluation',
  },
  'resource-control': {
    statement:
      'A resource control policy of the resource’s account can only take away, and it binds callers from everywhere.',
    source: 'orgs.rcps',
  },
  'service-control': {
    statement:
      'Every level from the organization’s root down to the caller’s account must allow the call; a service control policy grants nothing.',
    source: 'orgs.scps',
  },
  endpoint: {
    statement:
      'What passes a VPC endpoint needs an Allow in the endpoint’s policy, which grants nothing by itself.',
    source: 'vpc.endpoint-policies',
  },
  trust: {
    statement:
      'A role’s trust policy must let the caller in; an Allow on the caller’s side alone is never enough.',
    source: 'iam.evaluation',
  },
  resource: {
    statement:
      'Across accounts the resource’s policy must allow the caller; inside one account it may be enough by itself.',
    source: 'iam.cross-account',
  },
  identity: {
    statement: 'What no policy allows is denied: the caller’s own policies must allow the call.',
    source: 'iam.evaluation',
  },
  boundary: {
    statement:
      'A permissions boundary grants nothing; it is the most that identity-based policies can grant.',
    source: 'iam.boundaries',
  },
  session: {
    statement:
      'A session may do what both its session policy and the role’s or user’s policies allow; a session policy never adds.',
    source: 'iam.session-policies',
  },
};
