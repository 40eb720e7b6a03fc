import type { ConditionMatch } from '#engine/policy/reasons.ts';

import { spokenList } from './words.ts';

/** What the operators ask of a key’s value, without prefix and suffix (IAM User Guide, condition operators). */
const RELATIONS: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringNotEquals: 'is not',
  StringEqualsIgnoreCase: 'is, in small or capital letters,',
  StringNotEqualsIgnoreCase: 'is not, in small or capital letters,',
  StringLike: 'matches',
  StringNotLike: 'does not match',
  NumericEquals: 'is',
  NumericNotEquals: 'is not',
  NumericLessThan: 'is less than',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is more than',
  NumericGreaterThanEquals: 'is at least',
  DateEquals: 'is',
  DateNotEquals: 'is not',
  DateLessThan: 'is before',
  DateLessThanEquals: 'is not after',
  DateGreaterThan: 'is after',
  DateGreaterThanEquals: 'is not before',
  Bool: 'is',
  BinaryEquals: 'is',
  IpAddress: 'is in',
  NotIpAddress: 'is not in',
  ArnEquals: 'matches',
  ArnLike: 'matches',
  ArnNotEquals: 'does not match',
  ArnNotLike: 'does not match',
};

/** Of which values of the request a set operator speaks. */
const SETS: Readonly<Record<string, string>> = {
  ForAllValues: 'every value of',
  ForAnyValue: 'a value of',
};

/** A condition that was met, in a clause that names what the request has: “aws:SourceIp is “198.51.100.7”, which is not in “203.0.113.0/24” (NotIpAddress)”. */
export function metClause(condition: ConditionMatch): string {
  const { operator, key, values, actual, because } = condition;
  if (because === 'key-missing') return absence(condition);
  if (operator === 'Null') return `the request has ${key} (Null)`;
  const had = quoted(actual);
  const { set, relation } = read(operator);
  const isSaid = relation === 'is' && wanted(values) === had;
  if (set !== undefined) return `${set} ${key} ${relation} ${wanted(values)} (${operator}): ${had}`;
  return `${key} is ${had}${isSaid ? '' : `, which ${relation} ${wanted(values)}`} (${operator})`;
}

/** A condition that was not met, in a clause that says when it would be, and what the request has. */
export function missedClause({ operator, key, values, actual, because }: ConditionMatch): string {
  if (operator === 'Null') {
    return because === 'key-missing'
      ? `the request has ${key} (Null), and it has none`
      : `the request has no ${key} (Null), and it has one`;
  }
  const { set = '', relation } = read(operator);
  const had =
    because === 'key-missing' || actual === undefined
      ? 'the request has no such key'
      : `the request has ${quoted(actual)}`;
  return `${[set, key, relation].filter(Boolean).join(' ')} ${wanted(values)} (${operator}), and ${had}`;
}

/** Why a condition is met by a request that lacks its key (IAM User Guide, condition operators). */
function absence({ operator, key }: ConditionMatch): string {
  const has = `the request has no ${key}`;
  if (operator === 'Null') return has;
  if (operator.endsWith('IfExists')) return `${has}, and IfExists lets a missing key match`;
  return operator.startsWith('ForAllValues:')
    ? `${has}, and ForAllValues matches a missing key`
    : `${has}, and a negated operator matches a missing key`;
}

/** An operator in words; one that AWS does not have keeps its name. */
function read(operator: string): { readonly set: string | undefined; readonly relation: string } {
  const [, prefix = '', base = ''] = /^(?:(\w+):)?(\w+?)(?:IfExists)?$/.exec(operator) ?? [];
  return { set: SETS[prefix], relation: RELATIONS[base] ?? `fits ${operator} with` };
}

/** What a condition asks for; a policy variable stands for something. */
const wanted = (values: ConditionMatch['values']): string =>
  values
    .map(({ value }) => (value.includes('${') ? `what “${value}” stands for` : `“${value}”`))
    .join(' or ');

const quoted = (actual: ConditionMatch['actual'] = []): string =>
  spokenList([actual].flat().map((value) => `“${value}”`));
