import type { PolicyEvidence } from './evidence.ts';
import { decide } from './policy/decide.ts';
import type { AccessRequest } from './policy/decide.ts';
import { principalArn } from './principal.ts';
import type { World } from './world.ts';

/** A decision as evidence; the paths say which inputs it came from. */
export const policyEvidence = (
  request: AccessRequest,
  world: World,
  paths: PolicyEvidence['paths'],
): PolicyEvidence => ({
  kind: 'policy',
  principal: principalArn(request.principal) ?? '',
  action: request.action,
  resource: request.resource,
  decision: decide(request, world),
  paths,
});
