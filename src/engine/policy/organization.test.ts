import { describe, expect, test } from 'vitest';
import { emptyAccount } from '../world.ts';
import type { World } from '../world.ts';
import type { Statement } from './document.ts';
import {
  ALLOW,
  AWAY,
  CALLERS,
  DENY,
  HOME,
  OTHER,
  decided,
  organizationOf,
  policy,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';
import { FULL_AWS_ACCESS } from './fullAccess.ts';
import { organizationPath } from './organization.ts';

const scp = (...statements: readonly Statement[]) => policy('service-control', statements);
const rcp = (...statements: readonly Statement[]) => policy('resource-control', statements);
const FULL = [FULL_AWS_ACCESS];

const homeWith = (
  serviceControlPolicies: World['accounts'][string]['serviceControlPolicies'],
): World['accounts'] => ({
  [HOME]: { ...emptyAccount(HOME, 'home', 'eu-west-1'), serviceControlPolicies },
});

// A caller without an entry of its own in the account: root, so that the account alone can be replaced.
const byRoot = (scene: Scene): Scene => ({ caller: CALLERS.root, ...scene });

const levels = (
  root: Statement | undefined,
  unit: Statement | undefined,
  account: Statement | undefined,
): Scene =>
  byRoot({
    organization: organizationOf(
      { serviceControlPolicies: root ? [scp(root)] : [] },
      { serviceControlPolicies: unit ? [scp(unit)] : [] },
    ),
    accounts: homeWith(account ? [scp(account)] : []),
  });

describe('service control policies', () => {
  test.each<[string, Scene, string, string?]>([
    ['an Allow at every level', levels(ALLOW, ALLOW, ALLOW), 'allow'],
    ['none at the root', levels(OTHER, ALLOW, ALLOW), 'implicit-deny', 'r-root'],
    ['none at the unit', levels(ALLOW, OTHER, ALLOW), 'implicit-deny', 'ou-work'],
    ['none at the account', levels(ALLOW, ALLOW, OTHER), 'implicit-deny', HOME],
    [
      'no policy at a level of an organization that uses them',
      levels(ALLOW, undefined, ALLOW),
      'implicit-deny',
      'ou-work',
    ],
    [
      'no policy anywhere: they are not switched on',
      levels(undefined, undefined, undefined),
      'allow',
    ],
    ['a Deny at one level', levels(ALLOW, DENY, ALLOW), 'explicit-deny'],
  ])('it wants %s', (_, scene, verdict, level) => {
    const decision = decided(scene);
    const gate = decision.gates.find((each) => each.gate === 'service-control');
    expect([decision.verdict, gate?.level]).toEqual([verdict, level]);
  });

  test('it finds two policies of one level together', () => {
    const organization = organizationOf(
      { serviceControlPolicies: [scp(OTHER), ...FULL] },
      { serviceControlPolicies: FULL },
    );
    expect(decided(byRoot({ organization, accounts: homeWith(FULL) })).verdict).toBe('allow');
  });

  test.each<[string, Scene, string]>([
    [
      'the management account',
      {
        organization: {
          ...organizationOf({ serviceControlPolicies: [scp(DENY)] }),
          managementAccount: HOME,
        },
      },
      'management-account',
    ],
    [
      'an account outside',
      {
        organization: organizationOf({ serviceControlPolicies: [scp(DENY)] }, { accounts: [AWAY] }),
      },
      'outside-organization',
    ],
    [
      'a caller without an account',
      {
        caller: CALLERS.service,
        organization: organizationOf({ serviceControlPolicies: [scp(DENY)] }),
      },
      'no-caller-account',
    ],
    ['no organization', {}, 'no-organization'],
    [
      'a service-linked role',
      {
        caller: {
          ...CALLERS['role-session'],
          role: `arn:aws:iam::${HOME}:role/aws-service-role/x.amazonaws.com/Linked`,
        },
        organization: organizationOf({ serviceControlPolicies: [scp(DENY)] }),
      },
      'service-linked-role',
    ],
  ])('it leaves alone %s', (_, scene, because) => {
    const gate = decided(byRoot(scene)).gates.find(
      (each) => each.gate === 'service-control' || each.because === 'explicit-deny',
    );
    expect(gate).toMatchObject({ gate: 'service-control', result: 'not-applicable', because });
  });

  test.each([
    ['service', 'documented'],
    ['web-identity', 'modelled'],
    ['saml-identity', 'modelled'],
  ] as const)('it is sure that they leave alone %s: %s', (caller, basis) => {
    const organization = organizationOf({ serviceControlPolicies: [scp(DENY)] });
    const { gates } = decided({ organization, caller: CALLERS[caller] });
    expect(gates.find(({ gate }) => gate === 'service-control')?.basis).toBe(basis);
  });

  test('it follows the caller, not the resource', () => {
    const organization = organizationOf(
      {},
      { serviceControlPolicies: [scp(DENY)], accounts: [AWAY] },
    );
    const bucket = { ...ALLOW, Principal: '*' } as const;
    expect(decided({ organization, identity: ALLOW, bucket, resourceAccount: AWAY }).verdict).toBe(
      'allow',
    );
  });
});

describe('resource control policies', () => {
  const bound = (statement: Statement) =>
    organizationOf({}, { resourceControlPolicies: [rcp(statement)], accounts: [HOME] });
  const everywhere: Statement = { ...DENY, Principal: '*' };

  test.each<[string, Scene, string]>([
    ['a Deny', { organization: bound(everywhere) }, 'explicit-deny'],
    [
      'a Deny for a stranger',
      {
        organization: bound(everywhere),
        caller: CALLERS.anonymous,
        bucket: { ...ALLOW, Principal: '*' },
      },
      'explicit-deny',
    ],
    [
      'a Deny for a service',
      {
        organization: bound(everywhere),
        caller: CALLERS.service,
        bucket: { ...ALLOW, Principal: '*' },
      },
      'explicit-deny',
    ],
    [
      'a Deny that its condition spares',
      {
        organization: bound({
          ...everywhere,
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-example' } },
        }),
      },
      'allow',
    ],
    [
      'no Allow: RCPFullAWSAccess is always there',
      { organization: bound({ ...OTHER, Principal: '*' }) },
      'allow',
    ],
    [
      'a service that is not covered',
      { organization: bound(everywhere), action: 'iam:GetRole' },
      'allow',
    ],
    [
      'the management account',
      { organization: { ...bound(everywhere), managementAccount: HOME } },
      'allow',
    ],
    [
      'the account of another resource',
      {
        organization: bound(everywhere),
        resourceAccount: AWAY,
        bucket: { ...ALLOW, Principal: '*' },
      },
      'allow',
    ],
  ])('it judges %s', (_, scene, verdict) => {
    expect(decided({ identity: ALLOW, ...scene }).verdict).toBe(verdict);
  });
});

test('it finds the path to an account', () => {
  const organization = organizationOf({ accounts: ['1'] });
  const idsOf = (account: string) => organizationPath(organization, account)?.map(({ id }) => id);
  expect(idsOf(HOME)).toEqual(['r-root', 'ou-work']);
  expect(idsOf('1')).toEqual(['r-root']);
  expect(idsOf('999999999999')).toEqual(['r-root']);
  expect(idsOf('2')).toBeUndefined();
});

test('it walks an organization of any depth', () => {
  let unit: World['organization'] = organizationOf({}, { accounts: [] });
  for (let depth = 0; depth < 2000; depth += 1) {
    unit = { ...unit, root: { ...unit.root, units: [unit.root], accounts: [] } };
  }
  expect(organizationPath(unit, '2')).toBeUndefined();
});
