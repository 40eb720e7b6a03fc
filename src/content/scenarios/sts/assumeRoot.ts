import type { Act, CredentialsRef } from '#engine/act.ts';
import { rootArn } from '#engine/arn.ts';
import type { AccountId } from '#engine/arn.ts';
import { secretAccessKey, uniqueId } from '#engine/ids.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours } from '#engine/time.ts';
import type { LongTermKey, Organization, User, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import { account, allow, document, policy, user, userKey, world } from '../build.ts';

const MANAGEMENT = '111122223333';
const SHOP = '444455556666';
const SECURITY = '777788889999';
const REGION = 'eu-central-1';
const BUCKET = 'shop-orders';
const START = at('2026-01-22T11:00:00Z');

const MANAGEMENT_ROOT: LongTermKey = {
  kind: 'long-term',
  id: uniqueId('AKIA', MANAGEMENT, 'root'),
  secretAccessKey: secretAccessKey('root'),
  owner: { kind: 'root', account: MANAGEMENT },
  status: 'Active',
};

const mayAssumeRoot = document(allow('sts:AssumeRoot', 'arn:aws:iam::*:root'));

type Caller = 'management' | 'delegated' | 'member' | 'root';

const CALLERS: Readonly<Record<Caller, CredentialsRef>> = {
  management: { keyId: uniqueId('AKIA', MANAGEMENT, 'nadia') },
  delegated: { keyId: uniqueId('AKIA', SECURITY, 'nadia') },
  member: { keyId: uniqueId('AKIA', SHOP, 'nadia') },
  root: { keyId: MANAGEMENT_ROOT.id },
};

const TASKS = {
  bucket: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy',
  credentials: 'arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials',
  all: 'arn:aws:iam::aws:policy/AdministratorAccess',
} as const;

/** What is done with the root session. */
const CALLS = {
  unlock: { action: 's3:DeleteBucketPolicy', resources: [`arn:aws:s3:::${BUCKET}`] },
  key: { action: 'iam:CreateAccessKey', resources: [rootArn(SHOP)] },
  clean: { action: 'iam:DeleteAccessKey', resources: [rootArn(SHOP)] },
  read: { action: 's3:GetObject', resources: [`arn:aws:s3:::${BUCKET}/order-1.json`] },
} as const;

/** The mistake that needs root: the bucket policy shuts everybody out, its own administrators too. */
const lockedOut = policy(
  'LockedOut',
  'bucket',
  document({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`],
  }),
);

const fullAccess = policy('FullAWSAccess', 'service-control', document(allow('*', '*')));

const noRoot = policy(
  'NoRootUser',
  'service-control',
  document({
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
  }),
);

const organizationOf = (rootSessions: boolean, onMembers: readonly Policy[]): Organization => ({
  id: 'o-shortlived1',
  managementAccount: MANAGEMENT,
  rootSessions,
  delegatedIamAdministrator: SECURITY,
  root: {
    id: 'r-root',
    name: 'Root',
    serviceControlPolicies: [fullAccess],
    resourceControlPolicies: [],
    accounts: [MANAGEMENT],
    units: [
      {
        id: 'ou-root-members',
        name: 'Members',
        serviceControlPolicies: [fullAccess, ...onMembers],
        resourceControlPolicies: [],
        units: [],
        accounts: [SHOP, SECURITY],
      },
    ],
  },
});

interface Setting {
  readonly permissions: PolicyDocument;
  readonly isOn: boolean;
  readonly isBound: boolean;
}

function worldOf({ permissions, isOn, isBound }: Setting): World {
  const nadia = (id: AccountId): User => {
    const own = policy(`NadiaPolicy-${id}`, 'identity', permissions);
    return user(id, 'nadia', { policies: [{ ...own, name: 'NadiaPolicy' }] });
  };
  const [management, security, shop] = [nadia(MANAGEMENT), nadia(SECURITY), nadia(SHOP)];
  const order = { contentType: 'application/json', body: '{}' };
  const control = { serviceControlPolicies: [fullAccess] };
  return world(
    START,
    [
      account(MANAGEMENT, 'management', REGION, { users: [management], ...control }),
      account(SECURITY, 'security', REGION, { users: [security], ...control }),
      account(SHOP, 'shop', REGION, {
        users: [shop],
        ...control,
        buckets: [
          { name: BUCKET, region: REGION, policy: lockedOut, objects: { 'order-1.json': order } },
        ],
      }),
    ],
    [userKey(management), userKey(security), userKey(shop), MANAGEMENT_ROOT],
    { organization: organizationOf(isOn, isBound ? [noRoot] : []) },
  );
}

/** AssumeRoot: root of a member account for fifteen minutes, and for one of five tasks. */
export const assumeRoot = defineScenario({
  id: 'assume-root',
  lab: 'sts',
  title: 'Root for fifteen minutes, and for one task',
  tag: 'central root access',
  summary:
    'A bucket policy has locked everybody out. Nadia borrows the account’s root user for that one task, and tries to make it an access key.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'nadia', name: 'Nadia', spoken: 'Nadia' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'service', name: 'S3 or IAM', spoken: 'the service' },
  ],
  knobs: {
    caller: {
      kind: 'choice',
      label: 'Nadia works in',
      hint: 'Only two accounts administer central root access, and no root user calls AssumeRoot.',
      options: {
        management: 'the management account',
        delegated: 'the delegated account',
        member: 'the shop’s own account',
        root: 'the management account, as root',
      },
      initial: 'management',
    },
    permissions: {
      kind: 'policy',
      label: 'What Nadia may do',
      hint: 'sts:AssumeRoot on the root user of the member account.',
      policyType: 'identity',
      initial: mayAssumeRoot,
    },
    task: {
      kind: 'choice',
      label: 'Task policy',
      hint: 'One of five; each denies all but a few actions.',
      options: {
        bucket: 'S3UnlockBucketPolicy',
        credentials: 'IAMDeleteRootUserCredentials',
        all: 'AdministratorAccess',
      },
      initial: 'bucket',
    },
    calls: {
      kind: 'choice',
      label: 'With it Nadia calls',
      hint: 'A bucket’s own root user gets past its policy for that policy, and for nothing else.',
      options: {
        key: 'iam:CreateAccessKey',
        unlock: 's3:DeleteBucketPolicy',
        clean: 'iam:DeleteAccessKey',
        read: 's3:GetObject',
      },
      initial: 'key',
    },
    switches: {
      kind: 'choice',
      label: 'In the organization',
      hint: 'Service control policies bind the root users of member accounts.',
      options: {
        on: 'root sessions are on',
        off: 'root sessions are off',
        bound: 'they are on, but an SCP denies root',
      },
      initial: 'on',
    },
    endpoint: {
      kind: 'choice',
      label: 'STS endpoint',
      hint: 'The global endpoint does not serve AssumeRoot.',
      options: { regional: 'of the Region', global: 'global' },
      initial: 'regional',
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(1)),
      initial: at('2026-01-22T11:05:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the root session is used at that moment',
  lives: { 'assume-root': 'root session' },
  working: { calls: 'unlock' },
  variations: [
    {
      label: 'Unlock the bucket from the delegated account',
      knobs: { caller: 'delegated', calls: 'unlock' },
    },
    { label: 'Call as root of the management account', knobs: { caller: 'root' } },
    { label: 'Call from the shop’s own account', knobs: { caller: 'member' } },
    { label: 'Ask for AdministratorAccess as the task', knobs: { task: 'all' } },
    { label: 'Use the global endpoint', knobs: { endpoint: 'global' } },
    {
      label: 'Unlock it after sixteen minutes',
      knobs: { calls: 'unlock', used: '20260122T111600Z' },
    },
  ],
  decides: 'use.allowed',
  about: 'api.allowed',
  setup: ({ caller, permissions, task, calls, switches, endpoint, used }) => {
    const script: readonly Act[] = [
      {
        id: 'assume-root',
        at: START,
        kind: 'sts:AssumeRoot',
        by: 'nadia',
        to: 'sts',
        region: REGION,
        endpoint,
        credentials: CALLERS[caller],
        targetPrincipal: SHOP,
        taskPolicyArn: TASKS[task],
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-root'] },
      {
        id: 'use',
        at: used,
        kind: 'call',
        by: 'nadia',
        to: 'service',
        credentials: { issuedBy: 'assume-root' },
        region: REGION,
        ...CALLS[calls],
      },
    ];
    return {
      world: worldOf({ permissions, isOn: switches !== 'off', isBound: switches === 'bound' }),
      script,
    };
  },
});
