import type { Basis } from '../basis.ts';
import type { PolicyType } from './document.ts';

/** Why a statement did or did not match: one reason per value, element and condition, each from a closed list. */

export const ACTION_REASONS = [
  'any-action',
  'matches',
  'other-service',
  'other-action',
  'wildcard-in-service',
] as const;
export type ActionReason = (typeof ACTION_REASONS)[number];

export const RESOURCE_REASONS = [
  'any-resource',
  'matches',
  'not-an-arn',
  'other-partition',
  'other-service',
  'other-region',
  'other-account',
  'other-resource',
  'other-case',
  'short-arn',
  'unresolved-variable',
] as const;
export type ResourceReason = (typeof RESOURCE_REASONS)[number];

/** How a Principal value names the caller; the order of the list is from the strongest grant to the weakest. */
export const GRANTS = [
  'session',
  'federated-user',
  'everyone',
  'service',
  'provider',
  'user',
  'role',
  'account',
] as const;
export type Grant = (typeof GRANTS)[number];

export const PRINCIPAL_REASONS = [
  ...GRANTS,
  'other-principal',
  'other-account',
  'other-kind',
  'deleted-principal',
  'not-authenticated',
  'canonical-user',
] as const;
export type PrincipalReason = (typeof PRINCIPAL_REASONS)[number];

export const CONDITION_REASONS = [
  'a-value-matches',
  'no-value-matches',
  // Under ForAllValues and ForAnyValue.
  'every-request-value-passes',
  'a-request-value-fails',
  'a-request-value-passes',
  'no-request-value-passes',
  'key-missing',
  'key-present',
  'several-values-without-set-operator',
  'not-comparable',
  'unknown-operator',
] as const;
export type ConditionReason = (typeof CONDITION_REASONS)[number];

export const COMPARISON_REASONS = [
  'matches',
  'differs',
  'other-case',
  'not-comparable',
  'unresolved-variable',
  'key-missing',
] as const;
export type ComparisonReason = (typeof COMPARISON_REASONS)[number];

/** One value of an element: what the policy says and how it compares. */
export interface ValueMatch<Reason> {
  readonly value: string;
  readonly matched: boolean;
  readonly because: Reason;
}

interface Matched {
  readonly matched: boolean;
  readonly basis: Basis;
  /** JSON pointer into the policy document. */
  readonly pointer: string;
}

export interface PrincipalMatch extends Matched {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly values: readonly ValueMatch<PrincipalReason>[];
  /** The strongest way in which the element names the caller. */
  readonly grant?: Grant;
}

export interface ActionMatch extends Matched {
  readonly element: 'Action' | 'NotAction';
  readonly values: readonly ValueMatch<ActionReason>[];
}

export interface ResourceMatch extends Matched {
  readonly element: 'Resource' | 'NotResource';
  readonly values: readonly ValueMatch<ResourceReason>[];
}

export interface ConditionMatch extends Matched {
  readonly element: 'Condition';
  readonly operator: string;
  readonly key: string;
  /** The key's value in the request; absent when the request has none. */
  readonly actual?: string | readonly string[];
  readonly because: ConditionReason;
  readonly values: readonly ValueMatch<ComparisonReason>[];
}

export type ElementMatch = PrincipalMatch | ActionMatch | ResourceMatch | ConditionMatch;

export interface StatementMatch {
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly matched: boolean;
  readonly basis: Basis;
  readonly pointer: string;
  readonly elements: readonly ElementMatch[];
  /** How its Principal names the caller. */
  readonly grant?: Grant;
}

export interface PolicyMatch {
  readonly policyId: string;
  readonly name: string;
  /** The part the policy plays here, which may differ from what its author called it. */
  readonly type: PolicyType;
  /** What it hangs on: a unit's or an account's id, an ARN. */
  readonly attachedTo: string;
  readonly statements: readonly StatementMatch[];
}

const FROM_WEAKEST = ['modelled', 'observed', 'documented'] as const satisfies readonly Basis[];

/** The least sure of some bases; documented when there are none. */
export const weakest = (bases: readonly Basis[]): Basis =>
  FROM_WEAKEST.find((basis) => bases.includes(basis)) ?? 'documented';

/** The surest of some bases; documented when there are none. */
export const strongest = (bases: readonly Basis[]): Basis =>
  FROM_WEAKEST.findLast((basis) => bases.includes(basis)) ?? 'documented';
