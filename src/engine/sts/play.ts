import { accountOf } from '../arn.ts';
import { credentialsOf as keyOf, credentialsText } from '../credentials.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judge.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { policiesRead, sessionPolicyId } from '../policyArtifacts.ts';
import type { Artifact } from '../trace.ts';
import { formatRequest, formatResponse } from '../wire/http.ts';
import type { HttpAnswer } from '../wire/http.ts';
import { stsErrorResponse, stsResult } from '../wire/stsQuery.ts';
import { findRole } from '../world.ts';
import type { World } from '../world.ts';
import type { StsAct } from './acts.ts';
import { actionOf } from './context.ts';
import type { Received, StsContext } from './context.ts';
import type { Grant } from './issue.ts';
import { operationOf } from './operations.ts';
import { receivedFrom } from './received.ts';
import { requestOf } from './request.ts';
import { parseSamlResponse, samlXml } from './samlResponse.ts';
import { claimsOf, parseWebToken } from './webToken.ts';

/** A call that STS has answered. */
export interface Answered {
  readonly judgement: Judgement;
  readonly answer: HttpAnswer;
  readonly world: World;
  readonly grant?: Grant;
}

/** Answers a call: checks in order, then credentials, a result or an error (STS API reference). */
export function answerCall(world: World, act: StsAct, received?: Received): Answered {
  const { rules, grant: grantFor } = operationOf(act);
  const context: StsContext = { world, act, ...(received && { received }) };
  const judgement = judge(rules, context);
  const { refusal } = judgement;
  if (refusal) return { judgement, world, answer: stsErrorResponse(refusal.error, act.id) };
  const grant = grantFor(context);
  return {
    judgement,
    grant,
    world: worldAfter(world, grant),
    answer: stsResult(actionOf(act), act.id, grant.result),
  };
}

function worldAfter(before: World, { key, world = before }: Grant): World {
  return key ? { ...world, accessKeys: { ...world.accessKeys, [key.id]: key } } : world;
}

/** Plays a call to STS: the request, the checks, the answer. */
export function playSts(world: World, act: StsAct): Played {
  // A client that signs with the key's own secret needs no second look at its signature.
  const isOdd = 'signedWith' in act && act.signedWith !== undefined;
  const received = isOdd ? receivedFrom(world, requestOf(world, act)) : undefined;
  const { judgement, answer, grant, world: after } = answerCall(world, act, received);
  return playedCall({
    act,
    before: world,
    after,
    judgement,
    request: [requestArtifact(world, act)],
    checked: checkedArtifacts(world, act, judgement),
    response: [
      { kind: 'response', text: formatResponse(answer.status, answer.headers, answer.body) },
      ...credentialsOf(grant),
      ...(grant?.artifacts ?? []),
    ],
    status: answer.status,
  });
}

const requestArtifact = (world: World, act: StsAct): Artifact => ({
  kind: 'request',
  // Signed and written when somebody looks at it: most runs are played for their outcome.
  get text(): string {
    const { method, path, headers, body } = requestOf(world, act);
    return formatRequest(method, path, headers, body);
  },
});

const credentialsOf = (grant: Grant | undefined): readonly Artifact[] =>
  grant?.key ? [{ kind: 'credentials', name: grant.key.id, text: credentialsText(grant.key) }] : [];

/** What the checks of a call work on, by rule. */
function checkedArtifacts(
  world: World,
  act: StsAct,
  { checks }: Judgement,
): Readonly<Record<string, readonly Artifact[]>> {
  const policy = rolePolicies(world, act, checks);
  const identity = identityArtifacts(act);
  return {
    'sts.assume-role-allowed': policy,
    'sts.federation-allowed': policy,
    'sts.token-readable': identity,
    'sts.session-policies-valid': sessionPolicy(act),
  };
}

/** What was read when somebody asked for a role: its trust policy, the caller's own policies, and what decided. */
function rolePolicies(world: World, act: StsAct, checks: Judgement['checks']): readonly Artifact[] {
  const role = 'roleArn' in act ? findRole(world, act.roleArn) : undefined;
  if (!role) return [];
  const key = 'credentials' in act ? keyOf(world, act.credentials) : undefined;
  const check = checks.find(({ rule }) => rule === 'sts.assume-role-allowed');
  return policiesRead(world, check?.evidence.kind === 'policy' ? check.evidence : undefined, {
    ...(key && { principal: key.owner }),
    resourceAccount: accountOf(role.arn),
    resourcePolicy: role.trustPolicy,
  });
}

function sessionPolicy(act: StsAct): readonly Artifact[] {
  const text = 'policy' in act ? act.policy : undefined;
  return text === undefined
    ? []
    : [{ kind: 'policy', name: 'session policy', policyId: sessionPolicyId(act.id), text }];
}

function identityArtifacts(act: StsAct): readonly Artifact[] {
  if (act.kind === 'sts:AssumeRoleWithSAML') {
    const assertion = parseSamlResponse(act.sAMLAssertion);
    return assertion ? [{ kind: 'assertion', text: samlXml(assertion) }] : [];
  }
  if (act.kind !== 'sts:AssumeRoleWithWebIdentity') return [];
  const token = parseWebToken(act.webIdentityToken);
  return token ? [{ kind: 'claims', text: JSON.stringify(claimsOf(token), undefined, 2) }] : [];
}
