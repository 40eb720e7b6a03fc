import type { Basis } from '../basis.ts';
import type { PolicyMatch } from './reasons.ts';

/** The gates of an authorization in the order AWS passes them (IAM User Guide, evaluation logic; sts.md 7.1). */
export const GATES = [
  // GetCallerIdentity and GetSessionToken need no permission; the gate is there for them only.
  'permission-free',
  'explicit-deny',
  'resource-control',
  'service-control',
  // The policy of the VPC endpoint a request passes; the gate is there for such requests only, its place is modelled.
  'endpoint',
  // A role's trust policy or any other resource-based policy.
  'trust',
  'resource',
  'identity',
  'boundary',
  'session',
] as const;
export type GateId = (typeof GATES)[number];

/** Why a gate ended as it did. */
export const GATE_REASONS = [
  'no-permission-needed',
  'explicit-deny',
  'no-explicit-deny',
  // Organizations.
  'no-organization',
  'outside-organization',
  'management-account',
  'service-linked-role',
  'not-enabled',
  'no-caller-account',
  'service-not-covered',
  'full-access-attached',
  'every-level-allows',
  'level-without-allow',
  // Resource-based policies.
  'no-resource-policy',
  'no-key-policy',
  'no-grant',
  'grants-caller',
  'grants-role-or-user',
  'delegates-to-account',
  'grants-other-account',
  // The caller's own policies.
  'allows',
  'no-allow',
  'root-user',
  'granted-by-resource-policy',
  'identity-not-found',
  'no-boundary',
  'no-session-policy',
  'federated-user-without-session-policy',
  'not-reached',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

export interface Gate {
  readonly gate: GateId;
  readonly result: 'passed' | 'allowed' | 'denied' | 'not-applicable' | 'not-reached';
  readonly because: GateReason;
  /** The policies read at this gate; at explicit-deny, all that apply. */
  readonly policies: readonly PolicyMatch[];
  /** The unit or account without an Allow, where that is why service control policies deny. */
  readonly level?: string;
  readonly basis: Basis;
}

/** The gate that settled the verdict and, where a statement did, which one. */
export interface DecidedBy {
  readonly gate: GateId;
  readonly policyId?: string;
  readonly statementIndex?: number;
}
