import { actionRules } from './actionRules.ts';
import { dateRules, variableRules } from './conditionRules.ts';
import type { PolicyDocument, PolicyType } from './document.ts';
import { elementRules, sidRules, versionRule } from './elementRules.ts';
import { readJson } from './json.ts';
import { characterRule, hugeRule, lengthRule } from './limits.ts';
import { statementPlaces } from './places.ts';
import type { StatementPlace } from './places.ts';
import { principalRules } from './principalRules.ts';
import { problemsOf } from './problem.ts';
import type { Complaint, Place, PolicyProblem } from './problem.ts';
import { resourceRules } from './resourceRules.ts';
import { shapeOf } from './shape.ts';
import { sharedProviderRule } from './sharedProviders.ts';
import { warningsFor } from './warnings.ts';
import type { PolicyWarning } from './warnings.ts';

export type { PolicyProblem } from './problem.ts';

/** A policy's document with what a reader should know of it, or all that is wrong with its text, AWS's pick first. */
export type ParsedPolicy =
  | { readonly document: PolicyDocument; readonly warnings: readonly PolicyWarning[] }
  | {
      readonly problems: readonly PolicyProblem[];
      /** The document, where AWS would not save it today but evaluates it where it was saved before. */
      readonly savedBefore?: PolicyDocument;
    };

/** Reads a policy text as AWS does when it is saved (IAM policy grammar; documents.vectors.ts). */
export function parsePolicy(text: string, type: PolicyType): ParsedPolicy {
  const huge = hugeRule(text);
  if (huge.length > 0) return { problems: problemsOf(huge, '', type) };
  const read = readJson(text);
  if ('fault' in read) return { problems: problemsOf([read.fault], text, type) };
  const { document, found } = shapeOf(read.node);
  if (found.length > 0) return { problems: problemsOf(found, text, type) };
  const root: Place = { node: read.node, pointer: '' };
  const statements = statementPlaces(root);
  const wrong = [
    ...characterRule(text, type),
    ...versionRule(root, type),
    ...statements.flatMap((statement) =>
      rulesFor(document, type).flatMap((rule) => rule(statement)),
    ),
    ...sidRules(statements, type),
    ...lengthRule(text, type),
  ];
  if (wrong.length > 0) {
    return {
      problems: problemsOf(wrong, text, type),
      ...(wrong.every(({ kind }) => SINCE.has(kind)) && { savedBefore: document }),
    };
  }
  return { document, warnings: warningsFor(statements, document, text, type) };
}

// Rules that came later and leave existing policies alone until they are edited (sharedProviders.ts).
const SINCE: ReadonlySet<Complaint['kind']> = new Set(['shared-provider']);

type StatementRule = (statement: StatementPlace) => readonly Complaint[];

const rulesFor = (document: PolicyDocument, type: PolicyType): readonly StatementRule[] => [
  (statement) => elementRules(statement, type),
  (statement) => actionRules(statement, type),
  (statement) => principalRules(statement, type),
  resourceRules,
  dateRules,
  ...(document.Version === '2012-10-17' ? [variableRules] : []),
  ...(type === 'trust' ? [sharedProviderRule] : []),
];
