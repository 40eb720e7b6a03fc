import { parseNumber } from './comparisons.ts';
import { conditionValues } from './conditionRules.ts';
import type { ConditionPlace } from './conditionRules.ts';
import type { PolicyDocument, PolicyType } from './document.ts';
import { under } from './pointer.ts';
import { parseNetwork } from './networks.ts';
import { conditionOperator } from './operators.ts';
import type { ConditionOperator } from './operators.ts';
import { itemsOf, membersOf, texts, textsOf } from './places.ts';
import type { StatementPlace } from './places.ts';
import { lineStarts, positionOf } from './problem.ts';
import type { Place } from './problem.ts';
import { segments } from './resources.ts';

/** What AWS accepts in silence and a reader should know: it is saved, but it does not do what it seems to. */
export const WARNING_KINDS = [
  'null-passed-over',
  'everyone-may-assume',
  'deleted-principal',
  'sid-characters',
  'empty-condition',
  'literal-wildcard',
  'literal-variable',
  'missing-key-passes',
  'never-compares',
  'needs-set-operator',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

export interface PolicyWarning {
  readonly kind: WarningKind;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

interface Remark {
  readonly kind: WarningKind;
  readonly place: Place;
}

/** What deserves a warning in a policy that AWS accepts. */
export function warningsFor(
  statements: readonly StatementPlace[],
  document: PolicyDocument,
  text: string,
  type: PolicyType,
): readonly PolicyWarning[] {
  const remarks = statements.flatMap((statement) => [
    ...nulls(statement),
    ...principals(statement, type),
    ...sids(statement),
    ...emptyConditions(statement),
    ...conditionValues(statement).flatMap((value) => valueRemarks(value)),
    ...setOperators(statement),
    ...(document.Version === '2012-10-17' ? [] : literalVariables(statement)),
  ]);
  const lines = remarks.length > 0 ? lineStarts(text) : [];
  return remarks.map(({ kind, place }) => ({
    kind,
    pointer: place.pointer,
    ...positionOf(place.node.at, lines),
  }));
}

const remarksOn = (kind: WarningKind, places: readonly Place[]): readonly Remark[] =>
  places.map((place) => ({ kind, place }));

const isNull = ({ node }: Place): boolean => node.kind === 'literal' && node.value === null;

const nulls = ({ elements }: StatementPlace): readonly Remark[] =>
  remarksOn('null-passed-over', [...elements.values()].flatMap(itemsOf).filter(isNull));

/** AWS's pages disagree on whether a trust policy may name everyone; they agree that it should not (sts.md 5.2). */
function principals(statement: StatementPlace, type: PolicyType): readonly Remark[] {
  const principal = statement.elements.get('Principal');
  if (!principal) return [];
  const named = [...texts(principal), ...[...membersOf(principal).values()].flatMap(texts)];
  const isAllow = textsOf(statement, 'Effect')[0]?.node.value === 'Allow';
  const everyone =
    type === 'trust' && isAllow ? named.filter(({ node }) => node.value === '*') : [];
  const deleted = named.filter(({ node }) => /^(?:AIDA|AROA)/.test(node.value));
  return [
    ...remarksOn('everyone-may-assume', everyone),
    ...remarksOn('deleted-principal', deleted),
  ];
}

/** Letters and digits only, says the Sid page; underscores have been accepted (documents.vectors.ts). */
const sids = (statement: StatementPlace): readonly Remark[] =>
  remarksOn(
    'sid-characters',
    textsOf(statement, 'Sid').filter(({ node }) => !/^[0-9A-Za-z]*$/.test(node.value)),
  );

/** An operator without keys, or a key without values: it tests nothing, or nothing can match it. */
function emptyConditions({ elements }: StatementPlace): readonly Remark[] {
  const condition = elements.get('Condition');
  const blocks = condition ? [...membersOf(condition).values()] : [];
  const empty = blocks.filter((block) => membersOf(block).size === 0);
  const valueless = blocks
    .flatMap((block) => [...membersOf(block).values()])
    .filter((values) => itemsOf(values).length === 0);
  return remarksOn('empty-condition', [...empty, ...valueless]);
}

function valueRemarks({ operator: name, value: place }: ConditionPlace): readonly Remark[] {
  const operator = conditionOperator(name);
  const { node } = place;
  if (!operator || node.kind === 'object' || node.kind === 'array') return [];
  const value = String(node.value);
  const isExact = operator.family === 'string' || operator.family === 'string-ignore-case';
  if (isExact && /[*?]/.test(value.replace(/\$\{[*?$]\}/g, ''))) {
    return [{ kind: 'literal-wildcard', place }];
  }
  return isComparable(operator, value) ? [] : [{ kind: 'never-compares', place }];
}

function isComparable({ family }: ConditionOperator, value: string): boolean {
  switch (family) {
    case 'number':
      return parseNumber(value) !== undefined;
    case 'bool':
    case 'null':
      return /^(?:true|false|\$\{.*)$/i.test(value);
    case 'ip':
      return parseNetwork(value) !== undefined;
    case 'arn':
      return value === '*' || segments(value).length === 6;
    // Dates that do not parse are refused; any text can be compared with text.
    case 'date':
    case 'binary':
    case 'string':
    case 'string-ignore-case':
    case 'string-pattern':
      return true;
  }
}

// Multi-valued keys (service authorization reference; IAM User Guide, multivalued context keys).
const MULTI_VALUED: ReadonlySet<string> = new Set([
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'sts:transitivetagkeys',
  'cognito-identity.amazonaws.com:amr',
]);

/** ForAllValues in an Allow lets a missing key through unless Null forbids it; a multi-valued key needs a set operator. */
function setOperators(statement: StatementPlace): readonly Remark[] {
  const condition = statement.elements.get('Condition');
  const blocks = condition ? [...membersOf(condition)] : [];
  const required = new Set(
    blocks
      .filter(([name]) => conditionOperator(name)?.family === 'null')
      .flatMap(([, block]) => [...membersOf(block).keys()]),
  );
  const isAllow = textsOf(statement, 'Effect')[0]?.node.value === 'Allow';
  return blocks.flatMap(([name, block]) => {
    const operator = conditionOperator(name);
    return [...membersOf(block).keys()].flatMap((key): readonly Remark[] => {
      const place = { node: block.node, pointer: under(block.pointer, key) };
      if (operator?.set === 'ForAllValues' && isAllow && !required.has(key)) {
        return [{ kind: 'missing-key-passes', place }];
      }
      const isUnset = operator && operator.family !== 'null' && !operator.set;
      return isUnset && MULTI_VALUED.has(key.toLowerCase())
        ? [{ kind: 'needs-set-operator', place }]
        : [];
    });
  });
}

/** Variables came with Version 2012-10-17; before it `${…}` is literal text (IAM User Guide, Version). */
const literalVariables = (statement: StatementPlace): readonly Remark[] =>
  remarksOn(
    'literal-variable',
    [
      ...textsOf(statement, 'Resource'),
      ...textsOf(statement, 'NotResource'),
      ...conditionValues(statement).map(({ value }) => value),
    ].filter(({ node }) => node.kind === 'string' && node.value.includes('${')),
  );
