import type { Act } from '#engine/act.ts';
import { roleArn, userArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { mfaCode } from '#engine/sts/mfaCode.ts';
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
const FRANKFURT = 'eu-central-1';
/** An opt-in Region: Milan. */
const MILAN = 'eu-south-1';
const BUCKET = 'lab-results';
const START = at('2026-01-20T07:00:00Z');
const PRIYA = userArn(ACCOUNT, 'priya');
const HELPER = roleArn(ACCOUNT, 'HelpDesk');
const DEVICE = `arn:aws:iam::${ACCOUNT}:mfa/priya`;
const KEY = uniqueId('AKIA', ACCOUNT, 'priya');

/** All is open to her, but deeds in IAM only with MFA; IfExists also meets long-term keys, which have no such key. */
const mfaForIam = document(allow('*', '*'), {
  Sid: 'NoIamWithoutMfa',
  Effect: 'Deny',
  Action: 'iam:*',
  Resource: '*',
  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
});

function worldOf(permissions: PolicyDocument): World {
  const priya = user(ACCOUNT, 'priya', {
    policies: [policy('PriyaPolicy', 'identity', permissions)],
  });
  const result = { contentType: 'text/plain', body: 'negative' };
  const bucket = { name: BUCKET, region: MILAN, objects: { 'sample-9.txt': result } };
  const lab = account(ACCOUNT, 'laboratory', FRANKFURT, {
    users: [priya],
    roles: [role(ACCOUNT, 'HelpDesk', { trustPolicy: trusting('HelpDesk', PRIYA) })],
    buckets: [bucket],
    mfaDevices: [{ serialNumber: DEVICE, user: PRIYA }],
    regions: {
      [FRANKFURT]: { enabled: true, stsActive: true },
      [MILAN]: { enabled: true, optIn: true, stsActive: true },
    },
  });
  return world(START, [lab], [userKey(priya)]);
}

type Factor = 'none' | 'right' | 'old' | 'alone';

const FACTORS: Readonly<Record<Factor, { serialNumber?: string; tokenCode?: string }>> = {
  none: {},
  right: { serialNumber: DEVICE, tokenCode: mfaCode(DEVICE, START) },
  old: { serialNumber: DEVICE, tokenCode: mfaCode(DEVICE, after(START, minutes(-5))) },
  alone: { tokenCode: mfaCode(DEVICE, START) },
};

type Use = 'iam' | 'assume' | 'again' | 'results';

const CALLS = {
  iam: { kind: 'call', region: FRANKFURT, action: 'iam:ListUsers', resources: [] },
  assume: { kind: 'sts:AssumeRole', region: FRANKFURT, roleArn: HELPER, roleSessionName: 'priya' },
  again: { kind: 'sts:GetSessionToken', region: FRANKFURT },
  results: {
    kind: 'call',
    region: MILAN,
    action: 's3:GetObject',
    resources: [`arn:aws:s3:::${BUCKET}/sample-9.txt`],
  },
} as const satisfies Record<Use, object>;

/** GetSessionToken: the same person with the same permissions, and yet some doors are closed. */
export const sessionTokenMfa = defineScenario({
  id: 'session-token-mfa',
  lab: 'sts',
  title: 'The same Priya, but IAM does not know her',
  tag: 'exam trap',
  summary:
    'Priya may do everything. She gets a session of her own with GetSessionToken, without MFA, and IAM answers that her token is invalid.',
  subjects: ['sts', 'api'],
  parties: [
    { id: 'priya', name: 'Priya', spoken: 'Priya' },
    { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' },
    { id: 'service', name: 'IAM or S3', spoken: 'the service' },
  ],
  knobs: {
    factor: {
      kind: 'choice',
      label: 'GetSessionToken brings',
      hint: 'SerialNumber names the MFA device, TokenCode is what it shows.',
      options: {
        none: 'no second factor',
        right: 'device and code',
        old: 'the code of five minutes ago',
        alone: 'a code, but no device',
      },
      initial: 'none',
    },
    use: {
      kind: 'choice',
      label: 'With the session she calls',
      hint: 'Of STS, such a session may call AssumeRole and GetCallerIdentity.',
      options: {
        iam: 'iam:ListUsers',
        assume: 'sts:AssumeRole',
        again: 'sts:GetSessionToken',
        results: 's3:GetObject in Milan',
      },
      initial: 'iam',
    },
    endpoint: {
      kind: 'choice',
      label: 'STS endpoint',
      hint: 'The global one issues version 1 tokens here, which opt-in Regions such as Milan do not take.',
      options: { regional: 'of Frankfurt', global: 'global' },
      initial: 'regional',
    },
    asked: {
      kind: 'duration',
      label: 'DurationSeconds',
      hint: 'From 15 minutes to 36 hours. Twelve hours where it is left out.',
      min: minutes(15),
      max: hours(36),
      initial: hours(12),
      stops: [minutes(15), hours(1), hours(4), hours(12), hours(24), hours(36)],
    },
    permissions: {
      kind: 'policy',
      label: 'What Priya may do',
      hint: 'The session has the same permissions. No policy can forbid GetSessionToken itself.',
      policyType: 'identity',
      initial: mfaForIam,
    },
    used: {
      kind: 'moment',
      label: 'Session is used at',
      hint: 'UTC. Or drag the clock below.',
      min: START,
      max: after(START, hours(37)),
      initial: at('2026-01-20T07:30:00Z'),
    },
  },
  clock: 'used',
  clockSays: 'the session is used at that moment',
  lives: { 'get-session': 'Priya’s session', use: 'session of HelpDesk' },
  working: { factor: 'right' },
  variations: [
    { label: 'Assume a role with it: that is open', knobs: { use: 'assume' } },
    { label: 'Use the code of five minutes ago', knobs: { factor: 'old' } },
    { label: 'Ask the session for another session', knobs: { use: 'again' } },
    {
      label: 'Take it from the global endpoint to Milan',
      knobs: { use: 'results', endpoint: 'global' },
    },
    {
      label: 'With MFA, for an hour, and come after two',
      knobs: { factor: 'right', asked: '3600', used: '20260120T090000Z' },
    },
  ],
  decides: 'use.session-kind',
  about: 'api.session-kind',
  setup: ({ factor, use, endpoint, asked, permissions, used }) => {
    const call = CALLS[use];
    const script: readonly Act[] = [
      {
        id: 'get-session',
        at: START,
        kind: 'sts:GetSessionToken',
        by: 'priya',
        to: 'sts',
        region: FRANKFURT,
        endpoint,
        credentials: { keyId: KEY },
        durationSeconds: asked,
        ...FACTORS[factor],
      },
      { id: 'wait', at: used, kind: 'wait', needs: ['get-session'] },
      {
        ...call,
        id: 'use',
        at: used,
        by: 'priya',
        to: call.kind === 'call' ? 'service' : 'sts',
        credentials: { issuedBy: 'get-session' },
      },
    ];
    return { world: worldOf(permissions), script };
  },
});
