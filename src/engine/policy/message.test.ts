import { expect, test } from 'vitest';
import {
  ALLOW,
  AWAY,
  CALLERS,
  DENY,
  HOME,
  OTHER,
  SESSION,
  USER,
  decided,
  organizationOf,
  policy,
  requestOf,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';
import { denialBasis, denialMessage, shortDenialMessage } from './message.ts';
import { FULL_AWS_ACCESS } from './organization.ts';

const READ = `User: ${USER} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::photos/cat.jpg`;
const ROLE_READ = READ.replace(USER, SESSION);
const because = (type: string): string => ` because no ${type} allows the s3:GetObject action`;
const assume = { Action: 'sts:AssumeRole', Principal: { AWS: USER } };
const session = CALLERS['role-session'];
const everywhere = [policy('service-control', DENY)];

const said = (scene: Scene): string => denialMessage(decided(scene), requestOf(scene));

// The templates of sts.md 7.2, one row for each type that can be named.
test.each<[string, Scene, string]>([
  ['identity', {}, `${READ}${because('identity-based policy')}`],
  ['boundary', { identity: ALLOW, boundary: OTHER }, `${READ}${because('permissions boundary')}`],
  [
    'session',
    { caller: session, identity: ALLOW, session: OTHER },
    `${ROLE_READ}${because('session policy')}`,
  ],
  [
    'resource',
    { identity: ALLOW, resourceAccount: AWAY },
    `${READ}${because('resource-based policy')}`,
  ],
  [
    'service control',
    {
      organization: organizationOf({ serviceControlPolicies: [policy('service-control', OTHER)] }),
    },
    `${READ}${because('service control policy')}`,
  ],
  [
    'trust',
    { trust: { Effect: 'Allow', Action: 'sts:TagSession', Principal: '*' } },
    `User: ${USER} is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action`,
  ],
  [
    'an action without resource',
    { action: 's3:ListAllMyBuckets', resource: '*' },
    `User: ${USER} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
  ],
  [
    'identity, explicit',
    { identity: DENY },
    `${READ} with an explicit deny in an identity-based policy`,
  ],
  [
    'boundary, explicit',
    { boundary: DENY },
    `${READ} with an explicit deny in a permissions boundary`,
  ],
  [
    'session, explicit',
    { caller: session, session: DENY },
    `${ROLE_READ} with an explicit deny in a sessions policy`,
  ],
  [
    'resource, explicit',
    { bucket: { ...DENY, Principal: '*' } },
    `${READ} with an explicit deny in a resource-based policy`,
  ],
  [
    'service control, explicit',
    { organization: organizationOf({ serviceControlPolicies: everywhere }) },
    `${READ} with an explicit deny in a service control policy`,
  ],
  [
    'resource control, explicit',
    {
      organization: organizationOf({
        resourceControlPolicies: [policy('resource-control', { ...DENY, Principal: '*' })],
      }),
    },
    `${READ} with an explicit deny in a resource control policy`,
  ],
  [
    'trust, explicit',
    {
      trust: [
        { Effect: 'Allow', ...assume },
        { Effect: 'Deny', ...assume },
      ],
    },
    `User: ${USER} is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy`,
  ],
  [
    'nobody',
    { caller: CALLERS.anonymous },
    `${READ.replace(USER, 'anonymous')}${because('resource-based policy')}`,
  ],
  ['an allowed request', { identity: ALLOW }, ''],
])('it says for %s what AWS says', (_, scene, message) => {
  expect(said(scene)).toBe(message);
});

test('it names one policy type however many deny', () => {
  const organization = organizationOf({ serviceControlPolicies: [...everywhere, FULL_AWS_ACCESS] });
  expect(said({ organization, identity: DENY, boundary: DENY })).toMatch(
    / a service control policy$/,
  );
});

test('it adds the ARN of the denying policy inside one account', () => {
  const arn = `arn:aws:iam::${HOME}:policy/no`;
  const caller = { ...session, sessionPolicies: [policy('session', DENY, arn)] };
  const scene: Scene = { caller: session, session: DENY };
  const decision = decided(scene);
  const named = {
    ...decision,
    gates: decision.gates.map((gate) => ({
      ...gate,
      policies: gate.policies.map((each) => ({ ...each, policyId: arn })),
    })),
  };
  const request = { ...requestOf(scene), principal: caller };
  expect(denialMessage(named, request)).toMatch(new RegExp(` in a sessions policy: ${arn}$`));
  expect(denialMessage(named, { ...request, resourceAccount: AWAY })).toMatch(
    / in a sessions policy$/,
  );
});

test('it has a short form that does not say why', () => {
  expect(shortDenialMessage(requestOf({}))).toBe(READ);
  expect(shortDenialMessage(requestOf({ resource: '*' }))).toBe(
    `User: ${USER} is not authorized to perform: s3:GetObject`,
  );
});

test.each<[string, Scene, string]>([
  ['one type that denies', { identity: DENY }, 'documented'],
  ['several: which is named is our choice', { identity: DENY, boundary: DENY }, 'modelled'],
  [
    'AssumeRole in one account',
    { trust: { Effect: 'Allow', ...assume, Principal: { AWS: HOME } } },
    'documented',
  ],
  [
    'AssumeRole across accounts: only the short form was seen',
    { trust: { Effect: 'Allow', ...assume }, resourceAccount: AWAY },
    'modelled',
  ],
  ['a caller without an ARN', { caller: CALLERS.anonymous }, 'modelled'],
])('it says how sure the words are: %s', (_, scene, basis) => {
  expect(denialBasis(decided(scene), requestOf(scene))).toBe(basis);
});
