import { promised } from '../never.ts';
import { compare } from './comparisons.ts';
import type { Context } from './context.ts';
import { listed } from './document.ts';
import type { Statement } from './document.ts';
import { under } from './pointer.ts';
import { conditionOperator } from './operators.ts';
import type { ConditionOperator } from './operators.ts';
import type { ComparisonReason, ConditionMatch, ConditionReason, ValueMatch } from './reasons.ts';

/** Where conditions look things up and where they stand. */
export interface ConditionQuestion {
  readonly context: Context;
  readonly variables: Context | undefined;
  readonly pointer: string;
}

/** What each condition of a statement says; all operators, and all keys under one, are required (sts.md 7.3). */
export function matchConditions(
  statement: Statement,
  question: ConditionQuestion,
): readonly ConditionMatch[] {
  return Object.entries(statement.Condition ?? {}).flatMap(([name, keys]) => {
    const operator = conditionOperator(name);
    return Object.entries(keys).map(([key, value]): ConditionMatch => {
      const values = listed(value).map(String);
      const actual = question.context.get(key.toLowerCase());
      return {
        element: 'Condition',
        operator: name,
        key,
        pointer: under(under(`${question.pointer}/Condition`, name), key),
        ...(actual !== undefined && { actual }),
        ...(operator
          ? verdict(operator, { values, actual, variables: question.variables })
          : unknownOperator(statement.Effect)),
      };
    });
  });
}

type Verdict = Pick<ConditionMatch, 'matched' | 'because' | 'basis' | 'values'>;

interface Condition {
  readonly values: readonly string[];
  readonly actual: string | readonly string[] | undefined;
  readonly variables: Context | undefined;
}

/** `parsePolicy` refuses such a document; where one came in another way, doubt denies and never allows. */
const unknownOperator = (effect: Statement['Effect']): Verdict => ({
  matched: effect === 'Deny',
  because: 'unknown-operator',
  basis: 'modelled',
  values: [],
});

function verdict(operator: ConditionOperator, condition: Condition): Verdict {
  const { actual } = condition;
  if (operator.family === 'null') return existence(operator, condition);
  if (isMissing(operator, actual)) return withoutKey(operator, condition);
  if (operator.set) return overSet(operator, condition, listed<string>(actual ?? []));
  // Seen by the authors of @cloud-copilot/iam-simulate, confirmed to them by AWS (sts.md 7.3).
  if (typeof actual !== 'string') {
    return {
      matched: false,
      because: 'several-values-without-set-operator',
      basis: 'observed',
      values: [],
    };
  }
  const values = compared(operator, condition, actual);
  const isAnyMatch = values.some(({ matched }) => matched);
  const because = isAnyMatch ? 'a-value-matches' : reasonOf(values, 'no-value-matches');
  return { matched: passes(operator, values), because, basis: basisOf(operator, values), values };
}

/** An empty list is a missing key; under a set operator so is empty text (IAM User Guide, multivalued keys). */
function isMissing({ set }: ConditionOperator, actual: Condition['actual']): boolean {
  const given = actual === undefined ? [] : listed<string>(actual);
  return set ? given.every((value) => value === '') : given.length === 0;
}

function withoutKey({ set, negated, ifExists }: ConditionOperator, { values }: Condition): Verdict {
  const matched = ifExists || (set ? set === 'ForAllValues' : negated);
  return {
    matched,
    because: 'key-missing',
    // AWS's pages disagree: IfExists makes a missing key true, ForAnyValue makes it false (sts.md 7.3).
    basis: ifExists && set === 'ForAnyValue' ? 'modelled' : 'documented',
    values: values.map((value) => ({ value, matched: false, because: 'key-missing' })),
  };
}

/** `Null`: "true" asks for a missing key, "false" for one that is there. */
function existence(operator: ConditionOperator, { values, actual }: Condition): Verdict {
  const isPresent = actual !== undefined && (typeof actual === 'string' || actual.length > 0);
  const because: ConditionReason = isPresent ? 'key-present' : 'key-missing';
  const found = values.map((value): ValueMatch<ComparisonReason> => {
    const wanted = value.toLowerCase();
    if (wanted !== 'true' && wanted !== 'false') {
      return { value, matched: false, because: 'not-comparable' };
    }
    const matched = (wanted === 'false') === isPresent;
    return { value, matched, because: matched ? 'matches' : 'differs' };
  });
  return {
    matched: found.some(({ matched }) => matched),
    because,
    basis: basisOf(operator, found),
    values: found,
  };
}

function overSet(
  operator: ConditionOperator,
  condition: Condition,
  given: readonly string[],
): Verdict {
  const rows = given.map((actual) => compared(operator, condition, actual));
  const passed = rows.filter((row) => passes(operator, row)).length;
  const isAll = operator.set === 'ForAllValues';
  const matched = isAll ? passed === rows.length : passed > 0;
  const because = isAll
    ? matched
      ? 'every-request-value-passes'
      : 'a-request-value-fails'
    : matched
      ? 'a-request-value-passes'
      : 'no-request-value-passes';
  const values = condition.values.map((_, index): ValueMatch<ComparisonReason> => {
    const column = rows.map((row) => row[index]).filter((each) => each !== undefined);
    return (
      column.find((each) => each.matched) ?? promised(column[0], 'a key that is there has a value')
    );
  });
  return { matched, because, basis: basisOf(operator, rows.flat()), values };
}

const compared = (
  operator: ConditionOperator,
  { values, variables }: Condition,
  actual: string,
): readonly ValueMatch<ComparisonReason>[] =>
  values.map((value) => {
    const because = compare(operator, { value, actual, variables });
    return { value, because, matched: because === 'matches' };
  });

/** Values combine as "one of them", under a negated operator as "none of them"; what cannot be compared passes neither. */
const passes = (
  { negated }: ConditionOperator,
  values: readonly ValueMatch<ComparisonReason>[],
): boolean =>
  negated
    ? values.every(({ matched, because }) => !matched && because !== 'not-comparable')
    : values.some(({ matched }) => matched);

const reasonOf = (
  values: readonly ValueMatch<ComparisonReason>[],
  otherwise: ConditionReason,
): ConditionReason =>
  values.length > 0 && values.every(({ because }) => because === 'not-comparable')
    ? 'not-comparable'
    : otherwise;

/**
 * What does not parse makes a comparison false: seen in a tool, of ARNs only where the operator is not negated. On
 * variables under Bool AWS's pages disagree.
 */
function basisOf(
  { family, negated }: ConditionOperator,
  values: readonly ValueMatch<ComparisonReason>[],
): Verdict['basis'] {
  if (family === 'bool' && values.some(({ value }) => value.includes('${'))) return 'modelled';
  const isUnread = values.some(({ because }) => because === 'not-comparable');
  if (!isUnread || values.some(({ matched }) => matched)) return 'documented';
  return family === 'arn' && negated ? 'modelled' : 'observed';
}
