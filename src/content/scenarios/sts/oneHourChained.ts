import type { Act, CredentialsRef } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { after, at, hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { World } from '#engine/world.ts';

import { defineScenario } from '../../scenario.ts';
import {
  account,
  allow,
  document,
  instanceKey,
  policy,
  role,
  trusting,
  user,
  userKey,
  world,
} from '../build.ts';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const BUCKET = 'release-artifacts';
const START = at('2026-01-13T09:00:00Z');
const LENA = userArn(ACCOUNT, 'lena');
const PIPELINE = roleArn(ACCOUNT, 'Pipeline');
const INSTANCE = roleArn(ACCOUNT, 'BuildInstance');
const DEPLOY = roleArn(ACCOUNT, 'Deploy');
const LENAS_KEY = uniqueId('AKIA', ACCOUNT, 'lena');

const BUILD_INSTANCE = role(ACCOUNT, 'BuildInstance', {
  trustPolicy: policy(
    'BuildInstanceTrust',
    'trust',
    document({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  ),
});
const INSTANCES_KEY = instanceKey(BUILD_INSTANCE, 'i-0abc12de34f567890', START);

const deployTrust = document({
  Effect: 'Allow',
  Principal: { AWS: [LENA, PIPELINE, INSTANCE] },
  Action: 'sts:AssumeRole',
});

type First = 'role' | 'user' | 'token' | 'instance';

function worldOf(maximum: Seconds, trust: PolicyDocument, first: First): World {
  const lena = user(ACCOUNT, 'lena');
  const pipeline = role(ACCOUNT, 'Pipeline', {
    trustPolicy: trusting('Pipeline', LENA),
    maxSessionDuration: hours(12),
  });
  const deploy = role(ACCOUNT, 'Deploy', {
    trustPolicy: policy('DeployTrust', 'trust', trust),
    policies: [
      policy(
        'DeployPolicy',
        'identity',
        document(allow('s3:PutObject', `arn:aws:s3:::${BUCKET}/*`)),
      ),
    ],
    maxSessionDuration: maximum,
  });
  const releases = account(ACCOUNT, 'releases', REGION, {
    users: [lena],
    roles: [pipeline, BUILD_INSTANCE, deploy],
    buckets: [{ name: BUCKET, region: REGION, objects: {} }],
  });
  const instances = first === 'instance' ? [INSTANCES_KEY] : [];
  return world(START, [releases], [userKey(lena), ...instances]);
}

const CALLER: Readonly<Record<First, CredentialsRef>> = {
  role: { issuedBy: 'first' },
  user: { keyId: LENAS_KEY },
  token: { issuedBy: 'first' },
  instance: { keyId: INSTANCES_KEY.id },
};

const call = { id: 'first', at: START, by: 'lena', to: 'sts', region: REGION } as const;

const FIRST_CALLS: Readonly<Record<First, readonly Act[]>> = {
  role: [
    {
      ...call,
      kind: 'sts:AssumeRole',
      credentials: { keyId: LENAS_KEY },
      roleArn: PIPELINE,
      roleSessionName: 'release-day',
      durationSeconds: hours(12),
    },
  ],
  user: [],
  token: [{ ...call, kind: 'sts:GetSessionToken', credentials: { keyId: LENAS_KEY } }],
  instance: [],
};

/** Role chaining: a session that opens a session gives it one hour at most. */
export const oneHourChained = defineScenario({
  id: 'one-hour-chained',
  lab: 'sts',
  title: 'Two roles in a row, and only one hour',
  tag: 'exam trap',
  summary:
    'Lena takes a role for twelve hours, and with it a second role that allows twelve, too. She asks for two hours and is refused.',
  subjects: ['sts', 'api', 'changes'],
  parties: [
    { id: 'lena', name: 'Lena', spoken: 'Lena' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 's3', name: 'Amazon S3', spoken: 'Amazon S3' },
    { id: 'administrator', name: 'administrator', spoken: 'an administrator', isOffstage: true },
  ],
  knobs: {
    first: {
      kind: 'choice',
      label: 'Deploy is assumed with',
      hint: 'The session of a role or of GetSessionToken starts a chain. What EC2 hands an instance does not.',
      options: {
        role: 'a role session',
        user: 'Lena’s own key',
        token: 'a GetSessionToken session',
        instance: 'an EC2 instance’s role',
      },
      initial: 'role',
    },
    asked: {
      kind: 'duration',
      label: 'Asked of Deploy',
      hint: 'DurationSeconds in the call for Deploy.',
      min: minutes(15),
      max: hours(12),
      initial: hours(2),
      stops: [minutes(15), minutes(30), hours(1), hours(2), hours(4), hours(8), hours(12)],
    },
    maximum: {
      kind: 'duration',
      label: 'Deploy allows',
      hint: 'The MaxSessionDuration of Deploy. It cannot lift the cap on chains.',
      min: hours(1),
      max: hours(12),
      initial: hours(12),
      stops: [hours(1), hours(2), hours(4), hours(8), hours(12)],
    },
    change: {
      kind: 'choice',
      label: 'While the session lives',
      hint: 'Each session of a chain stands alone.',
      options: {
        nothing: 'nothing happens',
        first: 'Pipeline’s sessions are revoked',
        second: 'Deploy’s sessions are revoked',
      },
      initial: 'nothing',
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(13)),
      initial: at('2026-01-13T09:40:00Z'),
    },
    trust: {
      kind: 'policy',
      label: 'Deploy’s trust policy',
      hint: 'Who may assume Deploy. It says nothing of durations, and no condition key could.',
      policyType: 'trust',
      initial: deployTrust,
    },
  },
  clock: 'used',
  clockSays: 'the session is used at that moment',
  lives: {
    ec2: 'EC2 instance',
    first: 'first session',
    'assume-deploy': 'session of Deploy',
  },
  working: { asked: '3600' },
  variations: [
    { label: 'Start from Lena’s own key: no chain', knobs: { first: 'user' } },
    { label: 'Start from an EC2 instance’s role: no chain', knobs: { first: 'instance' } },
    {
      label: 'No chain, but Deploy allows one hour only',
      knobs: { first: 'user', maximum: '3600' },
    },
    {
      label: 'Ask for one hour, and come after it',
      knobs: { asked: '3600', used: '20260113T103000Z' },
    },
    { label: 'Revoke the first role’s sessions', knobs: { asked: '3600', change: 'first' } },
    { label: 'Revoke the second role’s sessions', knobs: { asked: '3600', change: 'second' } },
  ],
  decides: 'assume-deploy.duration-when-chained',
  about: 'sts.duration-when-chained',
  setup: ({ first, asked, maximum, change, used, trust }) => {
    const script: readonly Act[] = [
      ...FIRST_CALLS[first],
      {
        ...call,
        id: 'assume-deploy',
        kind: 'sts:AssumeRole',
        credentials: CALLER[first],
        roleArn: DEPLOY,
        roleSessionName: 'release-day',
        durationSeconds: asked,
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['assume-deploy'] },
      ...(change === 'nothing'
        ? []
        : [
            {
              id: 'change',
              at: used,
              kind: 'change',
              by: 'administrator',
              change: { kind: 'revoke-sessions', role: change === 'first' ? PIPELINE : DEPLOY },
              needs: ['assume-deploy'],
            } as const,
          ]),
      {
        id: 'upload',
        at: used,
        kind: 'call',
        by: 'lena',
        to: 's3',
        credentials: { issuedBy: 'assume-deploy' },
        region: REGION,
        action: 's3:PutObject',
        resources: [`arn:aws:s3:::${BUCKET}/release.zip`],
      },
    ];
    return { world: worldOf(maximum, trust, first), script };
  },
});
