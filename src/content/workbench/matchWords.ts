import type {
  ActionReason,
  ComparisonReason,
  ConditionMatch,
  ConditionReason,
  ElementMatch,
  PrincipalReason,
  ResourceReason,
  StatementMatch,
} from '#engine/policy/reasons.ts';

/** Why a statement did or did not match, in words: one for each reason the engine can have. */

const ACTIONS: Record<ActionReason, string> = {
  'any-action': 'every action',
  matches: 'the action asked for',
  'other-service': 'another service',
  'other-action': 'another action',
  'wildcard-in-service': 'a wildcard in the service part covers nothing',
};

const RESOURCES: Record<ResourceReason, string> = {
  'any-resource': 'every resource',
  matches: 'the resource asked for',
  'not-an-arn': 'not an ARN, or the request names no resource',
  'other-partition': 'another partition',
  'other-service': 'a resource of another service',
  'other-region': 'another Region',
  'other-account': 'another account',
  'other-resource': 'another resource',
  'other-case': 'the same but for capital letters, which count',
  'short-arn': 'too few parts for an ARN',
  'unresolved-variable': 'a variable that has no value in this request',
};

const PRINCIPALS: Record<PrincipalReason, string> = {
  session: 'this session itself',
  'federated-user': 'this federated user itself',
  everyone: 'everyone',
  service: 'this service',
  provider: 'the caller’s provider',
  user: 'the caller’s user',
  role: 'the caller’s role',
  account: 'the caller’s account',
  'other-principal': 'someone else',
  'other-account': 'another account',
  'other-kind': 'another kind of principal',
  'deleted-principal': 'a user or role that was deleted; it names nobody now',
  'not-authenticated': 'authenticated callers only',
  'canonical-user': 'a canonical user ID, which this engine does not know',
};

const COMPARISONS: Record<ComparisonReason, string> = {
  matches: 'matches',
  differs: 'does not match',
  'other-case': 'the same but for capital letters, which count here',
  'not-comparable': 'cannot be compared by this operator',
  'unresolved-variable': 'a variable that has no value in this request',
  'key-missing': 'nothing to compare with',
};

const CONDITIONS: Record<ConditionReason, string> = {
  'a-value-matches': 'a listed value matches',
  'no-value-matches': 'no listed value matches',
  'every-request-value-passes': 'every value in the request passes',
  'a-request-value-fails': 'a value in the request fails',
  'a-request-value-passes': 'a value in the request passes',
  'no-request-value-passes': 'no value in the request passes',
  'key-missing': 'which this operator needs',
  'key-present': 'the request has the key',
  'several-values-without-set-operator':
    'the request has several values, which needs ForAllValues or ForAnyValue',
  'not-comparable': 'the values cannot be compared by this operator',
  'unknown-operator': 'an operator AWS does not have',
};

/** One value of an element beside what it means for this request. */
export interface SaidValue {
  readonly value: string;
  readonly matched: boolean;
  readonly says: string;
}

/** An element's values, each with what it names or how it compares. */
export function saidValues(match: ElementMatch): readonly SaidValue[] {
  switch (match.element) {
    case 'Principal':
    case 'NotPrincipal':
      return match.values.map((each) => ({ ...each, says: PRINCIPALS[each.because] }));
    case 'Action':
    case 'NotAction':
      return match.values.map((each) => ({ ...each, says: ACTIONS[each.because] }));
    case 'Resource':
    case 'NotResource':
      return match.values.map((each) => ({ ...each, says: RESOURCES[each.because] }));
    case 'Condition':
      return match.values.map((each) => ({ ...each, says: COMPARISONS[each.because] }));
  }
}

/** What the request has under a condition's key. */
export function actualOf({ actual }: ConditionMatch): string {
  if (actual === undefined) return 'no such key';
  return typeof actual === 'string' ? actual || '(empty)' : actual.join(', ') || '(no value)';
}

/** Why a condition came out as it did; under some operators a missing key passes. */
export const conditionReason = ({ because, matched }: ConditionMatch): string =>
  because === 'key-missing' && matched
    ? 'with this operator a missing key passes'
    : CONDITIONS[because];

/** The first thing that keeps a statement from matching; empty for one that matches. */
export function missReason({ elements }: StatementMatch): string {
  const missed = elements.find(({ matched }) => !matched);
  switch (missed?.element) {
    case undefined:
      return '';
    case 'Principal':
      return 'its Principal does not name the caller';
    case 'NotPrincipal':
      return 'its NotPrincipal spares the caller';
    case 'Action':
      return 'its Action does not cover the call';
    case 'NotAction':
      return 'its NotAction leaves this action out';
    case 'Resource':
      return 'its Resource does not cover this one';
    case 'NotResource':
      return 'its NotResource leaves this resource out';
    case 'Condition':
      return `its condition on ${missed.key} is not met`;
  }
}
