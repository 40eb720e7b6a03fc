import { expect, test } from 'vitest';
import {
  ALLOW,
  AWAY,
  CALLERS,
  DENY,
  HOME,
  OTHER,
  ROLE,
  SESSION,
  USER,
  decided,
  organizationOf,
  policy,
  requestOf,
  worldOf,
} from './lab.fixture.ts';
import type { Scene } from './lab.fixture.ts';
import { denialAnswer } from './message.ts';
import { FULL_AWS_ACCESS } from './fullAccess.ts';

const READ = `User: ${USER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::photos/cat.jpg"`;
const SCP = 'arn:aws:organizations::999999999999:policy/o-example/';
const ROLE_READ = READ.replace(USER, SESSION);
const because = (type: string): string => ` because no ${type} allows the s3:GetObject action`;
const assume = { Action: 'sts:AssumeRole', Principal: { AWS: USER } };
const TARGET = `arn:aws:iam::${AWAY}:role/target`;
const ABROAD: Scene = {
  trust: [],
  resource: TARGET,
  resourceAccount: AWAY,
};
const SHORT = `User: ${USER} is not authorized to perform: sts:AssumeRole on resource: ${TARGET}`;
const SHORT_HOME = SHORT.replace(TARGET, ROLE);
const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:jobs`;
const session = CALLERS['role-session'];
const everywhere = [policy('service-control', DENY)];

const answered = (scene: Scene) => denialAnswer(decided(scene), requestOf(scene), worldOf(scene));
const said = (scene: Scene): string => answered(scene).message;

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
    { identity: ALLOW, resourceAccount: AWAY, organization: organizationOf({}) },
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
    `${READ} with an explicit deny in a service control policy: ${SCP}service_control_policy/p-servicecontrol`,
  ],
  [
    'resource control, explicit',
    {
      organization: organizationOf({
        resourceControlPolicies: [policy('resource-control', { ...DENY, Principal: '*' })],
      }),
    },
    `${READ} with an explicit deny in a resource control policy: ${SCP}resource_control_policy/p-resourcecontrol`,
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
  ['a stranger at S3', { identity: ALLOW, resourceAccount: AWAY }, 'Access Denied'],
  [
    'a stranger whom S3 denies explicitly',
    { identity: DENY, resourceAccount: AWAY },
    'Access Denied',
  ],
  ['nobody at S3', { caller: CALLERS.anonymous }, 'Access Denied'],
  [
    'nobody elsewhere, without S3’s quotes',
    { caller: CALLERS.anonymous, action: 'sqs:SendMessage', resource: QUEUE },
    `User: anonymous is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} because no resource-based policy allows the sqs:SendMessage action`,
  ],
  ['a role in another account', { ...ABROAD, identity: ALLOW }, SHORT],
  ['a role in another account, explicit', { ...ABROAD, identity: DENY }, SHORT],
  ['a role that is not there', { action: 'sts:AssumeRole', resource: ROLE }, SHORT_HOME],
  [
    'an OIDC identity',
    { caller: CALLERS['web-identity'], trust: [], action: 'sts:AssumeRoleWithWebIdentity' },
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ],
  [
    'a SAML identity, whatever its call asks for',
    { caller: CALLERS['saml-identity'], trust: [], action: 'sts:TagSession' },
    'Not authorized to perform sts:AssumeRoleWithSAML',
  ],
])('it says for %s what AWS says', (_, scene, message) => {
  expect(said(scene)).toBe(message);
});

test('it names one policy type however many deny', () => {
  const organization = organizationOf({ serviceControlPolicies: [...everywhere, FULL_AWS_ACCESS] });
  expect(said({ organization, identity: DENY, boundary: DENY })).toMatch(
    / a service control policy: arn:\S+$/,
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
  const abroad = { ...request, action: 'sqs:SendMessage', resourceAccount: AWAY };
  expect(denialAnswer(named, request, worldOf(scene)).message).toMatch(
    new RegExp(` in a sessions policy: ${arn}$`),
  );
  expect(denialAnswer(named, abroad, worldOf(scene)).message).toMatch(/ in a sessions policy$/);
});

test.each<[string, Scene, string]>([
  ['one type that denies', { identity: DENY }, 'documented'],
  ['several: which is named is our choice', { identity: DENY, boundary: DENY }, 'modelled'],
  ['S3 to a stranger', { identity: ALLOW, resourceAccount: AWAY }, 'observed'],
  [
    'AssumeRole in one account: documented, but nobody has shown it',
    { trust: { Effect: 'Allow', ...assume, Principal: { AWS: HOME } } },
    'modelled',
  ],
  ['AssumeRole across accounts', { ...ABROAD, identity: ALLOW }, 'observed'],
  ['SetContext across accounts', { ...ABROAD, action: 'sts:SetContext' }, 'modelled'],
  ['SetContext in one account', { trust: [], action: 'sts:SetContext' }, 'modelled'],
  ['a service that may not assume', { ...ABROAD, caller: CALLERS.service }, 'modelled'],
  ['an OIDC identity', { ...ABROAD, caller: CALLERS['web-identity'] }, 'observed'],
  ['a SAML identity', { ...ABROAD, caller: CALLERS['saml-identity'] }, 'documented'],
  [
    'a caller without an ARN',
    { caller: CALLERS.anonymous, action: 'sqs:SendMessage', resource: QUEUE },
    'modelled',
  ],
])('it says how sure the words are: %s', (_, scene, basis) => {
  expect(answered(scene).basis).toBe(basis);
});
