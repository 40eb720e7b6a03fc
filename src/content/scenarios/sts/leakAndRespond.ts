import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

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

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'patient-records';
const RECORDS = `arn:aws:s3:::${BUCKET}/*`;
const CLINIC = userArn(ACCOUNT, 'clinic-app');
const ROLE = roleArn(ACCOUNT, 'RecordReader');
const KEY = uniqueId('AKIA', ACCOUNT, 'clinic-app');
const START = at('2026-01-19T08:00:00Z');
const NOTICED = after(START, minutes(30));

const readRecords = document(allow('s3:GetObject', RECORDS));
const denyAll = document({ Effect: 'Deny', Action: '*', Resource: '*' });

/** What AWSRevokeOlderSessions holds, with the moment written out. */
const denyOlder = document({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-01-19T08:30:00Z' } },
});

function worldOf(): World {
  const clinic = user(ACCOUNT, 'clinic-app', {
    policies: [policy('ClinicAppPolicy', 'identity', readRecords)],
  });
  const reader = role(ACCOUNT, 'RecordReader', {
    trustPolicy: trusting('RecordReader', CLINIC),
    policies: [policy('RecordReaderPolicy', 'identity', readRecords)],
    maxSessionDuration: hours(12),
  });
  const file = { contentType: 'text/plain', body: 'A patient’s record' };
  const objects = Object.fromEntries(
    [1, 2, 3, 4].map((patient) => [`patient-${patient}.txt`, file] as const),
  );
  const hospital = account(ACCOUNT, 'hospital', REGION, {
    users: [clinic],
    roles: [reader],
    buckets: [{ name: BUCKET, region: REGION, objects }],
  });
  return world(START, [hospital], [userKey(clinic)]);
}

type UserAnswer = 'nothing' | 'off' | 'deleted' | 'denied' | 'gone';
type RoleAnswer = 'nothing' | 'revoked' | 'own' | 'stripped' | 'distrusted' | 'gone';

const USER_CHANGES: Readonly<Record<UserAnswer, WorldChange | undefined>> = {
  nothing: undefined,
  off: { kind: 'deactivate-key', keyId: KEY },
  deleted: { kind: 'delete-key', keyId: KEY },
  denied: {
    kind: 'put-policy',
    principal: CLINIC,
    policy: policy('DenyEverything', 'identity', denyAll),
  },
  gone: { kind: 'delete-user', user: CLINIC },
};

const roleChanges = (
  own: PolicyDocument,
): Readonly<Record<RoleAnswer, WorldChange | undefined>> => ({
  nothing: undefined,
  revoked: { kind: 'revoke-sessions', role: ROLE },
  own: { kind: 'put-policy', principal: ROLE, policy: policy('StopTheThief', 'identity', own) },
  stripped: { kind: 'detach-policy', principal: ROLE, policyId: 'RecordReaderPolicy' },
  distrusted: {
    kind: 'put-trust-policy',
    role: ROLE,
    policy: trusting('RecordReader', userArn(ACCOUNT, 'clinic-app'), { Effect: 'Deny' }),
  },
  gone: { kind: 'delete-role', role: ROLE },
});

const changeOf = (id: string, change: WorldChange | undefined): readonly Act[] =>
  change ? [{ id, at: NOTICED, kind: 'change', by: 'responder', change }] : [];

type Credential = 'role' | 'user' | 'key' | 'again';

/** A stolen key opens sessions of its own: what ends the key does not end them. */
export const leakAndRespond = defineScenario({
  id: 'leak-and-respond',
  lab: 'sts',
  title: 'The key is off, the thief is still in',
  tag: 'incident response',
  summary:
    'A thief has a user’s access key and opens two sessions with it. Half an hour later the key is deactivated. The key is dead, and both sessions live on.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'thief', name: 'thief', spoken: 'the thief' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'responder', name: 'responder', spoken: 'the responder', isOffstage: true },
  ],
  knobs: {
    user: {
      kind: 'choice',
      label: 'Responder, to the user',
      hint: 'At 08:30. It was the user’s access key that leaked.',
      options: {
        nothing: 'nothing',
        off: 'deactivates the key',
        deleted: 'deletes the key',
        denied: 'denies the user everything',
        gone: 'deletes the user',
      },
      initial: 'off',
    },
    role: {
      kind: 'choice',
      label: 'Responder, to the role',
      hint: 'At 08:30. The user may assume the role, and so may the thief.',
      options: {
        nothing: 'nothing',
        revoked: 'revokes its sessions',
        own: 'attaches a policy of your own',
        stripped: 'takes its permissions away',
        distrusted: 'changes its trust policy',
        gone: 'deletes it',
      },
      initial: 'nothing',
    },
    denial: {
      kind: 'policy',
      label: 'The policy to attach',
      hint: 'It starts as what the console’s button attaches: a denial of older sessions.',
      policyType: 'identity',
      initial: denyOlder,
      when: { knob: 'role', is: ['own'] },
    },
    tries: {
      kind: 'moment',
      label: 'Thief tries again at',
      hint: 'UTC. The role’s session was opened for 12 hours, the user’s for 36.',
      min: NOTICED,
      max: after(START, hours(37)),
      initial: at('2026-01-19T08:40:00Z'),
    },
    last: {
      kind: 'choice',
      label: 'Thief tries last',
      hint: 'All of them are tried. This one comes at the end.',
      options: {
        role: 'the role’s session',
        user: 'the user’s session',
        key: 'the key itself',
        again: 'a new session of the role',
      },
      initial: 'role',
    },
  },
  clock: 'tries',
  clockSays: 'the thief tries again at that moment',
  lives: {
    'open-role': 'role’s session',
    'open-user': 'user’s session',
    'open-again': 'new session',
  },
  working: { user: 'nothing' },
  variations: [
    { label: 'Revoke the role’s sessions too', knobs: { role: 'revoked' } },
    {
      label: 'Revoke, but leave the key active',
      knobs: { user: 'nothing', role: 'revoked', last: 'again' },
    },
    { label: 'Change only the trust policy', knobs: { role: 'distrusted' } },
    { label: 'Watch the key itself', knobs: { last: 'key' } },
    { label: 'Watch for a new session', knobs: { last: 'again' } },
    {
      label: 'Deny the user everything, and revoke',
      knobs: { user: 'denied', role: 'revoked', last: 'user' },
    },
    { label: 'Just wait for 13 hours', knobs: { tries: '20260119T210000Z' } },
  ],
  attacker: 'thief',
  safeguards: [
    { knob: 'user', off: 'nothing', says: 'The stolen key is still active.' },
    {
      knob: 'user',
      off: 'off',
      says: 'The key is off, but nobody has denied the user anything: a session made from the key lives on.',
    },
    {
      knob: 'user',
      off: 'deleted',
      says: 'The key is gone, but nobody has denied the user anything: a session made from the key lives on.',
    },
    { knob: 'role', off: 'nothing', says: 'Nobody has revoked the sessions of the role.' },
    {
      knob: 'role',
      off: 'distrusted',
      says: 'The new trust policy stops no session that is already open.',
    },
  ],
  decides: 'with-role.allowed',
  about: 'api.allowed',
  setup: ({ user: toUser, role: toRole, denial, tries, last }) => {
    const toSts = { by: 'thief', to: 'sts', region: REGION } as const;
    const assume = {
      ...toSts,
      kind: 'sts:AssumeRole',
      credentials: { keyId: KEY },
      roleArn: ROLE,
    } as const;
    const read = {
      at: tries,
      kind: 'call',
      by: 'thief',
      to: 's3',
      region: REGION,
      action: 's3:GetObject',
    } as const;
    const file = (patient: number) => [`arn:aws:s3:::${BUCKET}/patient-${patient}.txt`];
    const attempts: Readonly<Record<Credential, readonly Act[]>> = {
      key: [{ ...read, id: 'with-key', credentials: { keyId: KEY }, resources: file(1) }],
      again: [
        { ...assume, id: 'open-again', at: tries, roleSessionName: 'second-visit' },
        { ...read, id: 'with-new', credentials: { issuedBy: 'open-again' }, resources: file(2) },
      ],
      user: [
        { ...read, id: 'with-user', credentials: { issuedBy: 'open-user' }, resources: file(3) },
      ],
      role: [
        { ...read, id: 'with-role', credentials: { issuedBy: 'open-role' }, resources: file(4) },
      ],
    };
    const order = ['key', 'again', 'user', 'role'] as const;
    const script: readonly Act[] = [
      {
        ...assume,
        id: 'open-role',
        at: START,
        roleSessionName: 'first-visit',
        durationSeconds: hours(12),
      },
      {
        ...toSts,
        id: 'open-user',
        at: START,
        kind: 'sts:GetSessionToken',
        credentials: { keyId: KEY },
        durationSeconds: hours(36),
      },
      { id: 'notice', at: NOTICED, kind: 'wait' },
      ...changeOf('to-user', USER_CHANGES[toUser]),
      ...changeOf('to-role', roleChanges(denial)[toRole]),
      { id: 'wait', at: tries, kind: 'wait' },
      ...order.filter((one) => one !== last).flatMap((one) => attempts[one]),
      ...attempts[last],
    ];
    return { world: worldOf(), script };
  },
});
