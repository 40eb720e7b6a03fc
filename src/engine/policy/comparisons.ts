import { matchArn } from './arns.ts';
import type { Context } from './context.ts';
import { parseDate } from './dates.ts';
import { contains, parseAddress, parseNetwork } from './networks.ts';
import type { Comparison, ConditionOperator, Family } from './operators.ts';
import { fits, foldCase } from './pattern.ts';
import type { ComparisonReason } from './reasons.ts';
import { expand } from './variables.ts';

/** One value of a condition beside one value of the request. */
export interface Sides {
  readonly value: string;
  readonly actual: string;
  readonly variables: Context | undefined;
}

/** How the two compare under an operator, its negation left aside (IAM User Guide, condition operators). */
export const compare = (
  { family, comparison }: ConditionOperator,
  sides: Sides,
): ComparisonReason => FAMILIES[family](sides, comparison);

type Compare = (sides: Sides, comparison: Comparison) => ComparisonReason;

const outcome = (isMatch: boolean): ComparisonReason => (isMatch ? 'matches' : 'differs');

const text =
  (wildcards: boolean): Compare =>
  ({ value, actual, variables }) => {
    const expanded = expand(value, { wildcards, variables });
    if ('unresolved' in expanded) return 'unresolved-variable';
    if (fits(expanded.pattern, actual)) return 'matches';
    return fits(foldCase(expanded.pattern), actual.toLowerCase()) ? 'other-case' : 'differs';
  };

const textIgnoringCase: Compare = (sides, comparison) => {
  const reason = text(false)(sides, comparison);
  return reason === 'other-case' ? 'matches' : reason;
};

const ordered =
  (parse: (text: string) => number | undefined): Compare =>
  ({ value, actual }, comparison) => {
    const limit = parse(value);
    const found = parse(actual);
    if (limit === undefined || found === undefined) return 'not-comparable';
    return outcome(holds(found - limit, comparison));
  };

function holds(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case 'equals':
      return difference === 0;
    case 'less':
      return difference < 0;
    case 'less-or-equal':
      return difference <= 0;
    case 'greater':
      return difference > 0;
    case 'greater-or-equal':
      return difference >= 0;
  }
}

/** A decimal number, as the Numeric operators take it; undefined for other text. */
export const parseNumber = (digits: string): number | undefined =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits) ? Number(digits) : undefined;

const BOOLS: readonly string[] = ['true', 'false'];

const bool: Compare = ({ value, actual, variables }) => {
  const expanded = expand(value.toLowerCase(), { wildcards: false, variables });
  if ('unresolved' in expanded) return 'unresolved-variable';
  const found = actual.toLowerCase();
  return BOOLS.includes(found) ? outcome(fits(expanded.pattern, found)) : 'not-comparable';
};

const network: Compare = ({ value, actual }) => {
  const range = parseNetwork(value);
  const address = parseAddress(actual);
  return range && address ? outcome(contains(range, address)) : 'not-comparable';
};

const FAMILIES: Record<Family, Compare> = {
  string: text(false),
  'string-ignore-case': textIgnoringCase,
  'string-pattern': text(true),
  number: ordered(parseNumber),
  date: ordered(parseDate),
  bool,
  binary: ({ value, actual }) => outcome(value === actual),
  ip: network,
  arn: ({ value, actual, variables }) => matchArn(value, actual, variables),
  // `Null` tests whether the key is there, not its value: see conditions.ts.
  null: () => 'not-comparable',
};
