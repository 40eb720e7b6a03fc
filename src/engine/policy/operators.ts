/** The condition operators of the policy language (IAM User Guide, condition operators). */

/** What an operator compares, and how: its row in the table of sts.md 7.3. */
export type Family =
  | 'string'
  | 'string-ignore-case'
  | 'string-pattern'
  | 'number'
  | 'date'
  | 'bool'
  | 'binary'
  | 'ip'
  | 'arn'
  | 'null';

export type Comparison = 'equals' | 'less' | 'less-or-equal' | 'greater' | 'greater-or-equal';

/** What an operator name says. */
export interface ConditionOperator {
  readonly family: Family;
  readonly comparison: Comparison;
  /** A negated operator is true when none of its values match, and when the key is missing. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly set?: 'ForAllValues' | 'ForAnyValue';
}

const equals = (family: Family, negated = false): ConditionOperator => ({
  family,
  comparison: 'equals',
  negated,
  ifExists: false,
});

const ordered = (prefix: string, family: Family): [string, ConditionOperator][] => [
  [`${prefix}Equals`, equals(family)],
  [`${prefix}NotEquals`, equals(family, true)],
  [`${prefix}LessThan`, { ...equals(family), comparison: 'less' }],
  [`${prefix}LessThanEquals`, { ...equals(family), comparison: 'less-or-equal' }],
  [`${prefix}GreaterThan`, { ...equals(family), comparison: 'greater' }],
  [`${prefix}GreaterThanEquals`, { ...equals(family), comparison: 'greater-or-equal' }],
];

const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ['StringEquals', equals('string')],
  ['StringNotEquals', equals('string', true)],
  ['StringEqualsIgnoreCase', equals('string-ignore-case')],
  ['StringNotEqualsIgnoreCase', equals('string-ignore-case', true)],
  ['StringLike', equals('string-pattern')],
  ['StringNotLike', equals('string-pattern', true)],
  ...ordered('Numeric', 'number'),
  ...ordered('Date', 'date'),
  ['Bool', equals('bool')],
  ['BinaryEquals', equals('binary')],
  ['IpAddress', equals('ip')],
  ['NotIpAddress', equals('ip', true)],
  // ArnEquals and ArnLike behave the same, and so do their negations.
  ['ArnEquals', equals('arn')],
  ['ArnLike', equals('arn')],
  ['ArnNotEquals', equals('arn', true)],
  ['ArnNotLike', equals('arn', true)],
  ['Null', equals('null')],
]);

const IF_EXISTS = 'IfExists';

/** Reads an operator name with its set prefix and IfExists suffix; undefined for one AWS does not have. */
export function conditionOperator(name: string): ConditionOperator | undefined {
  const { set, base, ifExists } = parts(name);
  const operator = OPERATORS.get(base);
  // IfExists goes with every operator but Null.
  if (!operator || (ifExists && operator.family === 'null')) return undefined;
  if (set === undefined && !ifExists) return operator;
  return { ...operator, ifExists, ...(set && { set }) };
}

/** Whether AWS has an operator of this name. */
export const isConditionOperator = (name: string): boolean => conditionOperator(name) !== undefined;

/** What to write instead of an operator AWS does not have. */
export function operatorHint(name: string): string {
  const { set, base, ifExists } = parts(name);
  if (base === 'Null') return 'Write "Null"; it tests existence itself and takes no IfExists.';
  const meant = [...OPERATORS.keys()].find((known) => known.toLowerCase() === base.toLowerCase());
  if (meant) {
    return `Write "${set ? `${set}:` : ''}${meant}${ifExists ? IF_EXISTS : ''}"; operators are case-sensitive.`;
  }
  return `Use a condition operator such as StringEquals instead of "${name.slice(0, 60)}".`;
}

function parts(name: string): {
  set?: 'ForAllValues' | 'ForAnyValue';
  base: string;
  ifExists: boolean;
} {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(colon, 0));
  const set = prefix === 'ForAllValues' || prefix === 'ForAnyValue' ? prefix : undefined;
  const rest = set ? name.slice(colon + 1) : name;
  const ifExists = rest.endsWith(IF_EXISTS);
  return {
    ...(set && { set }),
    base: ifExists ? rest.slice(0, -IF_EXISTS.length) : rest,
    ifExists,
  };
}
