import { accountOf, nameOf } from '#engine/arn.ts';
import { revocationPolicy } from '#engine/change/policies.ts';
import type { OrganizationChange, PolicyChange } from '#engine/change/worldChange.ts';
import { GLOBAL_REGION } from '#engine/regions.ts';
import type { Policy } from '#engine/policy/document.ts';
import { findRole, findUser } from '#engine/world.ts';
import type { OrganizationalUnit, World } from '#engine/world.ts';

import type { ApiOperation, Value } from './apiOperation.ts';

/** Changes of policies as calls to IAM and Organizations. */

/** A call to IAM, which has one Region. */
export const iam = (
  operation: string,
  parameters: Readonly<Record<string, Value>>,
): ApiOperation => ({ service: 'iam', operation, region: GLOBAL_REGION, parameters });

/** Whom an operation of IAM is about: a user or a role, and the parameter that names them. */
const holderOf = (arn: string) =>
  arn.includes(':role/')
    ? ({ kind: 'Role', name: { RoleName: nameOf(arn) } } as const)
    : ({ kind: 'User', name: { UserName: nameOf(arn) } } as const);

/** A policy’s document as IAM takes it: a text of JSON. */
const documentOf = ({ document }: Policy): string => JSON.stringify(document);

/** The policies of a user or role. */
const policiesOf = (world: World, arn: string): readonly Policy[] =>
  (findRole(world, arn) ?? findUser(world, arn))?.policies ?? [];

/** Writes a policy into a user or role. */
export function putInline(arn: string, policy: Policy): ApiOperation {
  const { kind, name } = holderOf(arn);
  return iam(`Put${kind}Policy`, {
    ...name,
    PolicyName: policy.name,
    PolicyDocument: documentOf(policy),
  });
}

/** Deletes a policy that stands in a user or role. */
export function deleteInline(arn: string, policy: Pick<Policy, 'name'>): ApiOperation {
  const { kind, name } = holderOf(arn);
  return iam(`Delete${kind}Policy`, { ...name, PolicyName: policy.name });
}

/** Deletes every policy that stands in a user or role. */
export const deleteAllInline = (world: World, arn: string): readonly ApiOperation[] =>
  policiesOf(world, arn).map((policy) => deleteInline(arn, policy));

/** What becomes of the policies of users and roles. */
export function policyOperations(world: World, change: PolicyChange): readonly ApiOperation[] {
  switch (change.kind) {
    case 'replace-policies': {
      const { principal, policies } = change;
      const gone = policiesOf(world, principal).filter(
        ({ name }) => !policies.some((one) => one.name === name),
      );
      return [
        ...gone.map((policy) => deleteInline(principal, policy)),
        ...policies.map((policy) => putInline(principal, policy)),
      ];
    }
    case 'put-policy':
      return [putInline(change.principal, change.policy)];
    case 'detach-policy': {
      const found = policiesOf(world, change.principal).find(({ id }) => id === change.policyId);
      return [deleteInline(change.principal, found ?? { name: nameOf(change.policyId) })];
    }
    case 'put-boundary':
      return boundary(change.principal, change.policy);
    case 'delete-boundary': {
      const { kind, name } = holderOf(change.principal);
      return [iam(`Delete${kind}PermissionsBoundary`, name)];
    }
    case 'put-trust-policy':
      return [
        iam('UpdateAssumeRolePolicy', {
          RoleName: nameOf(change.role),
          PolicyDocument: documentOf(change.policy),
        }),
      ];
    case 'revoke-sessions':
      return [putInline(change.role, revocationPolicy(world.now))];
  }
}

/** A boundary is a managed policy: it is made first. */
function boundary(principal: string, policy: Policy): readonly ApiOperation[] {
  const { kind, name } = holderOf(principal);
  return [
    iam('CreatePolicy', { PolicyName: policy.name, PolicyDocument: documentOf(policy) }),
    iam(`Put${kind}PermissionsBoundary`, {
      ...name,
      PermissionsBoundary: `arn:aws:iam::${accountOf(principal)}:policy/${policy.name}`,
    }),
  ];
}

const organizations = (
  operation: string,
  parameters: Readonly<Record<string, Value>>,
): ApiOperation => ({ service: 'organizations', operation, region: GLOBAL_REGION, parameters });

/** The id that Organizations gives a policy: only its answer says it. */
export const POLICY_ID = 'p-example1';

function unitsIn(unit: OrganizationalUnit): readonly OrganizationalUnit[] {
  return [unit, ...unit.units.flatMap(unitsIn)];
}

/** Whether a control policy hangs on its target already. */
function isThere({ organization, accounts }: World, target: string, id: string): boolean {
  const units = organization ? unitsIn(organization.root) : [];
  const holders = [...units.filter((unit) => unit.id === target), accounts[target]];
  return holders.some((holder) =>
    [...(holder?.serviceControlPolicies ?? []), ...(holder?.resourceControlPolicies ?? [])].some(
      (policy) => policy.id === id,
    ),
  );
}

/** What becomes of control policies. */
export function organizationOperations(
  world: World,
  change: OrganizationChange,
): readonly ApiOperation[] {
  const { target } = change;
  if (change.kind === 'detach-control-policy') {
    return [organizations('DetachPolicy', { PolicyId: POLICY_ID, TargetId: target })];
  }
  const { policy } = change;
  const Content = documentOf(policy);
  if (isThere(world, target, policy.id)) {
    return [organizations('UpdatePolicy', { PolicyId: POLICY_ID, Content })];
  }
  return [
    organizations('CreatePolicy', {
      Name: policy.name,
      Description: policy.name,
      Type: change.kind === 'put-scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY',
      Content,
    }),
    organizations('AttachPolicy', { PolicyId: POLICY_ID, TargetId: target }),
  ];
}
