import type { PolicyEvidence } from './evidence.ts';
import { decide } from './policy/decide.ts';
import type { AccessRequest } from './policy/decide.ts';
import { principalArn } from './principal.ts';
import type { Principal } from './principal.ts';
import type { World } from './world.ts';

/** A decision as evidence; the paths say which inputs it came from. */
export const policyEvidence = (
  request: AccessRequest,
  world: World,
  paths: PolicyEvidence['paths'],
): PolicyEvidence => ({
  kind: 'policy',
  principal: nameOf(request.principal),
  action: request.action,
  resource: request.resource,
  decision: decide(request, world),
  paths,
});

/** Who asks: an ARN, or the name of a service, which has none; nothing for those who have neither. */
const nameOf = (principal: Principal): string =>
  principal.kind === 'service' ? principal.name : (principalArn(principal) ?? '');
