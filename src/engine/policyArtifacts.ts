import type { ActId } from './act.ts';
import type { PolicyEvidence } from './evidence.ts';
import type { Policy } from './policy/document.ts';
import { formatPolicy } from './policy/format.ts';
import { holderOf } from './policy/holders.ts';
import { bindingTargets } from './policy/organization.ts';
import { principalAccount } from './principal.ts';
import type { Principal } from './principal.ts';
import type { Artifact } from './trace.ts';
import type { World } from './world.ts';

/** The id of the policy that an act passes as text. */
export const sessionPolicyId = (act: ActId): string => `session-${act}`;

/** A policy to be read. */
export const policyArtifact = ({ id, name, document }: Policy): Artifact => ({
  kind: 'policy',
  name,
  policyId: id,
  // Written when somebody looks at it.
  get text(): string {
    return formatPolicy(document);
  },
});

/** What was asked: by whom, in whose account, and with which policy on the resource. */
interface Asked {
  readonly principal?: Principal;
  readonly resourceAccount?: string;
  readonly resourcePolicy?: Policy;
  readonly endpointPolicy?: Policy;
}

/**
 * The policies to be read beside a decision: the resource's and the caller's own. The one that decided comes first;
 * of the organization's policies only those come that decided.
 */
export function policiesRead(
  world: World,
  evidence: PolicyEvidence | undefined,
  { principal, resourceAccount, resourcePolicy, endpointPolicy }: Asked,
): readonly Artifact[] {
  const own = principal ? ownPolicies(principal, world) : [];
  const accounts = [principal && principalAccount(principal), resourceAccount];
  const { decidedBy, gates = [] } = evidence?.decision ?? {};
  const level = gates.find(({ gate, result }) => gate === decidedBy?.gate && result === 'denied');
  const control = accounts
    .flatMap((account) => (account === undefined ? [] : targetsOf(world, account)))
    .filter(({ id, policy }) =>
      level?.level === undefined ? policy.id === decidedBy?.policyId : id === level.level,
    )
    .map(({ policy }) => policy);
  const asked = [resourcePolicy, endpointPolicy].filter((policy) => policy !== undefined);
  const all = [...new Set([...asked, ...own, ...control])];
  const decides = (policy: Policy): boolean =>
    policy.id === decidedBy?.policyId ||
    (level?.level !== undefined && control.includes(policy)) ||
    (decidedBy?.gate === 'endpoint' && policy === endpointPolicy);
  return all.toSorted((a, b) => Number(decides(b)) - Number(decides(a))).map(policyArtifact);
}

function ownPolicies(principal: Principal, world: World): readonly Policy[] {
  const { policies, boundary } = holderOf(principal, world);
  const session = 'sessionPolicies' in principal ? (principal.sessionPolicies ?? []) : [];
  return [...policies, ...boundary, ...session];
}

/** The organization's policies that bind an account, with the unit or account each hangs on. */
function targetsOf(
  world: World,
  account: string,
): readonly { readonly id: string; readonly policy: Policy }[] {
  const bound = bindingTargets(world, account);
  if ('exempt' in bound) return [];
  return bound.targets.flatMap(({ id, serviceControlPolicies, resourceControlPolicies }) =>
    [...serviceControlPolicies, ...resourceControlPolicies].map((policy) => ({ id, policy })),
  );
}
