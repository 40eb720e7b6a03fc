import { credentialsText } from '../credentials.ts';
import type { Check } from '../judge.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { policyArtifact } from '../policyArtifacts.ts';
import type { Artifact } from '../trace.ts';
import { formatAnswer, formatRequest } from '../wire/http.ts';
import type { World } from '../world.ts';
import type { CreateSession } from './acts.ts';
import { roleIn } from './context.ts';
import type { SessionContext } from './context.ts';
import { answerSession } from './createSession.ts';
import { helperCommand } from './helper.ts';
import { requestOf } from './request.ts';

/** Plays CreateSession: the signed request, the checks, the answer. */
export function playCreateSession(world: World, act: CreateSession): Played {
  const call = requestOf(world, act);
  const context: SessionContext = { world, act, call };
  const { judgement, answer, world: after, key } = answerSession(context);
  const { method, path, query, headers, body } = call;
  const credentials: readonly Artifact[] = key
    ? [{ kind: 'credentials', name: key.id, text: credentialsText(key) }]
    : [];
  return playedCall({
    act,
    before: world,
    after,
    judgement,
    request: [
      { kind: 'request', text: formatRequest(method, `${path}?${query}`, headers, body) },
      { kind: 'helper', text: helperCommand(world, act) },
    ],
    checked: { ...signatureArtifacts(judgement.checks), ...policyArtifacts(context) },
    response: [{ kind: 'response', text: formatAnswer(answer) }, ...credentials],
    status: answer.status,
  });
}

function signatureArtifacts(
  checks: readonly Check[],
): Readonly<Record<string, readonly Artifact[]>> {
  const check = checks.find(({ rule }) => rule === 'rolesanywhere.signature-matches');
  if (check?.rule !== 'rolesanywhere.signature-matches') return {};
  const { canonicalRequest, stringToSign, provided } = check.evidence;
  return {
    [check.rule]: [
      { kind: 'canonical-request', text: canonicalRequest },
      { kind: 'string-to-sign', text: stringToSign },
      { kind: 'signature', text: provided },
    ],
  };
}

/** The role's trust policy, to be read beside the three decisions. */
function policyArtifacts(context: SessionContext): Readonly<Record<string, readonly Artifact[]>> {
  const role = roleIn(context);
  const policies = role ? [policyArtifact(role.trustPolicy)] : [];
  return {
    'rolesanywhere.assume-role-allowed': policies,
    'rolesanywhere.tag-session-allowed': policies,
    'rolesanywhere.source-identity-allowed': policies,
  };
}
