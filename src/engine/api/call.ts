import { credentialsOf } from '../credentials.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judge.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { policiesRead } from '../policyArtifacts.ts';
import type { Artifact } from '../trace.ts';
import type { World } from '../world.ts';
import { accessRequest } from './accessRequest.ts';
import type { ApiCall } from './acts.ts';
import { API_RULES } from './rules.ts';
import { answerText, refusalText, requestText } from './wire.ts';

/** Plays a call to any service: the signed request, the service's checks, an empty answer or an error. */
export function playApiCall(world: World, act: ApiCall): Played {
  const judgement = judge(API_RULES, { world, act });
  const error = judgement.refusal?.error;
  const text = error ? refusalText(act, error) : answerText(act);
  return playedCall({
    act,
    before: world,
    after: world,
    judgement,
    request: [{ kind: 'request', text: requestText(world, act) }],
    checked: { 'api.allowed': policiesOf(world, act, judgement) },
    response: [{ kind: 'response', text }],
    status: error?.status ?? 200,
  });
}

/** The policies to be read beside the decision. */
function policiesOf(world: World, act: ApiCall, { checks }: Judgement): readonly Artifact[] {
  const key = credentialsOf(world, act.credentials);
  const { evidence } = checks.find(({ rule }) => rule === 'api.allowed') ?? {};
  if (!key || evidence?.kind !== 'policy') return [];
  return policiesRead(world, evidence, accessRequest(world, key, act, evidence.resource));
}
