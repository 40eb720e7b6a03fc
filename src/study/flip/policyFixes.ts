import type { RunPolicy } from '#content/policyEdits.ts';
import type { PolicyEvidence } from '#engine/evidence.ts';
import { listed, statementsOf } from '#engine/policy/document.ts';
import type { PolicyDocument, PrincipalElement, Statement } from '#engine/policy/document.ts';
import { formatPolicy } from '#engine/policy/format.ts';
import { conditionOperator } from '#engine/policy/operators.ts';
import type {
  ConditionMatch,
  ElementMatch,
  PolicyMatch,
  StatementMatch,
} from '#engine/policy/reasons.ts';

import type { Goal } from './goal.ts';

/** What can be done to the statement that decided, or to one that almost did. */
export type StatementFix = {
  readonly index: number;
  readonly sid?: string;
} & (
  | { readonly kind: 'drop'; readonly effect: 'Allow' | 'Deny' }
  | {
      readonly kind: 'add';
      readonly element: 'Action' | 'Resource' | 'Principal';
      readonly value: string;
    }
  | {
      readonly kind: 'add-value';
      readonly operator: string;
      readonly key: string;
      readonly value: string;
    }
);

/** A policy with one statement fixed. */
export interface FixedPolicy {
  readonly policy: RunPolicy;
  readonly fix: StatementFix;
  readonly text: string;
}

/** The policies of a decision with one fix each, in the order in which they were read. */
export const policyFixes = (
  evidence: PolicyEvidence,
  goal: Goal,
  policies: readonly RunPolicy[],
): readonly FixedPolicy[] =>
  matchesOf(evidence, goal).flatMap((match) => {
    const fixes = match.statements.flatMap((statement) => fixesOf(statement, evidence, goal));
    return policies
      .filter(({ id }) => id === match.policyId)
      .flatMap((policy) => fixes.flatMap((fix) => withFix(policy, fix)));
  });

/** The policies read at the gate that decided; of a level without an Allow only that level’s. */
function matchesOf({ decision }: PolicyEvidence, goal: Goal): readonly PolicyMatch[] {
  const { gate, policyId } = decision.decidedBy;
  const decided = decision.gates.find((each) => each.gate === gate);
  const read = decided?.policies ?? [];
  if (goal.kind === 'stop') return read.filter((match) => match.policyId === policyId);
  return decided?.level === undefined
    ? read
    : read.filter(({ attachedTo }) => attachedTo === decided.level);
}

function fixesOf(
  statement: StatementMatch,
  evidence: PolicyEvidence,
  goal: Goal,
): readonly StatementFix[] {
  const { index, sid, effect, matched } = statement;
  const place = { index, ...(sid !== undefined && { sid }) };
  const drop = { ...place, kind: 'drop', effect } as const;
  if (goal.kind === 'stop') return effect === 'Allow' && matched ? [drop] : [];
  if (effect === 'Deny') {
    if (!matched || evidence.decision.verdict !== 'explicit-deny') return [];
    // A Deny with a negated condition spares the values that it lists.
    const spared = statement.elements.flatMap((element) => missingValue(element, true));
    return [drop, ...spared.map((fix) => ({ ...place, ...fix }))];
  }
  if (matched) return [];
  return statement.elements
    .filter((element) => !element.matched)
    .flatMap((element) => missing(element, evidence))
    .map((fix) => ({ ...place, ...fix }));
}

type Addition =
  Extract<StatementFix, { kind: 'add' | 'add-value' }> extends infer Fix
    ? Fix extends unknown
      ? Omit<Fix, 'index' | 'sid'>
      : never
    : never;

/** What an element of an Allow would have to name as well. */
function missing(element: ElementMatch, evidence: PolicyEvidence): readonly Addition[] {
  const { action, resource, principal } = evidence;
  switch (element.element) {
    case 'Action':
      return [{ kind: 'add', element: 'Action', value: action }];
    case 'Resource':
      return [{ kind: 'add', element: 'Resource', value: resource }];
    case 'Principal':
      return namesOf(principal).map((value) => ({ kind: 'add', element: 'Principal', value }));
    case 'Condition':
      return missingValue(element, false);
    case 'NotAction':
    case 'NotResource':
    case 'NotPrincipal':
      return [];
  }
}

const LISTING: ReadonlySet<string> = new Set([
  'string',
  'string-ignore-case',
  'string-pattern',
  'ip',
  'arn',
]);

/** The request’s value, for a condition that lists values and does not list this one. */
function missingValue(element: ElementMatch, negated: boolean): readonly Addition[] {
  if (element.element !== 'Condition') return [];
  const { operator, key, actual }: ConditionMatch = element;
  const read = conditionOperator(operator);
  if (!read || !LISTING.has(read.family) || read.negated !== negated) return [];
  const [value, ...others] = actual === undefined ? [] : listed<string>(actual);
  return value === undefined || others.length > 0
    ? []
    : [{ kind: 'add-value', operator, key, value }];
}

const SESSION = /^arn:([^:]*):sts::(\d*):assumed-role\/([^/]+)\//;

/** The names by which a policy can name a caller; a session is named by its role first, which stands longer. */
function namesOf(principal: string): readonly string[] {
  const [, partition, account, role] = SESSION.exec(principal) ?? [];
  return [
    ...(role === undefined ? [] : [`arn:${partition}:iam::${account}:role/${role}`]),
    ...(principal === '' ? [] : [principal]),
  ];
}

/** A policy with a fix made; none where nothing would be left of it. */
function withFix(policy: RunPolicy, fix: StatementFix): readonly FixedPolicy[] {
  // The run's own policy: it was read or written by us, so it is one.
  const document = JSON.parse(policy.text) as PolicyDocument;
  const Statement = statementsOf(document).flatMap((statement, index) =>
    index === fix.index ? fixed(statement, fix) : [statement],
  );
  return Statement.length === 0
    ? []
    : [{ policy, fix, text: formatPolicy({ ...document, Statement }) }];
}

function fixed(statement: Statement, fix: StatementFix): readonly Statement[] {
  switch (fix.kind) {
    case 'drop':
      return [];
    case 'add': {
      const { element, value } = fix;
      return element === 'Principal'
        ? [{ ...statement, Principal: withPrincipal(statement.Principal, value) }]
        : [{ ...statement, [element]: [...listed<string>(statement[element] ?? []), value] }];
    }
    case 'add-value': {
      const { operator, key, value } = fix;
      const keys = statement.Condition?.[operator] ?? {};
      const values = [...listed(keys[key] ?? []), value];
      const Condition = { ...statement.Condition, [operator]: { ...keys, [key]: values } };
      return [{ ...statement, Condition }];
    }
  }
}

/** A Principal element with one caller more: a service by its name, anybody else of AWS by an ARN. */
function withPrincipal(element: PrincipalElement | undefined, value: string): PrincipalElement {
  if (element === '*' || element === undefined) return element ?? { AWS: value };
  const kind = value.startsWith('arn:') ? 'AWS' : 'Service';
  return { ...element, [kind]: [...listed<string>(element[kind] ?? []), value] };
}
