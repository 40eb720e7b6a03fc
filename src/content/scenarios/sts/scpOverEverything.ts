import type { Act, CredentialsRef } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { secretAccessKey, sessionToken, uniqueId } from '#engine/ids.ts';
import type { Policy, PolicyDocument } from '#engine/policy/document.ts';
import { FULL_AWS_ACCESS } from '#engine/policy/fullAccess.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { LongTermKey, TemporaryKey, World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';

const MEMBER = '111122223333';
const MANAGEMENT = '777788889999';
const REGION = 'eu-central-1';
const BUCKET = 'backups';
const BACKUPS = `arn:aws:s3:::${BUCKET}/*`;
const UNIT = 'ou-shops';
const ADMIN = roleArn(MEMBER, 'Admin');
const OLGA_KEY = uniqueId('AKIA', MEMBER, 'olga');
const START = at('2026-01-13T13:00:00Z');

const everything = document(allow('*', '*'));
const noDeleting = document({
  Sid: 'NobodyDeletesBackups',
  Effect: 'Deny',
  Action: 's3:DeleteObject',
  Resource: '*',
});

const rootKey = (status: LongTermKey['status']): LongTermKey => ({
  kind: 'long-term',
  id: uniqueId('AKIA', MEMBER, 'root'),
  secretAccessKey: secretAccessKey('root of the shop'),
  owner: { kind: 'root', account: MEMBER },
  status,
});

/** A service-linked role, which AWS Backup itself uses. */
const linked = {
  ...role(MEMBER, 'AWSServiceRoleForBackup', {
    trustPolicy: policy(
      'BackupTrust',
      'trust',
      document({
        Effect: 'Allow',
        Principal: { Service: 'backup.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    ),
    policies: [
      policy(
        'AWSBackupServiceLinkedRolePolicy',
        'identity',
        document(allow('s3:DeleteObject', BACKUPS)),
      ),
    ],
  }),
  arn: roleArn(MEMBER, 'AWSServiceRoleForBackup', 'aws-service-role/backup.amazonaws.com/'),
};

const linkedKey: TemporaryKey = {
  kind: 'temporary',
  id: uniqueId('ASIA', MEMBER, 'backup service'),
  secretAccessKey: secretAccessKey('backup service'),
  sessionToken: sessionToken('backup service'),
  owner: {
    kind: 'role-session',
    role: linked.arn,
    roleId: linked.roleId,
    sessionName: 'AWSBackup',
    via: 'service',
    sessionPolicies: [],
    tags: {},
    transitiveTagKeys: [],
  },
  issuedAt: START,
  expiresAt: after(START, hours(6)),
  issuedBy: 'backup',
};

const chief = user(MANAGEMENT, 'chief', {
  policies: [policy('ChiefPolicy', 'identity', everything)],
});

type Place = 'root' | 'unit' | 'account' | 'nowhere';
type Caller = 'admin' | 'root' | 'keyless' | 'linked' | 'management';

const CREDENTIALS: Readonly<Record<Caller, CredentialsRef>> = {
  admin: { issuedBy: 'assume-role' },
  root: { keyId: rootKey('Active').id },
  keyless: { keyId: rootKey('Deleted').id },
  linked: { keyId: linkedKey.id },
  management: { keyId: userKey(chief).id },
};

const full = (isAttached: boolean): readonly Policy[] => (isAttached ? [FULL_AWS_ACCESS] : []);

function worldOf(detached: Place, caller: Caller): World {
  const olga = user(MEMBER, 'olga');
  const admin = role(MEMBER, 'Admin', {
    trustPolicy: trusting('Admin', userArn(MEMBER, 'olga')),
    policies: [policy('AdministratorAccess', 'identity', everything)],
  });
  const object = { contentType: 'application/gzip', body: 'Monday' };
  const chiefs = { Principal: { AWS: chief.arn } };
  const bucket = {
    name: BUCKET,
    region: REGION,
    objects: { 'monday.gz': object },
    policy: policy('BackupsPolicy', 'bucket', document(allow('s3:DeleteObject', BACKUPS, chiefs))),
  };
  const shop = account(MEMBER, 'shop', REGION, {
    users: [olga],
    roles: [admin, linked],
    buckets: [bucket],
    serviceControlPolicies: full(detached !== 'account'),
  });
  const head = account(MANAGEMENT, 'management', REGION, { users: [chief] });
  const keys = [
    userKey(olga),
    userKey(chief),
    rootKey(caller === 'keyless' ? 'Deleted' : 'Active'),
    ...(caller === 'linked' ? [linkedKey] : []),
  ];
  const unit = { resourceControlPolicies: [], units: [], accounts: [MEMBER] };
  return world(START, [shop, head], keys, {
    organization: {
      id: 'o-exampleorgid',
      managementAccount: MANAGEMENT,
      root: {
        id: 'r-root',
        name: 'Root',
        serviceControlPolicies: full(true),
        resourceControlPolicies: [],
        accounts: [MANAGEMENT],
        units: [
          { ...unit, id: UNIT, name: 'Shops', serviceControlPolicies: full(detached !== 'unit') },
        ],
      },
    },
  });
}

const TARGETS = { root: 'r-root', unit: UNIT, account: MEMBER } as const;

/** A service control policy stands over every principal of its accounts, root too, and over nobody else. */
export const scpOverEverything = defineScenario({
  id: 'scp-over-everything',
  lab: 'sts',
  title: 'The administrator may do everything but this',
  tag: 'SCP',
  summary:
    'The role Admin allows everything. A service control policy is attached while its session is open, and the next request feels it.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'caller', name: 'caller', spoken: 'the caller' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'head', name: 'head office', spoken: 'the head office', isOffstage: true },
  ],
  knobs: {
    caller: {
      kind: 'choice',
      label: 'Who deletes the backup',
      hint: 'A service control policy follows the caller, not the bucket.',
      options: {
        admin: 'the role Admin',
        root: 'the account’s root user',
        keyless: 'root, whose keys were deleted',
        linked: 'a service-linked role',
        management: 'the management account',
      },
      initial: 'admin',
    },
    place: {
      kind: 'choice',
      label: 'Policy is attached to',
      hint: 'It counts for every account below that place, but never for the management account.',
      options: {
        root: 'the organization’s root',
        unit: 'the unit Shops',
        account: 'the account itself',
        nowhere: 'nothing',
      },
      initial: 'unit',
    },
    moment: {
      kind: 'choice',
      label: 'It is attached',
      hint: 'A session that is open already is no exception.',
      options: { during: 'at 13:10, while the session lives', before: 'before the session' },
      initial: 'during',
      when: { knob: 'place', is: ['root', 'unit', 'account'] },
    },
    scp: {
      kind: 'policy',
      label: 'The service control policy',
      hint: 'It only ever takes away.',
      policyType: 'service-control',
      initial: noDeleting,
      when: { knob: 'place', is: ['root', 'unit', 'account'] },
    },
    denies: {
      kind: 'choice',
      label: 'It denies',
      hint: 'What the policy above says, or everything there is.',
      options: { some: 'what it says', all: 'everything' },
      initial: 'some',
      when: { knob: 'place', is: ['root', 'unit', 'account'] },
    },
    detached: {
      kind: 'choice',
      label: 'FullAWSAccess is missing at',
      hint: 'Every level down to the account needs an Allow.',
      options: { nowhere: 'no level', unit: 'the unit Shops', account: 'the account itself' },
      initial: 'nowhere',
    },
    used: {
      kind: 'moment',
      label: 'Backup is deleted at',
      hint: 'UTC. Or drag the clock below.',
      min: after(START, minutes(15)),
      max: after(START, hours(3)),
      initial: at('2026-01-13T13:20:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'somebody deletes the backup at that moment',
  lives: { 'assume-role': 'session of Admin' },
  working: { place: 'nowhere' },
  variations: [
    { label: 'Ask from the management account', knobs: { caller: 'management' } },
    { label: 'Let a service-linked role ask', knobs: { caller: 'linked' } },
    { label: 'Deny everything, before the session', knobs: { denies: 'all', moment: 'before' } },
    { label: 'Delete root’s keys, and ask as root', knobs: { caller: 'keyless' } },
    { label: 'Ask after the session has ended', knobs: { used: '20260113T141000Z' } },
    { label: 'Attach no policy at all', knobs: { place: 'nowhere' } },
  ],
  decides: 'delete.allowed',
  about: 'api.allowed',
  setup: ({ caller, place, moment, scp, denies, detached, used }) => {
    const attach = (when: typeof moment, text: PolicyDocument): readonly Act[] =>
      place === 'nowhere' || moment !== when
        ? []
        : [
            {
              id: 'attach',
              at: when === 'before' ? START : after(START, minutes(10)),
              kind: 'change',
              by: 'head',
              change: {
                kind: 'put-scp',
                target: TARGETS[place],
                policy: policy('NoDeleting', 'service-control', text),
              },
            },
          ];
    const text = denies === 'all' ? document({ Effect: 'Deny', Action: '*', Resource: '*' }) : scp;
    const script: readonly Act[] = [
      ...attach('before', text),
      ...(caller === 'admin'
        ? [
            {
              id: 'assume-role',
              at: START,
              kind: 'sts:AssumeRole',
              by: 'caller',
              to: 'sts',
              region: REGION,
              credentials: { keyId: OLGA_KEY },
              roleArn: ADMIN,
              roleSessionName: 'olga',
            } as const,
          ]
        : []),
      ...attach('during', text).map((act) =>
        caller === 'admin' ? { ...act, needs: ['assume-role'] } : act,
      ),
      {
        id: 'delete',
        at: used,
        kind: 'call',
        by: 'caller',
        to: 's3',
        credentials: CREDENTIALS[caller],
        region: REGION,
        action: 's3:DeleteObject',
        resources: [`arn:aws:s3:::${BUCKET}/monday.gz`],
      },
    ];
    return { world: worldOf(detached, caller), script };
  },
});
