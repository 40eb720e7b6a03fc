import { parseDate } from './dates.ts';
import { conditionOperator } from './operators.ts';
import { itemsOf, membersOf, textsOf } from './places.ts';
import type { StatementPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint, Place } from './problem.ts';
import { variableFault } from './variables.ts';

/** What is wrong with the conditions of a statement: AWS reads dates when a policy is saved (documents.vectors.ts). */
export function dateRules(statement: StatementPlace): readonly Complaint[] {
  return conditionValues(statement)
    .filter(({ operator }) => conditionOperator(operator)?.family === 'date')
    .flatMap(({ value }) => {
      const { node } = value;
      if (
        node.kind !== 'object' &&
        node.kind !== 'array' &&
        parseDate(String(node.value)) !== undefined
      ) {
        return [];
      }
      return [
        complaint(
          value,
          'date',
          'Write a date such as "2026-01-15T12:00:00Z", or seconds since 1970.',
        ),
      ];
    });
}

/** What is wrong with policy variables; only Version 2012-10-17 has them. */
export function variableRules(statement: StatementPlace): readonly Complaint[] {
  const values = [
    ...textsOf(statement, 'Resource'),
    ...textsOf(statement, 'NotResource'),
    ...conditionValues(statement).map(({ value }) => value),
  ];
  return values.flatMap((value) => {
    const fault = value.node.kind === 'string' ? variableFault(value.node.value) : undefined;
    return fault === undefined ? [] : [complaint(value, 'variable', fault)];
  });
}

/** One value of a condition and the operator it stands under. */
export interface ConditionPlace {
  readonly operator: string;
  readonly key: string;
  readonly value: Place;
}

/** The values of a statement's conditions; AWS passes over null. */
export function conditionValues({ elements }: StatementPlace): readonly ConditionPlace[] {
  const condition = elements.get('Condition');
  const blocks = condition ? [...membersOf(condition)] : [];
  return blocks.flatMap(([operator, block]) =>
    [...membersOf(block)].flatMap(([key, values]) =>
      itemsOf(values)
        .filter(({ node }) => node.kind !== 'literal' || node.value !== null)
        .map((value) => ({ operator, key, value })),
    ),
  );
}
