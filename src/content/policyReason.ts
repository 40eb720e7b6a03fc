import type { PolicyEvidence } from '#engine/evidence.ts';
import type { DecidedBy, GateId, GateReason } from '#engine/policy/gates.ts';
import type { StatementMatch } from '#engine/policy/reasons.ts';

import { metClause, missedClause } from './conditionWords.ts';
import { spokenList } from './words.ts';

/** What no policy said, by the gate where an Allow was missing. */
const MISSING: Readonly<Record<GateId, string>> = {
  'permission-free': 'nothing',
  'explicit-deny': 'nothing',
  'resource-control': 'No resource control policy allows',
  'service-control': 'No service control policy allows',
  endpoint: 'The policy of the VPC endpoint does not allow',
  trust: 'The role’s trust policy does not let this caller call',
  resource: 'No resource-based policy allows',
  identity: 'No identity-based policy of the caller allows',
  boundary: 'The caller’s permissions boundary does not allow',
  session: 'The session policy does not allow',
};

/** The statement, or the missing one, that decided an authorization: one sentence. */
export function policyReason({ decision, action }: PolicyEvidence): string {
  const { gate, policyId, statementIndex } = deciding(decision);
  const policy = decision.gates
    .flatMap(({ policies }) => policies)
    .find((match) => match.policyId === policyId);
  const statement = policy?.statements.find(({ index }) => index === statementIndex);
  if (policy && statement) {
    const place = `Statement ${statement.index + 1} of ${policy.name}`;
    const sid = statement.sid === undefined ? '' : ` (${statement.sid})`;
    return statement.effect === 'Deny'
      ? `${place}${sid} denies ${action} explicitly${met(statement)}.`
      : `${place}${sid} allows ${action}.${unasked(statement)}${limits(decision)}${almost(decision, 'Deny')}`;
  }
  if (decision.verdict === 'allow') {
    return says(decision, 'identity', 'root-user')
      ? `The root user may do everything that no policy takes away, and none takes away ${action}.`
      : `The policies allow ${action}.`;
  }
  if (says(decision, 'session', 'federated-user-without-session-policy')) {
    return 'No session policy was passed, and a federated user may do only what one allows.';
  }
  return `${MISSING[gate]} ${action}.${almost(decision, 'Allow')}${gate === 'trust' ? others(decision) : ''}${untagged(decision)}`;
}

/** The conditions of a Deny that were met: “, because …”; empty where it has none. */
function met({ elements }: StatementMatch): string {
  const said = elements.flatMap((element) =>
    element.element === 'Condition' && element.because !== 'unknown-operator'
      ? [metClause(element)]
      : [],
  );
  return said.length === 0 ? '' : `, because ${said.join('; ')}`;
}

/** Whether a gate gave this reason. */
const says = ({ gates }: PolicyEvidence['decision'], gate: GateId, because: GateReason): boolean =>
  gates.some((each) => each.gate === gate && each.because === because);

/** The session policy, where it was asked, too. */
const limits = (decision: PolicyEvidence['decision']): string =>
  decision.verdict === 'allow' && says(decision, 'session', 'allows')
    ? ' The session policy allows it, too.'
    : '';

/** The condition of a matching statement that was met because the request has no such key; empty when there is none. */
function unasked({ elements }: StatementMatch): string {
  for (const element of elements) {
    if (element.element === 'Condition' && element.because === 'key-missing' && element.matched) {
      return ` ${element.operator} on ${element.key} counts as met, because the request has no such key.`;
    }
  }
  return '';
}

/** Whom the trust policy names instead of the caller; empty where it names the caller, too. */
function others({ gates }: PolicyEvidence['decision']): string {
  const trust = gates.find(({ gate }) => gate === 'trust');
  for (const { name, statements } of trust?.policies ?? []) {
    for (const { index, effect, elements } of statements) {
      const named = elements.find(({ element }) => element === 'Principal');
      if (effect !== 'Allow' || named?.element !== 'Principal' || named.matched) continue;
      const place = ` Statement ${index + 1} of ${name} names`;
      const left = named.values.find(({ because }) => because === 'deleted-principal');
      return left
        ? `${place} ${left.value}, which is what is left of a user or role that was deleted.`
        : `${place} ${spokenList(named.values.map(({ value }) => value))}, and not the caller.`;
    }
  }
  return '';
}

/** The variable in a resource for which the request has no value; empty when there is none. */
function untagged({ gates }: PolicyEvidence['decision']): string {
  for (const { name, statements } of gates.flatMap(({ policies }) => policies)) {
    for (const { index, elements } of statements) {
      const unresolved = elements
        .flatMap((element) => (element.element === 'Resource' ? element.values : []))
        .find(({ because }) => because === 'unresolved-variable');
      const [variable] = /\$\{[^}]*\}/.exec(unresolved?.value ?? '') ?? [];
      if (variable !== undefined) {
        return ` Statement ${index + 1} of ${name} names ${variable}, and the request has no such value.`;
      }
    }
  }
  return '';
}

/** The statement that misses by its conditions alone, with the values that keep it from matching; empty when there is none. */
function almost({ gates }: PolicyEvidence['decision'], effect: 'Allow' | 'Deny'): string {
  for (const { name, statements } of gates.flatMap(({ policies }) => policies)) {
    for (const statement of statements) {
      const missed = statement.elements.filter(({ matched }) => !matched);
      const [first] = missed;
      if (statement.effect !== effect || first?.element !== 'Condition') continue;
      if (missed.some(({ element }) => element !== 'Condition')) continue;
      return ` Statement ${statement.index + 1} of ${name} ${effect === 'Deny' ? 'denies' : 'allows'} it only if ${missedClause(first)}.`;
    }
  }
  return '';
}

/** What decided: for an AssumeRole that is granted, the statement that trusts the caller, whoever else allows it. */
function deciding({ verdict, gates, decidedBy }: PolicyEvidence['decision']): DecidedBy {
  if (verdict !== 'allow') return decidedBy;
  const trust = gates.find(({ gate }) => gate === 'trust');
  for (const { policyId, statements } of trust?.policies ?? []) {
    const match = statements.find(({ effect, matched }) => effect === 'Allow' && matched);
    if (match) return { gate: 'trust', policyId, statementIndex: match.index };
  }
  return decidedBy;
}
