import { expect, test } from 'vitest';

import { decide } from './policy/decide.ts';
import {
  ALLOW,
  CALLERS,
  DENY,
  organizationOf,
  OTHER,
  policy,
  requestOf,
  worldOf,
} from './policy/lab.fixture.ts';
import type { Scene } from './policy/lab.fixture.ts';
import { policiesRead } from './policyArtifacts.ts';

const scp = (...policies: ReturnType<typeof policy>[]) => ({ serviceControlPolicies: policies });
const OPEN = policy('service-control', ALLOW, 'open');
const SHUT = policy('service-control', DENY, 'shut');
const NARROW = policy('service-control', OTHER, 'narrow');
const GUARD = policy('resource-control', { ...DENY, Principal: '*' }, 'guard');
const TRUST = { Effect: 'Allow', Principal: { AWS: CALLERS.user.arn }, Action: '*' } as const;

const shown = (scene: Scene): readonly (string | undefined)[] => {
  const [request, world] = [requestOf(scene), worldOf(scene)];
  const { principal, action, resource } = request;
  const decision = decide(request, world);
  const evidence = {
    kind: 'policy',
    principal: '',
    action,
    resource,
    decision,
    paths: [],
  } as const;
  return policiesRead(world, evidence, { ...request, principal }).map(({ name }) => name);
};

test.each<[string, Scene, readonly string[]]>([
  ['the caller’s own, where they allow', { identity: ALLOW }, ['identity']],
  [
    'the trust policy before the caller’s own, where it trusts',
    { trust: TRUST, identity: OTHER },
    ['trust', 'identity'],
  ],
  [
    'the caller’s own that denies, before the trust policy',
    { trust: TRUST, identity: DENY },
    ['identity', 'trust'],
  ],
  [
    'boundary and session policy, too',
    { caller: CALLERS['role-session'], identity: ALLOW, boundary: ALLOW, session: DENY },
    ['session', 'identity', 'boundary'],
  ],
  [
    'of the organization’s policies the one that denies',
    { identity: ALLOW, organization: organizationOf(scp(OPEN), scp(OPEN, SHUT)) },
    ['shut', 'identity'],
  ],
  [
    'those of the level that does not allow',
    { identity: ALLOW, organization: organizationOf(scp(OPEN), scp(NARROW)) },
    ['narrow', 'identity'],
  ],
  [
    'the one on the resource’s account that denies',
    { identity: ALLOW, organization: organizationOf({ resourceControlPolicies: [GUARD] }) },
    ['guard', 'identity'],
  ],
  [
    'none of the organization’s where something else decides',
    { organization: organizationOf(scp(OPEN), scp(OPEN)), identity: OTHER },
    ['identity'],
  ],
])('it shows %s', (_, scene, names) => {
  expect(shown(scene)).toEqual(names);
});

test('it shows nothing of a caller whom nobody knows', () => {
  expect(policiesRead(worldOf({}), undefined, {})).toEqual([]);
});
