import { formatPolicy } from '#engine/policy/format.ts';
import type { Policy } from '#engine/policy/document.ts';
import { holderOf } from '#engine/policy/holders.ts';
import { bindingTargets } from '#engine/policy/organization.ts';
import type { Principal } from '#engine/principal.ts';
import { findRole } from '#engine/world.ts';
import type { World } from '#engine/world.ts';

import type { Paper, Sent } from './paper.ts';

/** The policies that can count for a request, found by what it names, and not by what a decision went on to read. */

/** A policy, and what it is to whom: “trust policy of arn:…”. */
interface Held {
  readonly policy: Pick<Policy, 'name'> & { readonly text: string };
  readonly is: string;
}

const held = (policies: readonly (Policy | undefined)[], is: string): readonly Held[] =>
  policies.flatMap((policy) =>
    policy ? [{ policy: { name: policy.name, text: formatPolicy(policy.document) }, is }] : [],
  );

/** The owners of the access keys that the bytes of a request name. */
const callersOf = ({ world, artifacts }: Sent): readonly Principal[] =>
  Object.values(world.accessKeys)
    .filter(({ id }) => artifacts.some(({ text }) => text.includes(id)))
    .map(({ owner }) => owner);

function ofCaller(caller: Principal, world: World): readonly Held[] {
  const { arn, policies, boundary } = holderOf(caller, world);
  const session = 'sessionPolicies' in caller ? (caller.sessionPolicies ?? []) : [];
  return [
    ...held(policies, `Identity-based policy of ${arn}`),
    ...held(boundary, `Permissions boundary of ${arn}`),
    ...held(session, 'Session policy of the caller’s session'),
  ];
}

function ofRole({ world, act }: Sent): readonly Held[] {
  const role = 'roleArn' in act ? findRole(world, act.roleArn) : undefined;
  return role ? held([role.trustPolicy], `Trust policy of ${role.arn}`) : [];
}

/** What the request itself passes. */
const passed = ({ act }: Sent): readonly Held[] =>
  'policy' in act && typeof act.policy === 'string'
    ? [
        {
          policy: { name: 'A session policy', text: act.policy },
          is: 'Passed with this request, for the session asked for',
        },
      ]
    : [];

const ofResources = ({ accounts, vpcEndpoints = {} }: World): readonly Held[] => [
  ...Object.values(accounts).flatMap(({ buckets, kmsKeys = {} }) => [
    ...Object.values(buckets).flatMap(({ name, policy }) =>
      held([policy], `Bucket policy of ${name}`),
    ),
    ...Object.values(kmsKeys).flatMap(({ arn, policy }) => held([policy], `Key policy of ${arn}`)),
  ]),
  ...Object.values(vpcEndpoints).flatMap(({ id, policy }) =>
    held([policy], `Policy of the VPC endpoint ${id}`),
  ),
];

const ofOrganization = (world: World): readonly Held[] =>
  Object.keys(world.accounts).flatMap((account) => {
    const bound = bindingTargets(world, account);
    if ('exempt' in bound) return [];
    return bound.targets.flatMap(({ id, serviceControlPolicies, resourceControlPolicies }) => [
      ...held(serviceControlPolicies, `Service control policy on ${id}`),
      ...held(resourceControlPolicies, `Resource control policy on ${id}`),
    ]);
  });

/** Each text once, with everything that it is. */
function papersOf(policies: readonly Held[]): readonly Paper[] {
  const texts = new Map<string, Held & { readonly all: readonly string[] }>();
  for (const one of policies) {
    const key = `${one.policy.name} ${one.policy.text}`;
    const all = new Set([...(texts.get(key)?.all ?? []), one.is]);
    texts.set(key, { ...one, all: [...all] });
  }
  return [...texts.values()].map(({ policy, all }) => ({
    title: policy.name,
    says: all.join('; '),
    text: policy.text,
  }));
}

/** The trust policy asked for, the caller’s own, those of resources, and those of organizations. */
export const policiesBefore = (sent: Sent): readonly Paper[] =>
  papersOf([
    ...ofRole(sent),
    ...callersOf(sent).flatMap((caller) => ofCaller(caller, sent.world)),
    ...passed(sent),
    ...ofResources(sent.world),
    ...ofOrganization(sent.world),
  ]);
