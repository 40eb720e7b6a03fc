/** Policies as they stand in a world: the text a learner sees and edits, and what it parses to. */

export const POLICY_TYPES = [
  'identity',
  'boundary',
  'session',
  'trust',
  'bucket',
  'service-control',
  'resource-control',
  'vpc-endpoint',
] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];

/** A policy with a name; the id is unique in its world, so that evidence can point at its statements. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly document: PolicyDocument;
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: Statement | readonly Statement[];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
}

export type OneOrMany = string | readonly string[];

export type PrincipalElement = '*' | Readonly<Partial<Record<PrincipalType, OneOrMany>>>;

export type PrincipalType = 'AWS' | 'Federated' | 'Service' | 'CanonicalUser';

/** AWS accepts numbers and booleans where a condition compares text. */
export type ConditionValue = string | number | boolean | readonly (string | number | boolean)[];

/** A value that needs no brackets when it is single, as a list. */
export const listed = <T extends string | number | boolean>(
  value: T | readonly T[],
): readonly T[] =>
  // Array.isArray does not narrow readonly arrays; scalars are excluded by the type of `T`.
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The statements of a document; one alone needs no brackets. */
export const statementsOf = (document: PolicyDocument): readonly Statement[] =>
  Array.isArray(document.Statement)
    ? (document.Statement as readonly Statement[])
    : [document.Statement as Statement];
