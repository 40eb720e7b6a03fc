import { principalAccount } from '../principal.ts';
import type { World } from '../world.ts';
import { contextOf } from './context.ts';
import type { AccessRequest } from './decide.ts';
import type { Policy } from './document.ts';
import type { GateReason } from './gates.ts';
import { holderOf, isServiceLinkedRole } from './holders.ts';
import { bindingTargets, usesServiceControl } from './organization.ts';
import type { PolicyMatch } from './reasons.ts';
import { segments } from './resources.ts';
import { matchPolicy } from './statement.ts';
import type { Attachment, Question } from './statement.ts';

/** One level of the organization, from its root down to the account, with its policies of one type. */
export interface Level {
  readonly id: string;
  readonly policies: readonly PolicyMatch[];
}

/** The levels whose policies bind, or why none do. */
export type Levels = { readonly levels: readonly Level[] } | { readonly exempt: GateReason };

/** Every policy that applies to a request, with what its statements say: all that the gates judge. */
export interface Applicable {
  readonly serviceControl: Levels;
  readonly resourceControl: Levels;
  readonly resource?: PolicyMatch;
  readonly endpoint?: PolicyMatch;
  readonly identity: readonly PolicyMatch[];
  readonly boundary: readonly PolicyMatch[];
  readonly session: readonly PolicyMatch[];
  /** False where the caller's user or role is no longer there. */
  readonly isHolderFound: boolean;
}

type Match = (attachment: Attachment) => (policy: Policy) => PolicyMatch;

/** Services whose resources control policies cover; a later list may be longer (AWS Organizations, RCPs). */
const COVERED_BY_RCP: ReadonlySet<string> = new Set(['s3', 'sts', 'sqs', 'kms', 'secretsmanager']);

/** Reads every policy that applies to a request. */
export function applicablePolicies(request: AccessRequest, world: World): Applicable {
  const { principal, action, resource, resourcePolicy, endpointPolicy } = request;
  const { arn, isFound, policies, boundary } = holderOf(principal, world);
  const question: Question = {
    principal,
    action,
    resource: segments(resource),
    context: contextOf(request, world),
    hasBoundary: boundary.length > 0,
  };
  const match: Match = (attachment) => (policy) => matchPolicy(policy, attachment, question);
  const sessionPolicies = 'sessionPolicies' in principal ? (principal.sessionPolicies ?? []) : [];
  const type = resourcePolicy?.type === 'trust' ? 'trust' : 'bucket';
  return {
    serviceControl: serviceControl(request, world, match),
    resourceControl: resourceControl(request, world, match),
    ...(resourcePolicy && { resource: match({ type, attachedTo: resource })(resourcePolicy) }),
    ...(endpointPolicy && {
      endpoint: match({ type: 'vpc-endpoint', attachedTo: endpointPolicy.id })(endpointPolicy),
    }),
    identity: policies.map(match({ type: 'identity', attachedTo: arn })),
    boundary: boundary.map(match({ type: 'boundary', attachedTo: arn })),
    session: sessionPolicies.map(match({ type: 'session', attachedTo: arn })),
    isHolderFound: isFound,
  };
}

/** Service control policies follow the caller. */
function serviceControl({ principal }: AccessRequest, world: World, match: Match): Levels {
  const account = principalAccount(principal);
  if (account === undefined) return { exempt: 'no-caller-account' };
  const bound = bindingTargets(world, account);
  if ('exempt' in bound) return bound;
  if (isServiceLinkedRole(principal)) return { exempt: 'service-linked-role' };
  if (!usesServiceControl(world)) return { exempt: 'not-enabled' };
  return {
    levels: bound.targets.map(({ id, serviceControlPolicies }) => ({
      id,
      policies: serviceControlPolicies.map(match({ type: 'service-control', attachedTo: id })),
    })),
  };
}

/** Resource control policies follow the resource: they bind strangers too. */
function resourceControl(
  { principal, action, resourceAccount }: AccessRequest,
  world: World,
  match: Match,
): Levels {
  const bound = bindingTargets(world, resourceAccount);
  if ('exempt' in bound) return bound;
  if (isServiceLinkedRole(principal)) return { exempt: 'service-linked-role' };
  if (!COVERED_BY_RCP.has(action.split(':', 1)[0]?.toLowerCase() ?? '')) {
    return { exempt: 'service-not-covered' };
  }
  return {
    levels: bound.targets.map(({ id, resourceControlPolicies }) => ({
      id,
      policies: resourceControlPolicies.map(match({ type: 'resource-control', attachedTo: id })),
    })),
  };
}
