import type { Act } from '#engine/act.ts';
import type { WorldChange } from '#engine/change/worldChange.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
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
const BUCKET = 'nightly-backups';
const START = at('2026-01-12T20:00:00Z');
const JOB = userArn(ACCOUNT, 'backup-job');
const ROLE = roleArn(ACCOUNT, 'BackupWriter');
const KEY = uniqueId('AKIA', ACCOUNT, 'backup-job');

const ASKED = {
  default: undefined,
  minutes: minutes(10),
  hour: hours(1),
  twelve: hours(12),
  day: hours(24),
} as const;

function worldOf(maximum: Seconds): World {
  const job = user(ACCOUNT, 'backup-job');
  const writer = role(ACCOUNT, 'BackupWriter', {
    trustPolicy: trusting('BackupWriter', JOB),
    policies: [
      policy(
        'BackupWriterPolicy',
        'identity',
        document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
    maxSessionDuration: maximum,
  });
  const backups = account(ACCOUNT, 'backups', REGION, {
    users: [job],
    roles: [writer],
    buckets: [{ name: BUCKET, region: REGION, objects: {} }],
  });
  return world(START, [backups], [userKey(job)]);
}

type Between = 'nothing' | 'raise' | 'lower' | 'permission';

const CHANGED: Readonly<Record<Between, WorldChange | undefined>> = {
  nothing: undefined,
  raise: { kind: 'set-max-session-duration', role: ROLE, maxSessionDuration: hours(12) },
  lower: { kind: 'set-max-session-duration', role: ROLE, maxSessionDuration: hours(1) },
  permission: { kind: 'detach-policy', principal: ROLE, policyId: 'BackupWriterPolicy' },
};

/** DurationSeconds against the role's maximum: too much is an error, and what was issued stays as it is. */
export const twelveHoursAsked = defineScenario({
  id: 'twelve-hours-asked',
  lab: 'sts',
  title: 'Twelve hours asked, none given',
  tag: 'exam trap',
  summary:
    'A backup job asks for a session of twelve hours. The role allows one, and STS does not shorten: it refuses.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'job', name: 'backup job', spoken: 'the backup job' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    asked: {
      kind: 'choice',
      label: 'DurationSeconds',
      hint: 'What the job asks for.',
      options: {
        default: 'left out',
        minutes: '10 minutes',
        hour: '1 hour',
        twelve: '12 hours',
        day: '24 hours',
      },
      initial: 'twelve',
    },
    maximum: {
      kind: 'duration',
      label: 'Role allows',
      hint: 'The role’s MaxSessionDuration. A new role has one hour.',
      min: hours(1),
      max: hours(12),
      initial: hours(1),
      stops: [hours(1), hours(2), hours(4), hours(8), hours(12)],
    },
    change: {
      kind: 'choice',
      label: 'While the session lives',
      hint: 'What an administrator changes after it was issued.',
      options: {
        nothing: 'nothing',
        raise: 'the maximum, to 12 hours',
        lower: 'the maximum, to 1 hour',
        permission: 'the permission is taken away',
      },
      initial: 'nothing',
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(13)),
      initial: at('2026-01-12T20:45:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the session is used at that moment',
  lives: { 'assume-role': 'role session' },
  working: { maximum: '43200' },
  variations: [
    {
      label: 'Leave DurationSeconds out, and come back at 22:00',
      knobs: { asked: 'default', maximum: '43200', used: '20260112T220000Z' },
    },
    { label: 'Ask for ten minutes', knobs: { asked: 'minutes' } },
    {
      label: 'Lower the maximum while a long session lives',
      knobs: { maximum: '43200', change: 'lower', used: '20260113T070000Z' },
    },
    {
      label: 'Take the permission away while it lives',
      knobs: { maximum: '43200', change: 'permission' },
    },
    { label: 'Ask for the one hour there is', knobs: { asked: 'hour' } },
  ],
  decides: 'assume-role.duration-within-role',
  about: 'sts.duration-within-role',
  setup: ({ asked, maximum, change, used }) => {
    const durationSeconds = ASKED[asked];
    const changed = CHANGED[change];
    const script: readonly Act[] = [
      {
        id: 'assume-role',
        at: START,
        kind: 'sts:AssumeRole',
        by: 'job',
        to: 'sts',
        region: REGION,
        credentials: { keyId: KEY },
        roleArn: ROLE,
        roleSessionName: 'nightly-backup',
        ...(durationSeconds !== undefined && { durationSeconds }),
      },
      ...(changed
        ? [
            {
              id: 'change',
              at: START,
              kind: 'change',
              by: 'administrator',
              change: changed,
              needs: ['assume-role'],
            } as const,
          ]
        : []),
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-role'] },
      {
        id: 'upload',
        at: used,
        kind: 'call',
        by: 'job',
        to: 's3',
        credentials: { issuedBy: 'assume-role' },
        region: REGION,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/monday.tar`],
      },
    ];
    return { world: worldOf(maximum), script };
  },
});
