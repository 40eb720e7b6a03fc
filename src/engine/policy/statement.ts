import type { Basis } from '../basis.ts';
import type { Principal } from '../principal.ts';
import { matchAction } from './actions.ts';
import { matchConditions } from './conditions.ts';
import type { Context } from './context.ts';
import { listed, statementsOf } from './document.ts';
import type { Policy, PolicyType, Statement } from './document.ts';
import { isSpared, matchPrincipal, strongestGrant } from './principals.ts';
import { strongest, weakest } from './reasons.ts';
import type {
  ActionMatch,
  ElementMatch,
  PolicyMatch,
  PrincipalMatch,
  ResourceMatch,
  StatementMatch,
} from './reasons.ts';
import { matchResource, resourceBasis } from './resources.ts';

/** What every statement is asked about one request. */
export interface Question {
  readonly principal: Principal;
  readonly action: string;
  /** The parts of the resource's ARN. */
  readonly resource: readonly string[];
  readonly context: Context;
  /** Whether the calling user or role has a permissions boundary. */
  readonly hasBoundary: boolean;
}

/** A policy in the part it plays: where it hangs and as what. */
export interface Attachment {
  readonly type: PolicyType;
  readonly attachedTo: string;
}

/** What each statement of a policy says to a request, and why. */
export function matchPolicy(
  policy: Policy,
  attachment: Attachment,
  question: Question,
): PolicyMatch {
  const { document } = policy;
  const isList = Array.isArray(document.Statement);
  // Variables came with Version 2012-10-17; before it they are literal text.
  const variables = document.Version === '2012-10-17' ? question.context : undefined;
  return {
    policyId: policy.id,
    name: policy.name,
    ...attachment,
    statements: statementsOf(document).map((statement, index) =>
      matchStatement(statement, index, {
        question,
        type: attachment.type,
        variables,
        pointer: isList ? `/Statement/${index}` : '/Statement',
      }),
    ),
  };
}

/** A question with what a statement's policy and place add to it. */
interface Asked {
  readonly question: Question;
  readonly type: PolicyType;
  readonly variables: Context | undefined;
  readonly pointer: string;
}

function matchStatement(statement: Statement, index: number, asked: Asked): StatementMatch {
  const { question, variables, pointer } = asked;
  const principal = principalMatch(statement, asked);
  const resource = resourceMatch(statement, asked);
  const conditions = { context: question.context, variables, pointer };
  const elements: readonly ElementMatch[] = [
    ...(principal ? [principal] : []),
    actionMatch(statement, asked),
    ...(resource ? [resource] : []),
    ...matchConditions(statement, conditions),
  ];
  return {
    index,
    pointer,
    ...(statement.Sid !== undefined && { sid: statement.Sid }),
    effect: statement.Effect,
    matched: elements.every(({ matched }) => matched),
    basis: basisOf(elements),
    elements,
    ...(principal?.grant && { grant: principal.grant }),
  };
}

/** A match is as sure as its least sure element; for a miss one sure element is enough. */
function basisOf(elements: readonly ElementMatch[]): Basis {
  const missed = elements.filter(({ matched }) => !matched);
  return missed.length > 0
    ? strongest(missed.map(({ basis }) => basis))
    : weakest(elements.map(({ basis }) => basis));
}

function principalMatch(
  statement: Statement,
  { question, type, pointer }: Asked,
): PrincipalMatch | undefined {
  const element = statement.NotPrincipal === undefined ? 'Principal' : 'NotPrincipal';
  const value = statement[element];
  if (value === undefined) return undefined;
  const caller = { principal: question.principal, type, hasBoundary: question.hasBoundary };
  const values = matchPrincipal(value, caller);
  const named = strongestGrant(values);
  // NotPrincipal names no one: whoever it does not spare is taken in as everyone is. AWS does not support it with
  // Allow and `parsePolicy` refuses it; where one came in another way, doubt denies and never allows.
  const isSupported = element === 'Principal' || statement.Effect === 'Deny';
  const taken = isSupported && !isSpared(values, caller) ? 'everyone' : undefined;
  const grant = element === 'Principal' ? named : taken;
  return {
    element,
    pointer: `${pointer}/${element}`,
    matched: grant !== undefined,
    basis:
      isSupported && values.every(({ because }) => because !== 'canonical-user')
        ? 'documented'
        : 'modelled',
    values,
    ...(grant && { grant }),
  };
}

function actionMatch(statement: Statement, { question, pointer }: Asked): ActionMatch {
  const element = statement.NotAction === undefined ? 'Action' : 'NotAction';
  const values = listed<string>(statement[element] ?? []).map((value) =>
    matchAction(value, question.action),
  );
  const isNamed = values.some(({ matched }) => matched);
  const basis = values.some(({ because }) => because === 'wildcard-in-service')
    ? 'observed'
    : 'documented';
  return {
    element,
    pointer: `${pointer}/${element}`,
    matched: isNamed === (element === 'Action'),
    basis,
    values,
  };
}

function resourceMatch(
  statement: Statement,
  { question, type, variables, pointer }: Asked,
): ResourceMatch | undefined {
  // A trust policy has no Resource: the role it hangs on is the resource.
  if (statement.Resource === undefined && statement.NotResource === undefined) return undefined;
  const element = statement.NotResource === undefined ? 'Resource' : 'NotResource';
  const values = listed<string>(statement[element] ?? []).map((value) =>
    matchResource(value, { resource: question.resource, type, variables }),
  );
  const isNamed = values.some(({ matched }) => matched);
  // That a variable without a value matches nothing is said of Resource only.
  const isUnsaid =
    element === 'NotResource' && values.some(({ because }) => because === 'unresolved-variable');
  const basis = isUnsaid ? 'modelled' : weakest(values.map(resourceBasis));
  return {
    element,
    pointer: `${pointer}/${element}`,
    matched: isNamed === (element === 'Resource'),
    basis,
    values,
  };
}
